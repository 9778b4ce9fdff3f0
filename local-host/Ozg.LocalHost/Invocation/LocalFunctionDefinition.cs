using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ozg.Hosting.Invocation;

/// <summary>What middleware may know of a function.</summary>
internal sealed class LocalFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    public override string Name => name;

    public override string Id => name;

    public override string EntryPoint => $"{method.ReflectedType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.Module.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = method.GetParameters()
        .Select(parameter => (Parameter: parameter, Attribute: parameter.GetCustomAttribute<BindingAttribute>()))
        .Where(one => one.Attribute is not null)
        .ToImmutableDictionary(
            one => one.Parameter.Name!,
            one => (BindingMetadata)new LocalBindingMetadata(one.Parameter.Name!, KindOf(one.Attribute!)));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty;

    // HttpTriggerAttribute is known to everybody as httpTrigger.
    private static string KindOf(BindingAttribute attribute)
    {
        var type = attribute.GetType().Name;
        return char.ToLowerInvariant(type[0]) + type[1..^nameof(Attribute).Length];
    }

    private sealed class LocalBindingMetadata(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
