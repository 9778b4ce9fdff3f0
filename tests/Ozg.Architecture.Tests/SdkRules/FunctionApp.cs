using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>The functions among some types, found as the official generator finds them: by their attribute.</summary>
internal sealed class FunctionApp(IEnumerable<Type> types)
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public IReadOnlyList<Function> Functions { get; } =
    [
        .. from type in types
           from method in type.GetMethods(All)
           let attribute = method.GetCustomAttribute<FunctionAttribute>()
           where attribute is not null
           select new Function(attribute.Name, method),
    ];

    public IEnumerable<Function> Orchestrators => Functions.Where(function => function.Has<OrchestrationTriggerAttribute>());

    /// <summary>By the name that orchestrators call it by.</summary>
    public ILookup<string, Function> ActivitiesByName => Functions
        .Where(function => function.Has<ActivityTriggerAttribute>())
        .ToLookup(function => function.Trigger<ActivityTriggerAttribute>().Activity ?? function.Name, StringComparer.OrdinalIgnoreCase);

    public ILookup<string, Function> OrchestratorsByName => Orchestrators
        .ToLookup(function => function.Trigger<OrchestrationTriggerAttribute>().Orchestration ?? function.Name, StringComparer.OrdinalIgnoreCase);
}

internal sealed record Function(string Name, MethodInfo Method)
{
    public ParameterInfo[] Parameters => Method.GetParameters();

    public IEnumerable<TriggerBindingAttribute> Triggers =>
        Parameters.SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>());

    public bool Has<TTrigger>()
        where TTrigger : TriggerBindingAttribute => Triggers.OfType<TTrigger>().Any();

    public TTrigger Trigger<TTrigger>()
        where TTrigger : TriggerBindingAttribute => Triggers.OfType<TTrigger>().First();

    public IEnumerable<ParameterInfo> ParametersWith<TBinding>()
        where TBinding : BindingAttribute => Parameters.Where(parameter => parameter.IsDefined(typeof(TBinding)));

    /// <summary>What a caller gets: the type in the task; void for none.</summary>
    public Type Result => Method.ReturnType switch
    {
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Task<>) => type.GetGenericArguments()[0],
        var type when type == typeof(Task) => typeof(void),
        var type => type,
    };

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name}";
}
