using System.Diagnostics;

namespace Ozg.Core.Deadlines;

/// <summary>The end of a period before anything moves it (§ 188 BGB).</summary>
/// <param name="FirstDay">The first day that is counted.</param>
/// <param name="AfterEvent">
/// True: an event on the day before began the period, which ends on the day named like the event's. False: the period began with the
/// first day, and ends on the day before the one that is named like it.
/// </param>
/// <param name="Period">How long.</param>
internal sealed record NominalEnd(DateOnly FirstDay, bool AfterEvent, Period Period)
{
    private const string LastDay = "§ 188 Abs. 1 BGB";
    private const string SameDay = "§ 188 Abs. 2 BGB";
    private const string LastOfMonth = "§ 188 Abs. 3 BGB";

    /// <summary>The step that leads to the end.</summary>
    public ReasoningStep In(LegalCalendar calendar) => Period.Unit switch
    {
        PeriodUnit.Day => Step(ReasonCode.DaysEnd, Last(calendar), LastDay),
        PeriodUnit.WorkingDay => Step(ReasonCode.WorkingDaysEnd, Last(calendar), LastDay),
        PeriodUnit.OfficeDay => Step(ReasonCode.OfficeDaysEnd, Last(calendar), LastDay),
        PeriodUnit.Werktag => Step(ReasonCode.WerktageEnd, Last(calendar), LastDay),
        PeriodUnit.Week => Step(ReasonCode.WeeksEnd, FirstDay.AddDays(7 * Period.Count - 1), SameDay),
        PeriodUnit.Month => AfterMonths(Period.Count),
        PeriodUnit.Year => AfterMonths(12 * Period.Count),
        _ => throw new UnreachableException($"No end for {Period.Unit}."),
    };

    /// <summary>The holidays that make a period of working days longer, each a step before the end.</summary>
    public IEnumerable<ReasoningStep> NotCounted(LegalCalendar calendar)
    {
        if (Period.Unit is not (PeriodUnit.WorkingDay or PeriodUnit.OfficeDay or PeriodUnit.Werktag))
            yield break;

        var last = Last(calendar);
        for (var day = FirstDay; day < last; day = day.AddDays(1))
        {
            var free = day.DayOfWeek == DayOfWeek.Sunday || (day.DayOfWeek == DayOfWeek.Saturday && Period.Unit != PeriodUnit.Werktag);
            if (!free && calendar.HolidayOn(day) is { } holiday)
                yield return new(ReasonCode.HolidayNotCounted, day, $"{LastDay}, {holiday.Source}") { Holiday = holiday };
        }
    }

    private DateOnly Last(LegalCalendar calendar) => DayCount.Nth(Period.Unit, FirstDay, Period.Count, calendar);

    private ReasoningStep AfterMonths(int months)
    {
        // The day before a first of the month is whatever day the month before ends with: no number to look for.
        if (!AfterEvent && FirstDay.Day == 1)
            return Step(ReasonCode.MonthsEnd, FirstDay.AddMonths(months).AddDays(-1), SameDay);

        var named = AfterEvent ? FirstDay.AddDays(-1) : FirstDay;
        var number = AfterEvent ? named.Day : named.Day - 1;
        var month = new DateOnly(named.Year, named.Month, 1).AddMonths(months);
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        return number <= length
            ? Step(ReasonCode.MonthsEnd, month.AddDays(number - 1), SameDay)
            : Step(ReasonCode.MonthLacksDay, month.AddDays(length - 1), LastOfMonth) with { Days = number };
    }

    private ReasoningStep Step(ReasonCode code, DateOnly day, string source) => new(code, day, source) { Period = Period };
}
