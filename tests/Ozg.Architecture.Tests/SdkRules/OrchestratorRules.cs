using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>What the parameters of orchestrators and of their callers may be.</summary>
internal static class OrchestratorRules
{
    public static IReadOnlyList<SdkRule> All { get; } =
    [
        new("DURABLE0007", TakesCancellationToken),
        new("DURABLE0008", TakesOtherBinding),
        new("DURABLE1001", app => WrongParameter<OrchestrationTriggerAttribute, TaskOrchestrationContext>(app)),
        new("DURABLE1002", app => WrongParameter<DurableClientAttribute, DurableTaskClient>(app)),
    ];

    private static IEnumerable<string> TakesCancellationToken(FunctionApp app) =>
        from function in app.Orchestrators
        where function.Parameters.Any(parameter => parameter.ParameterType == typeof(CancellationToken))
        select $"{function} takes a CancellationToken, which no replay can repeat";

    private static IEnumerable<string> TakesOtherBinding(FunctionApp app) =>
        from function in app.Orchestrators
        from parameter in function.ParametersWith<BindingAttribute>().Except(function.ParametersWith<OrchestrationTriggerAttribute>())
        select $"{function} binds {parameter.Name}, but an orchestrator has nothing beside its context and its input";

    private static IEnumerable<string> WrongParameter<TBinding, TParameter>(FunctionApp app)
        where TBinding : BindingAttribute =>
        from function in app.Functions
        from parameter in function.ParametersWith<TBinding>()
        where parameter.ParameterType != typeof(TParameter)
        select $"{function} takes {parameter.Name} as {parameter.ParameterType.Name}, not as {typeof(TParameter).Name}";
}
