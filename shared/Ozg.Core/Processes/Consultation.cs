using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Processes;

/// <summary>An office that is consulted.</summary>
/// <param name="Group">The group of clerks that sees the task.</param>
/// <param name="DueInWorkingDays">Working days to answer; the day of the question is not counted. 1 to 365.</param>
public sealed record Office(string Group, int DueInWorkingDays)
{
    /// <summary>The partner Kommune whose group it is; null: the case's own.</summary>
    public Ags? Partner { get; init; }

    /// <summary>The condition (by name) under which it is asked; null: always.</summary>
    public string? When { get; init; }

    /// <summary>What <see cref="GraceInWorkingDays"/> is unless set.</summary>
    public const int UsualGraceInWorkingDays = 3;

    /// <summary>
    /// Working days between the reminder, which comes when the time is over, and what silence leads to: the configured answer, or
    /// that a further group sees the task; 1 to 365; null: <see cref="UsualGraceInWorkingDays"/>.
    /// </summary>
    public int? GraceInWorkingDays { get; init; }

    /// <summary>What counts as its answer when it says nothing; null: its answer is waited for, see <see cref="Step.Consult.EscalateTo"/>.</summary>
    public OfficeAnswer? IfSilent { get; init; }
}

/// <summary>What an office says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfficeAnswer>))]
public enum OfficeAnswer
{
    /// <summary>Nothing speaks against it.</summary>
    [JsonStringEnumMemberName("agree")] Agree,

    /// <summary>Nothing speaks against it on the conditions (Auflagen) in its words.</summary>
    [JsonStringEnumMemberName("agreeWithConditions")] AgreeWithConditions,

    /// <summary>It should be rejected, for the reason in its words.</summary>
    [JsonStringEnumMemberName("object")] Object,

    /// <summary>The office has no part in it (Fehlanzeige).</summary>
    [JsonStringEnumMemberName("notConcerned")] NotConcerned,
}
