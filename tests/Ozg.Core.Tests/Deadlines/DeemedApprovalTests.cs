using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class DeemedApprovalTests
{
    // Three months end on Sunday, 28 February 2027.
    private static readonly DeemedApproval Approval = new() { CompleteOn = new(2026, 11, 30), End = EndShift.Vwvfg };

    [Fact]
    public void Whether_the_authoritys_own_end_moves_is_set_by_whoever_uses_it()
    {
        Assert.Equal(new(2027, 3, 1), Approval.In(Hessen).Day);
        Assert.Equal(new(2027, 2, 28), (Approval with { End = new(false, "§ 99 Mustergesetz") }).In(Hessen).Day);
    }

    [Fact]
    public void A_law_can_set_another_period() =>
        Assert.Equal(new(2027, 1, 11), (Approval with { Period = Period.Weeks(6) }).In(Hessen).Day);

    [Fact]
    public void An_extension_made_known_on_the_last_day_is_in_time() =>
        Assert.Equal(new(2027, 4, 1), Extended(new(2027, 3, 1)).Day);

    [Fact]
    public void An_extension_made_known_too_late_changes_nothing_and_says_so()
    {
        var deadline = Extended(new(2027, 3, 2));

        Assert.Equal(new(2027, 3, 1), deadline.Day);
        Assert.Contains(deadline.Reasoning, step => step.Code == ReasonCode.ExtensionTooLate);
    }

    [Fact]
    public void An_extension_has_a_reason() => Assert.Throws<ArgumentException>(() => new Extension(Period.Months(1), new(2027, 1, 1), " "));

    [Fact]
    public void It_can_stand_still_before_and_after_the_extension()
    {
        var paused = Approval with
        {
            End = Stays,
            Extension = new(Period.Days(10), new(2027, 3, 5), "reasons/1"),
            Suspensions = [new(new(2027, 2, 1), new(2027, 2, 7)), new(new(2027, 3, 10), new(2027, 3, 12))],
        };

        // 28 February + 7 days = 7 March, + 10 days = 17 March, + 3 days.
        Assert.Equal(new(2027, 3, 20), paused.In(Hessen).Day);
    }

    private static Deadline Extended(DateOnly notifiedOn) =>
        (Approval with { Extension = new(Period.Months(1), notifiedOn, "reasons/1") }).In(Hessen);
}
