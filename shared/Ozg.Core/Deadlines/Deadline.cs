using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Deadlines;

/// <summary>The last day of a period, the moment at which it is over, and how both were found.</summary>
public sealed record Deadline
{
    /// <summary>Puts a stored deadline together again; <see cref="DeadlineRules"/> makes new ones.</summary>
    /// <exception cref="ArgumentException">The reasoning does not lead to the day, or the moment is not on it.</exception>
    [JsonConstructor]
    public Deadline(DateOnly day, DateTimeOffset passesAt, IReadOnlyList<ReasoningStep> reasoning)
    {
        if (reasoning is not [.., var last] || last.Day != day)
            throw new ArgumentException($"The reasoning does not lead to {day:O}.", nameof(reasoning));
        if (passesAt > LegalTime.EndOf(day) || passesAt < LegalTime.EndOf(day.AddDays(-1)))
            throw new ArgumentException($"The deadline does not pass on {day:O}.", nameof(passesAt));

        (Day, PassesAt, Reasoning) = (day, passesAt, reasoning);
    }

    /// <summary>The last day on which it can be met.</summary>
    public DateOnly Day { get; }

    /// <summary>The first moment at which it is missed: 24:00 of the day in Germany; within the day for periods in hours.</summary>
    public DateTimeOffset PassesAt { get; }

    /// <summary>The steps in their order; at least one, the last of which led to <see cref="Day"/>.</summary>
    public IReadOnlyList<ReasoningStep> Reasoning { get; }

    /// <summary>Whether it is missed at a moment.</summary>
    public bool HasPassed(DateTimeOffset now) => now >= PassesAt;

    /// <summary>A deadline that passes with the end of the day to which the reasoning leads.</summary>
    internal static Deadline At(IReadOnlyList<ReasoningStep> reasoning) => new(reasoning[^1].Day, LegalTime.EndOf(reasoning[^1].Day), reasoning);
}
