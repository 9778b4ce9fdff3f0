using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.DogCase;

namespace Ozg.Core.Tests.Cases;

public sealed class EngineTests
{
    [Fact]
    public void A_received_case_is_checked_first()
    {
        var (current, effects) = Engine.Apply(Steps, Case.Begin(Id), Received);

        Assert.Equal(CaseStatus.Received, current.Status);
        Assert.Equal("check", Assert.IsType<Effect.Check>(Assert.Single(effects)).Step);
    }

    [Fact]
    public void A_checked_case_waits_for_a_clerk_of_the_group_until_the_due_date()
    {
        var task = Assert.Single(Checked().Tasks);

        Assert.Equal(("tax", "assess"), (task.Group, task.Step));
        Assert.Equal(new DateOnly(2026, 12, 7), task.Due.Day); // ten working days after Monday 23.11.2026
        Assert.NotEmpty(task.Due.Reasoning);
    }

    [Fact]
    public void An_approved_case_is_issued_then_delivered_then_announced_and_completed()
    {
        var waiting = Checked();

        var delivering = Settle(Engine.Apply(Steps, waiting, Approve(waiting, Anna)));
        Assert.Equal((CaseStatus.Delivering, "deliver"), (delivering.Status, Assert.Single(delivering.Steps)));

        var ended = Settle(Engine.Apply(Steps, delivering, Acknowledge()));
        Assert.Equal(CaseStatus.Completed, ended.Status);
        Assert.Equal(["bescheid.txt", "nachricht.txt"], ended.Documents);
    }

    [Fact]
    public void A_rejected_case_is_refused_with_its_reason_and_not_delivered()
    {
        var waiting = Checked();

        var advance = Engine.Apply(Steps, waiting, Reject(waiting, Anna));

        var refusal = Assert.IsType<Effect.Issue>(Assert.Single(advance.Effects));
        Assert.Equal(("refuse", Verdict.Rejected, "reasons/1.txt"), (refusal.Step, refusal.Result.Verdict, refusal.Result.Reason));
        var ended = Settle(advance);
        Assert.Equal(CaseStatus.Rejected, ended.Status);
        Assert.Equal(["ablehnung.txt", "nachricht.txt"], ended.Documents);
    }

    [Fact]
    public void A_rejection_ends_the_asking_of_further_offices()
    {
        var waiting = Checked(dangerous: true);

        Assert.Empty(After(waiting, Reject(waiting, Anna)).Tasks);
    }

    [Fact]
    public void Four_eyes_open_a_second_task_that_names_the_first_clerk()
    {
        var waiting = Checked(dangerous: true);

        var second = Assert.Single(After(waiting, Approve(waiting, Anna)).Tasks);

        Assert.Equal(("assess", new Actor(Anna)), (second.Step, second.FirstApprovalBy));
        Assert.NotEqual(Assert.Single(waiting.Tasks).Id, second.Id);
    }

    [Fact]
    public void One_clerk_cannot_give_both_approvals()
    {
        var waiting = Checked(dangerous: true);
        var second = After(waiting, Approve(waiting, Anna));

        var again = After(second, Approve(second, Anna));

        Assert.Equal("assess", Assert.Single(again.Tasks).Step);
    }

    [Fact]
    public void Two_clerks_give_both_approvals_and_the_next_office_is_asked()
    {
        var waiting = Checked(dangerous: true);
        var second = After(waiting, Approve(waiting, Anna));

        Assert.Equal("order", Assert.Single(After(second, Approve(second, Bernd)).Tasks).Step);
    }

    [Fact]
    public void A_step_whose_condition_does_not_hold_is_not_taken()
    {
        var waiting = Checked(dangerous: false);

        Assert.Equal(["grant"], After(waiting, Approve(waiting, Anna)).Steps);
    }

    [Fact]
    public void A_claim_names_the_assignee_and_closes_nothing()
    {
        var waiting = Checked();

        var claimed = After(waiting, new CaseEvent.Claimed(Assert.Single(waiting.Tasks).Id, new(Anna), Turn: 0) { At = Noon });

        Assert.Equal(Anna, Assert.Single(claimed.Tasks).Assignee);
    }

    [Fact]
    public void A_passed_due_date_makes_the_task_overdue_and_leaves_it_open()
    {
        var waiting = Checked();

        var late = After(waiting, Late(Noon.AddDays(15)));

        Assert.True(Assert.Single(late.Tasks).Overdue);
        Assert.Null(late.Deadline);
        Assert.Equal(["grant"], After(late, Approve(late, Anna)).Steps);
    }

    [Fact]
    public void A_timer_that_fires_early_changes_nothing()
    {
        var waiting = Checked();

        Assert.Same(waiting, After(waiting, Late(Noon.AddDays(13))));
    }

    [Fact]
    public void A_due_date_that_passes_after_the_decision_changes_nothing()
    {
        var waiting = Checked();
        var decided = After(waiting, Approve(waiting, Anna));

        Assert.Same(decided, After(decided, Late(Noon.AddDays(15))));
    }

    [Fact]
    public void A_decision_that_comes_twice_counts_once()
    {
        var waiting = Checked();
        var decided = After(waiting, Approve(waiting, Anna));

        Assert.Same(decided, After(decided, Approve(waiting, Anna)));
    }

    [Fact]
    public void The_second_of_two_contradicting_decisions_changes_nothing()
    {
        var waiting = Checked();
        var decided = After(waiting, Approve(waiting, Anna));

        Assert.Same(decided, After(decided, Reject(waiting, Bernd)));
    }

    [Fact]
    public void An_acknowledgement_of_another_delivery_changes_nothing()
    {
        var waiting = Checked();
        var delivering = Settle(Engine.Apply(Steps, waiting, Approve(waiting, Anna)));

        Assert.Same(delivering, After(delivering, Acknowledge(step: "elsewhere")));
    }

    [Fact]
    public void A_process_may_demand_four_eyes_in_every_case()
    {
        var process = new Process([new Step.Approve { Id = "assess", Group = "tax", FourEyesWhen = Conditions.Always, DueInWorkingDays = 1 }]);
        var waiting = Engine.Apply(process, Case.Begin(Id), Received).Case;

        Assert.NotNull(Assert.Single(Engine.Apply(process, waiting, Approve(waiting, Anna)).Case.Tasks).FirstApprovalBy);
    }
}
