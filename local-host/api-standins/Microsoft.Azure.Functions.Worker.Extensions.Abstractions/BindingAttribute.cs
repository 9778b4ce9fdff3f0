namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What the host binds; a parameter carries at most one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;

/// <summary>What starts a function: exactly one of its parameters carries one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;

[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute;

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute;

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
