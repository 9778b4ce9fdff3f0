using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.ForwardCase;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>An application on its way to another Kommune: nobody acts on the case, and nothing of it goes on.</summary>
public sealed class ForwardOnItsWayTests
{
    [Fact]
    public void The_applicant_is_told_once_the_other_Kommune_has_it()
    {
        var play = Begin();
        play.Hold<Effect.HandOver>();

        Forward(play);
        Assert.Equal((CaseStatus.InProgress, "assess"), (play.Case.Status, Assert.Single(play.Case.Steps)));
        Assert.Empty(play.Case.Documents);
        play.Release();

        Assert.Equal((CaseStatus.Forwarded, "elsewhere.txt"), (play.Case.Status, Assert.Single(play.Case.Documents)));
    }

    [Fact]
    public void While_it_is_on_its_way_nothing_can_be_withdrawn_changed_or_decided_here()
    {
        var play = Begin();
        play.Hold<Effect.HandOver>();
        var task = play.Task;
        Forward(play);

        play.Withdraw().Supplement("more", changes: true).Approve(Bernd, task).Reject(Bernd, task);

        Assert.True(play.Case.LateWithdrawal);
        Assert.Equal("more", Assert.Single(play.Case.LateSupplements));
        Assert.Equal(Verdict.Forwarded, play.Case.Verdict);
    }

    [Fact]
    public void On_other_ways_nothing_goes_on_before_the_other_Kommune_has_it()
    {
        var play = Play.StartHolding<Effect.Issue>([new Step.Parallel { Id = "ways", Branches = [[Assess], [new Step.Issue { Id = "slow", Document = "slow" }, Elsewhere]] }]);
        play.Hold<Effect.HandOver>();
        Forward(play, task: play.Case.Tasks.Single(task => task.Step == "assess"));

        play.Then(now => new CaseEvent.Issued("slow", "slow.txt") { At = now }).Then(now => new CaseEvent.Issued("slow", "slow.txt") { At = now });
        Assert.Equal("slow.txt", Assert.Single(play.Case.Documents));
        play.Then(now => new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(Neighbour))) { At = now });

        Assert.Equal(CaseStatus.Forwarded, play.Case.Status);
        Assert.Equal(["slow.txt", "elsewhere.txt"], play.Case.Documents);
    }

    [Fact]
    public void Nothing_that_was_not_handed_on_is_handed_over()
    {
        var play = Begin();
        var before = play.Case;

        Assert.Same(before, play.Then(now => new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(Neighbour))) { At = now }).Case);
    }

    [Fact]
    public void A_check_that_answers_later_on_another_way_does_not_reject_what_has_gone()
    {
        var process = new Process([new Step.Parallel { Id = "ways", Branches = [[Assess], [new Step.Check { Id = "check", Register = "land", RejectWhen = ["full"] }]] }, Elsewhere]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Forwarded(current.Tasks[0].Id, Anna, Neighbour, "why", Upon: 0) { At = Noon }).Case;

        current = Engine.Apply(process, current, new CaseEvent.Checked("check", Facts.Of(new Dictionary<string, bool> { ["full"] = true })) { At = Noon }).Case;
        Assert.Equal(Verdict.Forwarded, current.Verdict);
        Assert.Equal(["assess", "check"], current.Held);
        current = Engine.Apply(process, current, new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(Neighbour))) { At = Noon }).Case;

        Assert.Equal(["elsewhere"], current.Steps);
    }

    [Fact]
    public void A_hand_over_of_something_else_moves_nothing()
    {
        var play = Begin();
        play.Hold<Effect.HandOver>();
        Forward(play);
        var before = play.Case;

        Assert.Same(before, play.Then(now => new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(new("06432016")))) { At = now }).Case);
    }

    [Fact]
    public void What_has_been_delivered_on_another_way_is_not_being_delivered_while_it_is_on_its_way()
    {
        var play = Play.Start([new Step.Parallel { Id = "ways", Branches = [[Assess], [new Step.Deliver { Id = "deliver", Target = "tax" }]] }]);
        play.Hold<Effect.HandOver>();
        Forward(play, task: play.Case.Tasks[0]);

        Assert.Equal(CaseStatus.InProgress, play.Acknowledge("deliver").Case.Status);
    }
}
