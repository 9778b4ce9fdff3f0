using System.Text.Json.Serialization;

namespace Ozg.Core.Cases;

/// <summary>A clerk's task. One task is one decision: a second pair of eyes is a second task.</summary>
/// <param name="Value">The case, the step and the round, separated by dots.</param>
[JsonConverter(typeof(StringIdConverter<TaskId>))]
public readonly record struct TaskId(string Value) : IStringId<TaskId>
{
    /// <summary>The case it belongs to.</summary>
    public CaseId Case => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    /// <summary>The step it belongs to.</summary>
    public string Step => Value.Split('.')[1];

    /// <summary>Counted from 1: each time the step asks somebody anew.</summary>
    public int Round => int.Parse(Value.Split('.')[^1], System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public static TaskId From(string value) => new(value);

    /// <summary>The task of a step; round 2 is the second pair of eyes.</summary>
    public static TaskId For(CaseId @case, string step, int round) => new($"{@case}.{step}.{round}");

    /// <summary>Whether a text has the form of an id; not whether there is such a task.</summary>
    public static bool IsWellFormed(string text) => text.Split('.') is [var @case, { Length: > 0 }, var round] && CaseId.IsWellFormed(@case) && int.TryParse(round, out _);

    /// <inheritdoc />
    public override string ToString() => Value;
}
