using System.Text.Json.Serialization;

namespace Ozg.Core.Deadlines;

/// <summary>What can be done against a decision.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Remedy>))]
public enum Remedy
{
    /// <summary>Widerspruch (§ 70 VwGO); in Hessen also against municipal taxes and charges.</summary>
    Objection,

    /// <summary>Klage, after the Widerspruchsbescheid or where none is needed (§ 74 VwGO).</summary>
    CourtAction,
}

/// <summary>Until when a decision can be contested.</summary>
public static class AppealRules
{
    /// <summary>
    /// One month from the day on which the decision was made known; one year if the information on remedies is missing or wrong (§ 58 (2)
    /// VwGO). A decision that was not served has no such deadline, hence the type.
    /// </summary>
    /// <param name="served">When it was made known.</param>
    /// <param name="remedy">Which remedy the law gives.</param>
    /// <param name="informed">Whether the decision rightly named the remedy, where it goes, its seat and the period (§ 58 (1) VwGO).</param>
    /// <param name="atAuthority">The calendar of the place where the appeal has to arrive.</param>
    public static Deadline Until(Service.Served served, Remedy remedy, bool informed, LegalCalendar atAuthority)
    {
        var month = remedy == Remedy.Objection
            ? new ReasoningStep(ReasonCode.ObjectionPeriod, served.Day, "§ 70 Abs. 1 VwGO")
            : new ReasoningStep(ReasonCode.CourtActionPeriod, served.Day, "§ 74 VwGO");
        IReadOnlyList<ReasoningStep> length = informed ? [month] : [month, new(ReasonCode.NotInformed, served.Day, "§ 58 Abs. 2 VwGO")];
        var deadline = DeadlineRules.After(
            served.Day, informed ? Period.Months(1) : Period.Years(1), remedy == Remedy.Objection ? EndShift.Vwvfg : EndShift.Court, atAuthority);
        return new(deadline.Day, deadline.PassesAt, [.. served.Reasoning, .. length, .. deadline.Reasoning]);
    }
}
