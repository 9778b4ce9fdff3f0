using System.Diagnostics;

namespace Ozg.Core.Deadlines;

/// <summary>Counts the days of a period: all of them, or those that its unit leaves.</summary>
internal static class DayCount
{
    /// <summary>The first day at or after a day that the unit counts, and so on to the nth.</summary>
    public static DateOnly Nth(PeriodUnit unit, DateOnly from, int n, LegalCalendar calendar)
    {
        if (CountsAll(unit))
            return from.AddDays(n - 1);

        for (var day = from; ; day = day.AddDays(1))
            if (Counts(unit, day, calendar) && --n == 0)
                return day;
    }

    /// <summary>How many days the unit counts from one day to another, both included.</summary>
    public static int Between(PeriodUnit unit, DateOnly from, DateOnly to, LegalCalendar calendar)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return CountsAll(unit) ? days : Enumerable.Range(0, days).Count(offset => Counts(unit, from.AddDays(offset), calendar));
    }

    private static bool CountsAll(PeriodUnit unit) => unit is PeriodUnit.Day or PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Year;

    private static bool Counts(PeriodUnit unit, DateOnly day, LegalCalendar calendar) => unit switch
    {
        PeriodUnit.WorkingDay => calendar.IsWorkingDay(day),
        PeriodUnit.OfficeDay => calendar.IsOfficeDay(day),
        PeriodUnit.Werktag => calendar.IsWerktag(day),
        _ => throw new UnreachableException($"Every day counts in {unit}."),
    };
}
