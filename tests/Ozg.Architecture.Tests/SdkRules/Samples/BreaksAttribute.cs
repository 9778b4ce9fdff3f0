namespace Ozg.Architecture.Tests.SdkRules.Samples;

/// <summary>The one rule that the functions of this class break.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BreaksAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}
