using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class SuspensionTests
{
    // Runs from 2 November to 11 December 2026.
    private static readonly DateOnly Event = new(2026, 11, 1);
    private static readonly Period FortyDays = Period.Days(40);

    // Source: Universität Passau, learn.jura.uni-passau.de/course/5/9252: due 3 March 2015, suspended for seven days, due 10 March.
    [Fact]
    public void Seven_days_of_suspension_move_the_end_by_seven_days() =>
        Assert.Equal(new(2015, 3, 10), DeadlineRules.After(new(2015, 2, 1), Period.Days(30), Stays, Hessen, Pause("2015-03-01", "2015-03-07")).Day);

    [Theory]
    [InlineData("2026-11-10", "2026-11-10", "2026-12-12")] // asked and answered on the same day
    [InlineData("2026-12-11", "2026-12-13", "2026-12-14")] // asked on the last day: that day is left
    [InlineData("2026-12-12", "2026-12-20", "2026-12-11")] // asked after the end
    [InlineData("2026-10-01", "2026-10-31", "2026-12-11")] // over before the beginning
    [InlineData("2026-10-01", "2026-11-03", "2026-12-13")] // only what lies after the beginning
    public void The_days_that_were_left_run_on_after_the_answer(string first, string last, string end) =>
        Assert.Equal(Day(end), DeadlineRules.After(Event, FortyDays, Stays, Hessen, Pause(first, last)).Day);

    [Fact]
    public void Several_suspensions_add_up_in_any_order_and_overlaps_count_once()
    {
        Suspension[] pauses = [Pause("2026-11-20", "2026-11-24"), Pause("2026-11-05", "2026-11-07"), Pause("2026-11-06", "2026-11-08")];

        Assert.Equal(new(2026, 12, 20), DeadlineRules.After(Event, FortyDays, Stays, Hessen, pauses).Day);
    }

    [Fact]
    public void A_second_suspension_counts_if_the_first_one_moved_the_end_behind_it() =>
        Assert.Equal(new(2026, 12, 18), DeadlineRules.After(Event, FortyDays, Stays, Hessen, Pause("2026-12-10", "2026-12-12"), Pause("2026-12-13", "2026-12-16")).Day);

    [Fact]
    public void Working_days_that_were_left_run_on_as_working_days() =>
        // Ten working days from 2 November end on the 13th; three are left on Wednesday the 11th and run on from Monday the 16th.
        Assert.Equal(new(2026, 11, 18), DeadlineRules.After(Event, Period.WorkingDays(10), EndShift.Vwvfg, Hessen, Pause("2026-11-11", "2026-11-13")).Day);

    [Fact]
    public void On_the_day_to_which_the_end_has_moved_one_day_is_left() =>
        // 13 December is a Sunday: the period could be kept until Monday. Asked then, answered on Wednesday.
        Assert.Equal(new(2026, 12, 17), DeadlineRules.After(Event, Period.Days(42), EndShift.Vwvfg, Hessen, Pause("2026-12-14", "2026-12-16")).Day);

    [Fact]
    public void A_suspension_ends_no_earlier_than_it_begins() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pause("2026-11-02", "2026-11-01"));

    private static Suspension Pause(string first, string last) => new(Day(first), Day(last));
}
