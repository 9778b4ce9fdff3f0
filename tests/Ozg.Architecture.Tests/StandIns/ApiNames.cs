using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>Types, parameters and constraints in the words of the listings.</summary>
internal sealed class ApiNames(bool nullability)
{
    private readonly NullabilityInfoContext _nullabilities = new();

    public string Of(Type type) => Of(type, null);

    public string Return(MethodInfo method) => Of(method.ReturnType, Nullability(() => _nullabilities.Create(method.ReturnParameter)));

    public string Of(PropertyInfo property) =>
        Of(property.PropertyType, Nullability(() => _nullabilities.Create(property)), property.CanRead);

    public string Of(FieldInfo field) => Of(field.FieldType, Nullability(() => _nullabilities.Create(field)));

    public string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    public static string TypeParameters(Type[] parameters) =>
        parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => parameter.Name))}>";

    public string Constraints(Type[] parameters) => string.Concat(
        from parameter in parameters
        let constraints = Constraints(parameter).ToList()
        where constraints.Count > 0
        select $" where {parameter.Name} : {string.Join(", ", constraints)}");

    public string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        _ when type.IsEnum => $"{Of(type)}.{Enum.GetName(type, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private NullabilityInfo? Nullability(Func<NullabilityInfo> create) => nullability ? create() : null;

    private string Of(Type type, NullabilityInfo? info, bool isRead = true)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, info, isRead);

        var canBeNull = !type.IsValueType && !type.IsGenericParameter
            && (isRead ? info?.ReadState : info?.WriteState) == NullabilityState.Nullable;
        return Plain(type, info) + (canBeNull ? "?" : "");
    }

    private string Plain(Type type, NullabilityInfo? info)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, info?.ElementType)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"System.Nullable<{Of(underlying)}>";

        var outer = type.DeclaringType is { } declaring ? Of(declaring) : type.Namespace;
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var arguments = type.GetGenericArguments()
            .Select((argument, index) => Of(argument, info?.GenericTypeArguments.ElementAtOrDefault(index)))
            .Skip(inherited)
            .ToList();
        return $"{outer}.{type.Name.Split('`')[0]}" + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }

    private string Parameter(ParameterInfo parameter)
    {
        var isExtended = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute));
        var modifier = parameter switch
        {
            _ when isExtended => "this ",
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        var type = Of(parameter.ParameterType, Nullability(() => _nullabilities.Create(parameter)));
        var value = parameter.HasDefaultValue ? " = " + Value(parameter.DefaultValue, parameter.ParameterType) : "";
        return $"{modifier}{type} {parameter.Name}{value}";
    }

    private IEnumerable<string> Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (isStruct)
            yield return "struct";

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)))
            yield return Of(constraint);

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
            yield return "new()";
    }
}
