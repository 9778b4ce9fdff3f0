using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ozg.Hosting.Invocation;

/// <summary>Makes a parameter's value for one invocation.</summary>
internal delegate ValueTask<object?> Bind(LocalFunctionContext context);

/// <summary>What a kind of trigger can give to a function's parameters.</summary>
internal abstract class TriggerBinding(TriggerBindingAttribute attribute)
{
    public TriggerBindingAttribute Attribute { get; } = attribute;

    /// <summary>For the parameter that carries the trigger's attribute.</summary>
    /// <returns>Null: the trigger cannot be bound to this type.</returns>
    public abstract Bind? BindTrigger(ParameterInfo parameter);

    /// <summary>For any other parameter.</summary>
    /// <returns>Null: it is nothing of this trigger.</returns>
    public virtual Bind? BindOther(ParameterInfo parameter) => null;

    protected static Bind Value(Func<LocalFunctionContext, object?> value) => context => new(value(context));
}
