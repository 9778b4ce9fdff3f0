using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Timers;

/// <summary>The timer's information.</summary>
internal sealed class TimerBinding(TimerTriggerAttribute trigger) : TriggerBinding(trigger)
{
    public TimerTriggerAttribute Timer => trigger;

    public override Bind? BindTrigger(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(TimerInfo) ? Value(context => context.Trigger) : null;
}
