namespace Ozg.Core.Deadlines;

/// <summary>One step on the way to a date: data, so that it can be stored with a case and read out in any language.</summary>
/// <param name="Code">Which rule was applied.</param>
/// <param name="Day">The day it led to.</param>
/// <param name="Source">The provision, as German lawyers cite it, for example <c>§ 187 Abs. 1 BGB</c>.</param>
public sealed record ReasoningStep(ReasonCode Code, DateOnly Day, string Source)
{
    /// <summary>The day from which the step went.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of a span.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The period in question.</summary>
    public Period? Period { get; init; }

    /// <summary>The holiday in question.</summary>
    public Holiday? Holiday { get; init; }

    /// <summary>A number of calendar days.</summary>
    public int? Days { get; init; }

    /// <summary>A number of hours.</summary>
    public int? Hours { get; init; }

    /// <summary>The moment from which the step went.</summary>
    public DateTimeOffset? FromMoment { get; init; }

    /// <summary>The moment it led to.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>Whether the rule is an assumption of this project: shown to clerks, and checked by a lawyer before it is relied on.</summary>
    public bool Assumed { get; init; }
}
