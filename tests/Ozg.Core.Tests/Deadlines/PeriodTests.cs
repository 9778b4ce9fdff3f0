using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-11-23", 1, PeriodUnit.Day, "2026-11-24")]
    [InlineData("2026-11-23", 3, PeriodUnit.Week, "2026-12-14")]
    [InlineData("2026-11-23", 1, PeriodUnit.Month, "2026-12-23")]
    [InlineData("2026-11-23", 2, PeriodUnit.Year, "2028-11-23")]
    [InlineData("2027-01-31", 1, PeriodUnit.Month, "2027-02-28")]
    [InlineData("2028-02-29", 1, PeriodUnit.Year, "2029-02-28")]
    [InlineData("2027-02-28", 1, PeriodUnit.Month, "2027-03-28")]
    public void After_an_event_a_period_ends_on_the_day_named_like_the_event(string eventDay, int count, PeriodUnit unit, string end) =>
        Assert.Equal(Day(end), DeadlineRules.After(Day(eventDay), new(count, unit), Stays, Hessen).Day);

    [Theory]
    [InlineData("2026-10-31", ReasonCode.MonthLacksDay)] // November has 30 days
    [InlineData("2026-10-30", ReasonCode.MonthsEnd)]
    public void Only_a_month_that_lacks_the_day_is_said_to_lack_it(string eventDay, ReasonCode because)
    {
        var deadline = DeadlineRules.After(Day(eventDay), Period.Months(1), Stays, Hessen);

        Assert.Equal((new DateOnly(2026, 11, 30), because), (deadline.Day, deadline.Reasoning[^1].Code));
    }

    [Theory]
    [InlineData("2026-11-23", 1, PeriodUnit.Day, "2026-11-23")]
    [InlineData("2026-11-23", 3, PeriodUnit.Week, "2026-12-13")]
    [InlineData("2026-11-23", 1, PeriodUnit.Month, "2026-12-22")]
    [InlineData("2026-01-01", 1, PeriodUnit.Year, "2026-12-31")]
    [InlineData("2027-03-01", 1, PeriodUnit.Month, "2027-03-31")] // not the 28th, as from the day before
    [InlineData("2027-01-31", 1, PeriodUnit.Month, "2027-02-28")] // the 30th is missing
    [InlineData("2027-01-30", 1, PeriodUnit.Month, "2027-02-28")]
    [InlineData("2027-01-29", 1, PeriodUnit.Month, "2027-02-28")] // the 28th is there
    [InlineData("2028-02-29", 1, PeriodUnit.Year, "2029-02-28")]
    public void From_the_beginning_of_a_day_a_period_ends_the_day_before_the_one_named_like_it(string firstDay, int count, PeriodUnit unit, string end) =>
        Assert.Equal(Day(end), DeadlineRules.BeginningWith(Day(firstDay), new(count, unit), Stays, Hessen).Day);

    // Good Friday is 3 April 2026, Easter Monday the 6th.
    [Theory]
    [InlineData(PeriodUnit.WorkingDay, "2026-04-07")]
    [InlineData(PeriodUnit.Werktag, "2026-04-04")]
    [InlineData(PeriodUnit.Day, "2026-04-03")]
    public void What_counts_depends_on_the_unit(PeriodUnit unit, string end) =>
        Assert.Equal(Day(end), DeadlineRules.After(new(2026, 4, 2), new(1, unit), Stays, Hessen).Day);

    [Fact]
    public void A_period_in_Werktage_that_ends_on_a_Saturday_moves_like_any_other() =>
        Assert.Equal(new(2026, 4, 7), DeadlineRules.After(new(2026, 4, 2), Period.Werktage(1), EndShift.Vwvfg, Hessen).Day);

    [Fact]
    public void An_end_on_a_Friday_holiday_does_not_come_to_rest_on_the_Saturday() =>
        Assert.Equal(new(2027, 1, 4), DeadlineRules.After(new(2026, 12, 31), Period.Days(1), EndShift.Bgb, Hessen).Day);

    [Fact]
    public void An_appointment_of_the_authority_stays_on_a_Sunday_and_a_day_for_payment_moves()
    {
        var sunday = new DateOnly(2026, 5, 24);

        Assert.Equal(sunday, DeadlineRules.On(sunday, EndShift.Appointment, Hessen).Day);
        Assert.Equal(new(2026, 5, 26), DeadlineRules.On(sunday, EndShift.Bgb, Hessen).Day);
    }

    [Theory]
    [InlineData("2026-11-14", "2026-12-16")] // a Saturday: the old period ends on Monday the 16th, and a month on from there
    [InlineData("2026-11-13", "2026-12-14")] // Friday; 13.12. is a Sunday
    [InlineData("2027-02-26", "2027-03-30")] // Friday; 26.3. is Good Friday, so Tuesday after Easter
    public void An_extension_runs_from_the_day_to_which_the_old_end_had_moved(string oldEnd, string newEnd)
    {
        var old = DeadlineRules.On(Day(oldEnd), EndShift.Vwvfg, Hessen);

        var extended = DeadlineRules.Extended(old, Period.Months(1), EndShift.Vwvfg, Hessen);

        Assert.Equal(Day(newEnd), extended.Day);
        Assert.Equal(old.Reasoning, extended.Reasoning.Take(old.Reasoning.Count));
    }

    [Fact]
    public void A_month_added_to_the_end_of_February_ends_with_March() =>
        Assert.Equal(new(2029, 3, 31), DeadlineRules.Extended(DeadlineRules.On(new(2029, 2, 28), Stays, Hessen), Period.Months(1), Stays, Hessen).Day);

    [Fact]
    public void Hours_run_through_the_weekend()
    {
        var friday = new DateTimeOffset(2026, 5, 22, 16, 30, 0, TimeSpan.FromHours(2));

        var deadline = DeadlineRules.AfterHours(friday, 48);

        Assert.Equal(friday.AddDays(2), deadline.PassesAt);
        Assert.Equal(new(2026, 5, 24), deadline.Day);
    }

    [Fact]
    public void Hours_are_real_ones_when_clocks_change() =>
        Assert.Equal(11, DeadlineRules.AfterHours(new(2026, 10, 24, 12, 0, 0, TimeSpan.FromHours(2)), 24).PassesAt.Hour);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public void A_period_has_between_one_and_a_thousand_units(int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Days(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRules.AfterHours(DateTimeOffset.UnixEpoch, count));
    }

    [Fact]
    public void A_period_has_a_unit() => Assert.Throws<ArgumentOutOfRangeException>(() => new Period(1, (PeriodUnit)99));
}
