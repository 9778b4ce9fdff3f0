using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Durable;

/// <summary>The context, and one parameter without an attribute for the input.</summary>
internal sealed class OrchestrationBinding(OrchestrationTriggerAttribute trigger) : TriggerBinding(trigger)
{
    private static readonly MethodInfo GetInput =
        typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    public string? Orchestrator => trigger.Orchestration;

    public override Bind? BindTrigger(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(TaskOrchestrationContext) ? Value(context => context.Trigger) : null;

    public override Bind? BindOther(ParameterInfo parameter)
    {
        var input = GetInput.MakeGenericMethod(parameter.ParameterType);
        return Value(context => input.Invoke(context.Trigger, BindingFlags.DoNotWrapExceptions, null, [], null));
    }
}
