namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What the host binds; a parameter carries at most one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    public BindingAttribute()
    {
    }
}

/// <summary>What starts a function: exactly one of its parameters carries one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute()
    {
    }
}

[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute()
    {
    }
}

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute
{
    public OutputBindingAttribute()
    {
    }
}

public enum Cardinality
{
    Many = 0,
    One = 1,
}

/// <summary>A trigger that can hand over one item or an array of them.</summary>
public interface ISupportCardinality
{
    Cardinality Cardinality { get; set; }
}
