using System.Runtime.CompilerServices;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>The line of a type itself: what it is, and what it derives from.</summary>
internal static class TypeKind
{
    public static string Of(Type type, ApiNames names)
    {
        if (type.IsEnum)
            return type.IsDefined(typeof(FlagsAttribute), inherit: false) ? "flags enum" : "enum";

        var bases = OwnInterfaces(type).Select(names.Of).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases.Insert(0, names.Of(parent));

        return Modifier(type) + Kind(type)
            + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases))
            + names.Constraints(type.GetGenericArguments());
    }

    private static string Modifier(Type type) => type switch
    {
        { IsInterface: true } => "",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "",
        { IsAbstract: true, IsSealed: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ => type.GetMethod("<Clone>$") is null ? "class" : "record class",
    };

    private static IEnumerable<Type> OwnInterfaces(Type type)
    {
        var all = type.GetInterfaces();
        var implied = all.SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        return all.Except(implied);
    }
}
