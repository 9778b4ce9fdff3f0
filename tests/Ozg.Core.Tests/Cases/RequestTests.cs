using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>For each wait: the answer wins, the deadline wins, both come, the answer comes twice.</summary>
public sealed class RequestTests
{
    [Fact]
    public void Asked_for_something_the_case_waits_for_the_applicant_and_its_own_time_stands_still()
    {
        var play = Begin().Ask(Anna);

        Assert.Equal(CaseStatus.AwaitingApplicant, play.Case.Status);
        Assert.Equal(new DateOnly(2026, 12, 7), Assert.Single(play.Case.Requests).Due.Day);
        Assert.Equal(play.Case.Requests[0].Due.PassesAt, play.Case.Deadline);
    }

    [Fact]
    public void The_answer_lets_the_time_run_on_where_it_stood()
    {
        var play = Begin().Wait(days: 2).Ask(Anna).Wait(days: 5).Supplement("s1");

        Assert.Equal(CaseStatus.InProgress, play.Case.Status);
        Assert.Equal(new DateOnly(2026, 12, 11), play.Task.Due.Day); // of ten working days after 23.11., Wed 25.11. to Mon 30.11. do not count
        Assert.Equal(["s1"], play.Case.Supplements);
    }

    [Fact]
    public void Without_an_answer_it_is_decided_on_what_is_there()
    {
        var play = Begin().Ask(Anna).Wait(days: 15);

        Assert.Equal(CaseStatus.InProgress, play.Case.Status);
        Assert.Empty(play.Case.Requests);
        Assert.Null(play.Task.SuspendedOn);
    }

    [Fact]
    public void A_late_answer_is_still_taken_while_nothing_is_decided()
    {
        var play = Begin().Ask(Anna).Wait(days: 20).Supplement("late");

        Assert.Equal(["late"], play.Case.Supplements);
    }

    [Fact]
    public void The_same_answer_twice_counts_once() => Assert.Equal(["s1"], Begin().Ask(Anna).Supplement("s1").Supplement("s1").Case.Supplements);

    [Fact]
    public void An_answer_after_the_decision_changes_nothing()
    {
        var play = Begin().Approve(Anna);
        Assert.Equal(CaseStatus.Delivering, play.Case.Status);

        Assert.Empty(play.Supplement("s1").Case.Supplements);
    }

    [Fact]
    public void What_comes_too_late_is_kept_for_the_case_file() => Assert.Equal(["s1"], Begin().Approve(Anna).Supplement("s1").Case.LateSupplements);

    [Fact]
    public void An_event_that_bears_an_earlier_day_is_taken_in_as_of_now()
    {
        var play = Begin().Wait(days: 3).Ask(Anna);

        play.Then(now => new CaseEvent.Supplemented("s1") { At = now.AddDays(-2) });

        Assert.Null(play.Task.SuspendedOn);
        Assert.Equal(play.Now, play.Case.AsOf);
    }

    [Fact]
    public void An_office_that_was_waiting_for_the_applicant_is_not_taken_for_silent()
    {
        var play = Start([new Step.Consult { Id = "consult", Offices = [new("roads", 5) { IfSilent = OfficeAnswer.Agree }] }]).Wait(days: 9);
        Assert.True(play.Task.Overdue);

        play.Ask(Anna).Wait(days: 10).Supplement("s1");

        Assert.Equal(CaseStatus.InProgress, play.Case.Status);
        Assert.Equal("roads", play.Task.Group);
        Assert.True(play.Case.Deadline > play.Now);
    }

    [Fact]
    public void The_clerk_may_decide_without_waiting() => Assert.Empty(Begin().Ask(Anna).Approve(Anna).Case.Requests);

    [Fact]
    public void A_clerk_asks_once_at_a_time()
    {
        var play = Begin().Ask(Anna);
        var before = play.Case;

        Assert.Same(before, play.Ask(Bernd).Case);
        Assert.Single(play.Supplement("s1").Ask(Bernd).Case.Requests);
    }

    [Fact]
    public void An_office_can_ask_the_applicant_too()
    {
        var play = Start([new Step.Consult { Id = "consult", Offices = [new("roads", 5)] }]).Ask(Anna).Wait(days: 3).Supplement("s1");

        Assert.Equal(new DateOnly(2026, 12, 3), play.Task.Due.Day); // of five working days after Monday 23.11., those to Thursday 26.11. do not count
    }

    [Fact]
    public void Before_a_rejection_the_applicant_is_heard_and_the_task_decided_anew()
    {
        var play = Begin(hearing: true).Reject(Anna);
        Assert.Equal((CaseStatus.AwaitingApplicant, RequestKind.Hearing), (play.Case.Status, Assert.Single(play.Case.Requests).Kind));
        Assert.Empty(play.Case.Tasks);

        play.Supplement("answer");

        Assert.True(play.Task.Heard);
        Assert.Equal(CaseStatus.Delivering, play.Approve(Bernd).Case.Status);
    }

    [Fact]
    public void After_the_hearing_a_rejection_is_final() =>
        Assert.Equal(CaseStatus.Rejected, Begin(hearing: true).Reject(Anna).Wait(days: 15).Reject(Anna).Case.Status);

    [Fact]
    public void Whoever_is_not_heard_in_time_has_said_nothing()
    {
        var play = Begin(hearing: true).Reject(Anna).Wait(days: 15);

        Assert.True(play.Task.Heard);
        Assert.Empty(play.Case.Requests);
    }

    private static Play Begin(bool hearing = false) => Start(
    [
        new Step.Check { Id = "check" },
        new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10, Hearing = hearing ? new(14) : null },
        new Step.Deliver { Id = "deliver", Target = "tax", On = Verdict.Approved },
    ]);
}
