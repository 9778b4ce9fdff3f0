using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

public sealed class DeskTests
{
    [Fact]
    public void A_task_is_claimed_given_back_and_given_on()
    {
        var play = Begin().Then(now => new CaseEvent.Claimed(TaskId.For(Id, "assess", 1), Anna, 0) { At = now });
        Assert.Equal(Anna.Clerk, play.Task.Assignee);

        play.Then(now => new CaseEvent.Released(play.Task.Id, Anna, 1) { At = now });
        Assert.Null(play.Task.Assignee);

        play.Then(now => new CaseEvent.Delegated(play.Task.Id, Anna, Bernd.Clerk, 2) { At = now });
        Assert.Equal((Bernd.Clerk, 3), (play.Task.Assignee, play.Task.Turn));
    }

    [Fact]
    public void A_task_says_from_where_a_helper_helps_for_as_long_as_they_have_it()
    {
        var vera = new Actor(new("vera"), Partner: new("06432007"));
        var play = Begin().Then(now => new CaseEvent.Claimed(TaskId.For(Id, "assess", 1), vera, 0) { At = now });
        Assert.Equal(vera.Partner, play.Task.Helper);

        play.Then(now => new CaseEvent.Delegated(play.Task.Id, vera, Bernd.Clerk, 1) { At = now });
        Assert.Null(play.Task.Helper);

        play.Then(now => new CaseEvent.Delegated(play.Task.Id, Bernd, vera.Clerk, 2) { At = now, ToPartner = vera.Partner });
        Assert.Equal(vera.Partner, play.Task.Helper);

        play.Then(now => new CaseEvent.Released(play.Task.Id, Bernd, 3) { At = now, LeftBy = vera });
        Assert.Equal((null, null, 4), (play.Task.Assignee, play.Task.Helper, play.Task.Turn));
    }

    [Fact]
    public void Who_claims_at_the_partners_desk_where_the_second_approval_lies_does_not_help_out_there()
    {
        var task = Begin().Task with { Partner = new("06432007") };

        Assert.Null(task.After(new CaseEvent.Claimed(task.Id, new(new("vera"), Partner: task.Partner), 0) { At = default }).Helper);
    }

    [Fact]
    public void Of_two_who_take_a_task_in_the_same_turn_the_first_has_it()
    {
        var play = Begin();
        var task = play.Task.Id;

        play.Then(now => new CaseEvent.Claimed(task, Anna, 0) { At = now }).Then(now => new CaseEvent.Claimed(task, Bernd, 0) { At = now });

        Assert.Equal(Anna.Clerk, play.Task.Assignee);
    }

    [Fact]
    public void The_desk_is_reminded_before_the_task_is_due()
    {
        var play = Begin(remind: 5).Wait(days: 8);
        Assert.True(play.Task is { Reminded: true, Overdue: false });

        Assert.True(play.Wait(days: 8).Task.Overdue);
    }

    [Fact]
    public void An_overdue_task_is_escalated_and_stays_open()
    {
        var play = Begin(escalateTo: "heads").Wait(days: 15);

        Assert.Equal("heads", play.Task.EscalatedTo);
        Assert.Equal(CaseStatus.Completed, play.Approve(Anna).Case.Status);
    }

    [Fact]
    public void The_second_approval_may_be_a_partner_kommunes()
    {
        var step = Approval() with { FourEyesWhen = Conditions.Always, Second = new("release", new("06432013")) };

        var second = Start([step]).Approve(Anna).Task;

        Assert.Equal(("release", "06432013", Anna), (second.Group, second.Partner?.Value, second.FirstApprovalBy));
    }

    [Fact]
    public void A_deputy_of_the_first_does_not_make_four_eyes()
    {
        var play = Start([Approval() with { FourEyesWhen = Conditions.Always }]).Approve(Anna);

        play.Approve(new(Bernd.Clerk, For: Anna.Clerk));

        Assert.Equal(Anna, play.Task.FirstApprovalBy);
        Assert.Equal(CaseStatus.Completed, play.Approve(Bernd).Case.Status);
    }

    [Fact]
    public void Closing_days_of_the_office_put_off_its_own_deadlines()
    {
        var process = new Process([Approval()]) { ClosingDays = [new(2026, 11, 24), new(2026, 11, 25)] };

        var task = Assert.Single(Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case.Tasks);

        Assert.Equal(new DateOnly(2026, 12, 9), task.Due.Day);
    }

    [Fact]
    public void Where_the_second_pair_may_have_begun_the_first_may_finish()
    {
        var step = Approval() with { FourEyesWhen = Conditions.Always, Second = new("mayor"), EscalateTo = "mayor" };

        var second = Start([step]).Wait(days: 20).Approve(Anna).Task;

        Assert.Equal(("mayor", "tax"), (second.Group, second.EscalatedTo));
    }

    [Theory]
    [InlineData("mayor", "tax")]
    [InlineData("tax", null)]
    public void The_second_pair_is_left_out_only_where_it_gave_the_first_approval(string firstOf, string? also)
    {
        var step = Approval() with { FourEyesWhen = Conditions.Always, Second = new("mayor"), EscalateTo = "mayor" };

        Assert.Equal(also, Start([step]).Wait(days: 20).Approve(Anna, group: firstOf).Task.EscalatedTo);
    }

    [Fact]
    public void A_partners_group_of_the_same_name_is_not_the_one_to_which_the_task_was_escalated()
    {
        var step = Approval() with { FourEyesWhen = Conditions.Always, Second = new("mayor", new("06432013")), EscalateTo = "mayor" };

        Assert.Null(Start([step]).Wait(days: 20).Approve(Anna, group: "mayor").Task.EscalatedTo);
    }

    [Fact]
    public void The_first_pair_may_still_finish_after_the_applicant_has_been_asked()
    {
        var step = Approval() with { FourEyesWhen = Conditions.Always, Second = new("mayor"), EscalateTo = "mayor" };
        var play = Start([step]).Wait(days: 20).Approve(Anna, group: "mayor");

        Assert.Equal("tax", play.Ask(Anna).Wait(days: 2).Supplement("s1").Task.EscalatedTo);
    }

    [Fact]
    public void A_task_at_a_partners_desk_is_not_escalated_there()
    {
        var step = Approval() with { FourEyesWhen = Conditions.Always, Second = new("release", new("06432013")), EscalateTo = "mayor" };

        Assert.Null(Start([step]).Approve(Anna).Wait(days: 20).Task.EscalatedTo);
    }

    [Fact]
    public void Hands_leave_no_trace_that_grows()
    {
        var play = Begin();
        for (var turn = 0; turn < 50; turn++)
            play.Then(now => turn % 2 == 0 ? new CaseEvent.Claimed(play.Task.Id, Anna, turn) { At = now } : new CaseEvent.Released(play.Task.Id, Anna, turn) { At = now });

        Assert.Equal(50, play.Task.Turn);
        Assert.Empty(play.Case.Seen);
    }

    private static Step.Approve Approval() => new() { Id = "assess", Group = "tax", DueInWorkingDays = 10 };

    private static Play Begin(int? remind = null, string? escalateTo = null) => Start([Approval() with { RemindInWorkingDays = remind, EscalateTo = escalateTo }]);
}
