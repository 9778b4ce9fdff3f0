using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Converters;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Durable;

/// <summary>The activity's input; a parameter called <c>instanceId</c> gets the id of the orchestration.</summary>
internal sealed class ActivityBinding(ActivityTriggerAttribute trigger) : TriggerBinding(trigger)
{
    public string? Activity => trigger.Activity;

    public override Bind BindTrigger(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return Value(context => JsonDataConverter.Default.Deserialize(((ActivityItem)context.Trigger).Input, type)
            ?? (type.IsValueType ? Activator.CreateInstance(type) : null));
    }

    public override Bind? BindOther(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) && parameter.Name == "instanceId"
            ? Value(context => ((ActivityItem)context.Trigger).Instance)
            : null;
}
