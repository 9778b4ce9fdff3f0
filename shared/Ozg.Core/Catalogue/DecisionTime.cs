using System.Text.Json;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Whether the authority's steps fit into the time that the law gives it.</summary>
internal static class DecisionTime
{
    /// <summary>The steps that make the longest way too long; empty when it can be kept.</summary>
    public static IEnumerable<(string Step, string What)> TooLong(IReadOnlyList<Step> steps, Period period)
    {
        var longest = Longest(steps);
        var available = MostWorkingDays(period);
        if (longest.Days > available && longest.Steps.Count > 0)
            yield return (longest.Steps[0].Id, $"The law gives {Print(period)} to decide, at most {available} working days, but the way over {string.Join(", ", longest.Steps.Select(step => $"{step.Id} ({DaysOf(step)})"))} takes up to {longest.Days}; make these due sooner.");
    }

    /// <summary>Working days in the most favourable case; a way that is longer can never keep the period.</summary>
    public static int MostWorkingDays(Period period) => period.Unit switch
    {
        PeriodUnit.Week => 5 * period.Count,
        PeriodUnit.Month => 23 * period.Count,
        PeriodUnit.Year => 262 * period.Count,
        PeriodUnit.Day => ((period.Count / 7) * 5) + Math.Min(period.Count % 7, 5),
        PeriodUnit.Werktag => ((period.Count / 6) * 5) + Math.Min(period.Count % 6, 5),
        _ => period.Count,
    };

    public static string Print(Period period) => $"{period.Count} {JsonNamingPolicy.CamelCase.ConvertName(period.Unit.ToString())}{(period.Count == 1 ? "" : "s")}";

    private static (int Days, List<Step> Steps) Longest(IReadOnlyList<Step> steps) =>
        steps.Select(LongestOf).Aggregate((Days: 0, Steps: new List<Step>()), (sum, next) => (sum.Days + next.Days, [.. sum.Steps, .. next.Steps]));

    private static (int Days, List<Step> Steps) LongestOf(Step step)
    {
        if (step is Step.Wait)
            return (0, []); // what is reviewed then has been decided

        var ways = Process.Inner(step).Select(Longest).ToList();
        var own = DaysOf(step);
        return ways.Count > 0 ? ways.MaxBy(way => way.Days) : own > 0 ? (own, [step]) : (0, []);
    }

    private static int DaysOf(Step step) => step switch
    {
        Step.Approve approve => approve.FourEyesWhen is null ? approve.DueInWorkingDays : 2 * approve.DueInWorkingDays,
        Step.Consult { Offices.Count: > 0 } consult => consult.Offices.Max(office => office.DueInWorkingDays + (office.GraceInWorkingDays ?? Office.UsualGraceInWorkingDays)),
        _ => 0,
    };
}
