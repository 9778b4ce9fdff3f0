using System.Text.Json.Serialization;

namespace Ozg.Core.Deadlines;

/// <summary>
/// Days on which a period stands still, for example while the applicant is asked for papers. Both the day on which the reason arises and
/// the day on which it goes away stand still; the period runs on from the day after.
/// <para>
/// Source: § 209 BGB (the time is not counted), by the day (BGH 11.02.2009 - XII ZR 114/06). Assumption: administrative periods follow it
/// where the law that orders the suspension says nothing else.
/// </para>
/// </summary>
public sealed record Suspension
{
    /// <summary>Checks the order of the days.</summary>
    /// <param name="first">The day of the request.</param>
    /// <param name="last">The day of the answer; at the earliest that of the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    [JsonConstructor]
    public Suspension(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
    }

    /// <summary>The first day that does not count.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that does not count.</summary>
    public DateOnly Last { get; }

    /// <summary>How many days do not count; at least 1.</summary>
    [JsonIgnore]
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>In order, joined where they overlap, without what lies before the period's first day.</summary>
    internal static IReadOnlyList<Suspension> Within(DateOnly firstDay, IEnumerable<Suspension> suspensions)
    {
        var joined = new List<Suspension>();
        foreach (var next in suspensions.Where(one => one.Last >= firstDay).OrderBy(one => one.First))
        {
            var first = next.First < firstDay ? firstDay : next.First;
            if (joined is [.., var before] && first <= before.Last)
                joined[^1] = new(before.First, next.Last > before.Last ? next.Last : before.Last);
            else
                joined.Add(new(first, next.Last));
        }

        return joined;
    }
}
