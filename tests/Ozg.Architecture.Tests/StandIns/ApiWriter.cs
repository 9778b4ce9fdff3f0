using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>Writes what a type declares, for others to see, as the listings do.</summary>
internal sealed class ApiWriter(bool nullability)
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly ApiNames _names = new(nullability);

    public IEnumerable<ApiLine> Lines(Type type)
    {
        var name = _names.Of(type);
        return Texts(type).Select(text => new ApiLine($"{name} | {text}"));
    }

    private IEnumerable<string> Texts(Type type) => type switch
    {
        _ when type.IsSubclassOf(typeof(Delegate)) => [Delegate(type)],
        { IsEnum: true } => [TypeKind.Of(type, _names), .. Values(type)],
        _ => [TypeKind.Of(type, _names), .. AttributeUsage(type), .. Constructors(type), .. Methods(type), .. Properties(type), .. Fields(type)],
    };

    private string Delegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return $"delegate | {_names.Return(invoke)} {_names.Of(type)}({_names.Parameters(invoke)}){_names.Constraints(type.GetGenericArguments())}";
    }

    private static IEnumerable<string> Values(Type type) =>
        Enum.GetNames(type).Select(name => $"value | {name} = {Enum.Format(type, Enum.Parse(type, name), "d")}");

    private static IEnumerable<string> AttributeUsage(Type type) =>
        from usage in type.GetCustomAttributes<AttributeUsageAttribute>(inherit: false)
        select $"attributeusage | {usage.ValidOn}, AllowMultiple = {(usage.AllowMultiple ? "true" : "false")}, Inherited = {(usage.Inherited ? "true" : "false")}";

    private IEnumerable<string> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where constructor.IsSeen() && !constructor.IsStatic
        select $"{Words("ctor", constructor.Access())} | .ctor({_names.Parameters(constructor)})";

    private IEnumerable<string> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        let isOperator = method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal)
        where method.IsSeen() && (isOperator || !method.IsSpecialName) && !method.Name.Contains('<', StringComparison.Ordinal)
        let parameters = method.GetGenericArguments()
        select $"{Words(isOperator ? "operator" : "method", method.Modifiers())} | {_names.Return(method)} " +
            $"{method.Name}{ApiNames.TypeParameters(parameters)}({_names.Parameters(method)}){_names.Constraints(parameters)}";

    private IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        let seen = property.GetAccessors(nonPublic: true).Where(MemberVisibility.IsSeen).OrderBy(accessor => accessor.Access().Length).ToList()
        where seen.Count > 0
        let required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required" : ""
        select $"{Words("property", seen[0].Modifiers(), required)} | {_names.Of(property)} {property.Name} " +
            $"{{ {string.Join(" ", new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(MemberVisibility.IsSeen).Select(accessor => Accessor(accessor, seen[0])))} }}";

    private static string Accessor(MethodInfo accessor, MethodInfo widest)
    {
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        var name = accessor.ReturnType != typeof(void) ? "get;" : isInit ? "init;" : "set;";
        return accessor.Access() == widest.Access() ? name : $"{accessor.Access()} {name}";
    }

    private IEnumerable<string> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly
        let modifiers = Words(field.IsPublic ? "" : "protected", field.IsLiteral ? "const" : field.IsStatic ? "static" : "", field.IsInitOnly ? "readonly" : "")
        let value = field.IsLiteral ? " = " + _names.Value(field.GetRawConstantValue(), field.FieldType) : ""
        select $"{Words("field", modifiers)} | {_names.Of(field)} {field.Name}{value}";

    private static string Words(params string[] words) => string.Join(' ', words.Where(word => word.Length > 0));
}
