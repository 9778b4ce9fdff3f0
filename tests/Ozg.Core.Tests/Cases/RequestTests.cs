using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
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
    public void What_was_approved_is_not_changed_while_the_fee_is_awaited()
    {
        var play = Start(
            [new Step.Check { Id = "check" }, new Step.Approve { Id = "assess", Group = "roads", DueInWorkingDays = 10 }, new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14 }],
            new Facts(new Dictionary<string, bool>(), new Dictionary<string, long> { ["fee"] = 900 }, new Dictionary<string, DateOnly>()));
        Assert.True(Engine.CanSupplement(play.Case));

        play.Approve(Anna).Supplement("s1");

        Assert.False(Engine.CanSupplement(play.Case));
        Assert.Empty(play.Case.Supplements);
    }

    [Fact]
    public void What_comes_too_late_is_kept_for_the_case_file() => Assert.Equal(["s1"], Begin().Approve(Anna).Supplement("s1").Case.LateSupplements);

    [Fact]
    public void A_change_between_two_approvals_asks_the_first_pair_again()
    {
        var play = Start([new Step.Approve { Id = "assess", Group = "tax", FourEyesWhen = Conditions.Always, DueInWorkingDays = 10 }]).Approve(Anna);

        play.Supplement("words").Approve(Anna);
        Assert.Equal(Anna, play.Task.FirstApprovalBy);

        Assert.Null(play.Supplement("change", changes: true).Task.FirstApprovalBy);
    }

    [Fact]
    public void What_one_office_has_approved_is_not_changed_while_the_next_looks_at_it()
    {
        var play = Start([new Step.Approve { Id = "first", Group = "tax", DueInWorkingDays = 10 }, new Step.Approve { Id = "next", Group = "order", DueInWorkingDays = 10 }]).Approve(Anna);

        play.Supplement("words").Supplement("change", changes: true);

        Assert.Equal(["words"], play.Case.Supplements);
        Assert.Equal(["change"], play.Case.LateSupplements);
    }

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
    public void What_the_applicant_sends_is_checked_again()
    {
        var play = Begin().Ask(Anna).Supplement("s1");

        Assert.Equal(["s1"], Assert.IsType<Effect.Check>(play.Effects[^1]).Supplements);
        Assert.Equal(["assess"], play.Case.Steps); // where the case stands, it stays
    }

    [Fact]
    public void What_comes_while_a_check_is_made_again_is_checked_too()
    {
        var process = new Process([new Step.Check { Id = "check" }, new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10 }]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, Checked(large: false)).Case;

        current = Engine.Apply(process, current, new CaseEvent.Supplemented("s1") { At = Noon }).Case;
        var second = Engine.Apply(process, current, new CaseEvent.Supplemented("s2") { At = Noon });
        Assert.Equal(["s1", "s2"], Assert.IsType<Effect.Check>(Assert.Single(second.Effects)).Supplements);

        current = Engine.Apply(process, second.Case, Checked(large: false)).Case;
        current = Engine.Apply(process, current, Checked(large: true)).Case;

        Assert.True(current.Facts.Conditions["large"]);
        Assert.Empty(current.Rechecks);

        static CaseEvent Checked(bool large) => new CaseEvent.Checked("check", Facts.Of(new Dictionary<string, bool> { ["large"] = large })) { At = Noon };
    }

    [Fact]
    public void An_approval_that_meets_what_the_applicant_has_just_sent_is_asked_for_again()
    {
        var play = SupplementedUnchecked(new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10, FourEyesWhen = "large" }, "large");

        play.Approve(Anna);
        Assert.Equal((2, null), (play.Task.Id.Round, play.Task.FirstApprovalBy));

        play.Release();
        Assert.Equal(Anna, play.Approve(Anna).Task.FirstApprovalBy); // whether it takes two is asked of what was sent
        Assert.Equal(["tell.txt"], play.Approve(Bernd).Case.Documents);
    }

    [Fact]
    public void What_the_law_approves_goes_on_when_what_the_applicant_has_just_sent_is_checked()
    {
        var play = SupplementedUnchecked(new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10, DeemedApproval = new("law", Period.Months(3), EndMoves: true) });

        play.Wait(days: 100);
        Assert.Equal(("assess", true), (Assert.Single(play.Case.Steps), play.Case.Settled));
        play.Release();

        Assert.Equal(CaseStatus.Completed, play.Case.Status);
    }

    [Fact]
    public void An_office_can_ask_the_applicant_too()
    {
        var play = Start([new Step.Consult { Id = "consult", Offices = [new("roads", 5)] }]).Ask(Anna).Wait(days: 3).Supplement("s1");

        Assert.Equal(new DateOnly(2026, 12, 3), play.Task.Due.Day); // of five working days after Monday 23.11., those to Thursday 26.11. do not count
    }

    [Fact]
    public void An_answer_to_one_question_leaves_the_others_open_and_their_time_running()
    {
        var play = AskedTwice();
        var (roads, fire) = (play.Case.Requests[0], play.Case.Requests[1]);

        play.Wait(days: 3).Supplement("s1", request: roads.Id);

        Assert.Equal((CaseStatus.AwaitingApplicant, fire), (play.Case.Status, Assert.Single(play.Case.Requests)));
        Assert.Equal([false, true], play.Case.Tasks.Select(task => task.SuspendedOn is not null));
        Assert.Empty(play.Wait(days: 15).Case.Requests);
    }

    [Fact]
    public void An_answer_that_names_no_question_answers_all() => Assert.Empty(AskedTwice().Supplement("s1").Case.Requests);

    [Fact]
    public void An_answer_to_a_question_that_is_closed_by_then_is_taken_in_and_answers_no_other()
    {
        var play = AskedTwice();
        var closed = play.Case.Requests[0].Id;
        play.Supplement("s1", request: closed).Supplement("s2", request: closed);

        Assert.Equal(["s1", "s2"], play.Case.Supplements);
        Assert.Single(play.Case.Requests);
    }

    [Fact]
    public void The_papers_are_complete_only_when_nothing_is_asked_any_more()
    {
        var play = AskedTwice();

        play.Supplement("s1", request: play.Case.Requests[0].Id);
        Assert.Null(play.Case.CompleteOn);

        Assert.NotNull(play.Supplement("s2", request: play.Case.Requests[0].Id).Case.CompleteOn);
    }

    [Fact]
    public void A_change_while_the_second_pair_hears_the_applicant_asks_the_first_pair_again_afterwards()
    {
        var play = Start([new Step.Parallel
        {
            Id = "both",
            Branches =
            [
                [new Step.Approve { Id = "assess", Group = "tax", FourEyesWhen = Conditions.Always, DueInWorkingDays = 10, Hearing = new(14) }],
                [new Step.Consult { Id = "consult", Offices = [new("roads", 30)] }],
            ],
        }]);
        play.Approve(Anna, play.Case.Tasks[0]);
        play.Reject(Bernd, play.Case.Tasks.Single(task => !task.IsOpinion)).Ask(Anna, play.Case.Tasks.Single());

        play.Supplement("change", changes: true, request: play.Case.Requests.Single(request => request.Kind == RequestKind.Information).Id).Wait(days: 15);

        Assert.True(play.Case.Tasks.Single(task => !task.IsOpinion) is { Heard: true, FirstApprovalBy: null });
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

    private static Play SupplementedUnchecked(Step.Approve assess, params string[] conditions)
    {
        var play = StartUnder(Regime.Vwvfg, [new Step.Check { Id = "check" }, assess, new Step.Notify { Id = "tell", Message = "tell" }], conditions);
        play.Hold<Effect.Check>();
        return play.Supplement("s1", changes: true);
    }

    private static Play AskedTwice()
    {
        var play = Start([new Step.Consult { Id = "consult", Offices = [new("roads", 5), new("fire", 5)] }]);
        return play.Ask(Anna, play.Case.Tasks[0]).Ask(Bernd, play.Case.Tasks[1]);
    }

    private static Play Begin(bool hearing = false) => Start(
    [
        new Step.Check { Id = "check" },
        new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10, Hearing = hearing ? new(14) : null },
        new Step.Deliver { Id = "deliver", Target = "tax", On = Verdict.Approved },
    ]);
}
