using CsCheck;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

/// <summary>Whatever the day, the Land and the period.</summary>
public sealed class DeadlineProperties
{
    [Fact]
    public void A_later_event_never_ends_earlier() =>
        Gen.Select(AnyDay, AnyPeriod, AnyShift, AnyCalendar).Sample((day, period, shift, calendar) =>
            DeadlineRules.After(day, period, shift, calendar).Day <= DeadlineRules.After(day.AddDays(1), period, shift, calendar).Day
            && DeadlineRules.BeginningWith(day, period, shift, calendar).Day <= DeadlineRules.BeginningWith(day.AddDays(1), period, shift, calendar).Day);

    [Fact]
    public void A_longer_period_never_ends_earlier() =>
        Gen.Select(AnyDay, AnyPeriod, AnyShift, AnyCalendar).Sample((day, period, shift, calendar) =>
            DeadlineRules.After(day, period, shift, calendar).Day <= DeadlineRules.After(day, new(period.Count + 1, period.Unit), shift, calendar).Day);

    [Fact]
    public void An_end_that_moves_is_never_a_Saturday_a_Sunday_or_a_holiday() =>
        Gen.Select(AnyDay, AnyPeriod, AnyCalendar, AnySuspension.Array[0, 3]).Sample((day, period, calendar, pauses) =>
        {
            var end = DeadlineRules.After(day, period, EndShift.Vwvfg, calendar, pauses).Day;
            return end.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && calendar.HolidayOn(end) is null;
        });

    [Fact]
    public void An_end_moves_over_nothing_but_Saturdays_Sundays_and_holidays() =>
        Gen.Select(AnyDay, AnyPeriod, AnyCalendar).Sample((day, period, calendar) =>
        {
            var stays = DeadlineRules.After(day, period, Stays, calendar).Day;
            var moves = DeadlineRules.After(day, period, EndShift.Vwvfg, calendar).Day;
            return Days(stays, moves.AddDays(-1)).All(between => !calendar.IsWorkingDay(between));
        });

    [Fact]
    public void Months_and_years_after_an_event_are_those_of_the_calendar_with_the_end_of_the_month_kept() =>
        Gen.Select(AnyDay, Gen.Int[1, 60], AnyCalendar).Sample((day, count, calendar) =>
            DeadlineRules.After(day, Period.Months(count), Stays, calendar).Day == day.AddMonths(count)
            && DeadlineRules.After(day, Period.Years(count), Stays, calendar).Day == day.AddYears(count));

    // Where no day is missing, the two ways to begin differ by the one day that is counted.
    [Fact]
    public void Months_from_the_beginning_of_a_day_end_the_day_before() =>
        Gen.Select(AnyDay, Gen.Int[1, 60], AnyCalendar).Sample((day, count, calendar) =>
        {
            var end = DeadlineRules.BeginningWith(day, Period.Months(count), Stays, calendar).Day;
            return day.AddMonths(count).Day == day.Day ? end == day.AddMonths(count).AddDays(-1) : end == day.AddMonths(count);
        });

    [Fact]
    public void Counting_the_days_one_by_one_gives_the_same_end() =>
        Gen.Select(AnyDay, Gen.Int[1, 60], AnyCalendar).Sample((day, count, calendar) =>
        {
            DateOnly Naive(Func<DateOnly, bool> counts) => Days(day.AddDays(1), DateOnly.MaxValue).Where(counts).ElementAt(count - 1);
            DateOnly End(PeriodUnit unit) => DeadlineRules.After(day, new(count, unit), Stays, calendar).Day;
            return End(PeriodUnit.WorkingDay) == Naive(calendar.IsWorkingDay)
                && End(PeriodUnit.OfficeDay) == Naive(calendar.IsOfficeDay)
                && End(PeriodUnit.Werktag) == Naive(calendar.IsWerktag)
                && End(PeriodUnit.Day) == Naive(_ => true)
                && End(PeriodUnit.Week) == Naive(one => one.DayOfWeek == day.DayOfWeek);
        });

    [Fact]
    public void Standing_still_for_some_days_moves_the_end_by_as_many() =>
        Gen.Select(AnyDay, Gen.Int[1, 60], Gen.Int[0, 59], Gen.Int[1, 60], AnyCalendar).Sample((day, count, at, days, calendar) =>
        {
            var begins = day.AddDays(1 + at % count);
            var end = DeadlineRules.After(day, Period.Days(count), Stays, calendar, new Suspension(begins, begins.AddDays(days - 1))).Day;
            return end == day.AddDays(count + days);
        });

    [Fact]
    public void After_standing_still_as_many_days_have_counted_as_without() =>
        Gen.Select(AnyDay, Gen.Int[1, 40], Gen.Int[0, 60].Array[0, 6], AnyCalendar).Sample((day, count, offsets, calendar) =>
        {
            var pauses = offsets.Select((offset, index) => new Suspension(day.AddDays(offset), day.AddDays(offset + index))).ToList();
            var end = DeadlineRules.After(day, Period.WorkingDays(count), Stays, calendar, pauses).Day;
            bool Runs(DateOnly one) => pauses.All(pause => one < pause.First || one > pause.Last);
            return Days(day.AddDays(1), end).Count(one => calendar.IsWorkingDay(one) && Runs(one)) == count;
        });

    [Fact]
    public void Every_deadline_says_how_it_was_found_and_passes_at_the_end_of_its_day() =>
        Gen.Select(AnyDay, AnyPeriod, AnyShift, AnyCalendar, AnySuspension.Array[0, 3]).Sample((day, period, shift, calendar, pauses) =>
        {
            var deadline = DeadlineRules.After(day, period, shift, calendar, pauses);
            return deadline.Reasoning.Count >= 2
                && deadline.Reasoning[^1].Day == deadline.Day
                && deadline.Reasoning.All(step => step.Source.Contains('§'))
                && deadline.PassesAt == LegalTime.EndOf(deadline.Day)
                && !deadline.HasPassed(deadline.PassesAt.AddTicks(-1)) && deadline.HasPassed(deadline.PassesAt);
        });

    [Fact]
    public void The_shifted_end_depends_on_holidays_of_the_place_only() =>
        Gen.Select(AnyDay, AnyPeriod, AnyDay.Array[0, 20]).Sample((day, period, closed) =>
            period.Unit == PeriodUnit.OfficeDay
            || DeadlineRules.After(day, period, EndShift.Vwvfg, Hessen).Day == DeadlineRules.After(day, period, EndShift.Vwvfg, Hessen.WithClosingDays(closed)).Day);

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }
}
