using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>Moments at which two rules meet, as the engine has them today; whoever changes one of these changes what running cases come to.</summary>
public sealed class OpenDoubtsTests
{
    private static readonly Step.Approve Heard = new()
    {
        Id = "assess", Group = "roads", DueInWorkingDays = 10, Hearing = new(30), DeemedApproval = new("law", Period.Months(3), EndMoves: true),
    };

    private static readonly Step[] ThenTold = [Heard, new Step.Notify { Id = "tell", Message = "granted" }, new Step.Notify { Id = "refuse", Message = "refused", On = Verdict.Rejected }];

    // § 42a (1) VwVfG: the period that ends without a decision made known grants; a hearing is none, and does not stop it.
    [Fact]
    public void What_the_law_approves_while_the_applicant_is_heard_is_granted_but_only_when_the_hearing_ends()
    {
        var play = Start(ThenTold).Wait(days: 85).Reject(Anna); // 85 days of the three months are over, the hearing takes 30 more

        play.Wait(days: 10);
        Assert.Equal((CaseStatus.AwaitingApplicant, false), (play.Case.Status, play.Case.Facts.Conditions.ContainsKey(Conditions.Deemed)));

        play.Wait(days: 30);
        Assert.Equal((CaseStatus.Completed, true), (play.Case.Status, play.Case.Facts.Conditions[Conditions.Deemed]));
        Assert.Equal("granted.txt", play.Case.Documents[0]);
    }

    [Fact]
    public void Nobody_can_reject_after_the_hearing_what_the_law_has_approved_during_it()
    {
        var play = Start(ThenTold).Wait(days: 85).Reject(Anna).Wait(days: 10);

        play.Then(now => new CaseEvent.Supplemented("answer") { At = now }); // the hearing ends, and no timer has said yet that the period has too
        play.Reject(Bernd).WaitFor(TimeSpan.Zero);

        Assert.Equal(CaseStatus.Completed, play.Case.Status);
    }

    // What the law approves is what was applied for when the period ended; this changes it afterwards.
    [Fact]
    public void What_the_law_has_approved_during_a_hearing_can_still_be_changed_and_withdrawn_until_the_hearing_ends()
    {
        var play = Start(ThenTold).Wait(days: 85).Reject(Anna).Wait(days: 10);

        Assert.True(Engine.CanChange(play.Case));
        Assert.Equal(["change"], play.Supplement("change", changes: true).WaitFor(TimeSpan.Zero).Case.Supplements);
        Assert.Equal((CaseStatus.Completed, true), (play.Case.Status, play.Case.Facts.Conditions[Conditions.Deemed]));
        Assert.Equal(CaseStatus.Withdrawn, Start(ThenTold).Wait(days: 85).Reject(Anna).Wait(days: 10).Withdraw().Case.Status);
    }

    // An office that asks on another way makes the papers incomplete; after the period that comes too late to stop it.
    [Fact]
    public void A_question_on_another_way_undoes_what_the_law_has_approved_during_a_hearing()
    {
        var play = Start([new Step.Parallel { Id = "both", Branches = [[Heard], [new Step.Consult { Id = "ask", Offices = [new("fire", 200)] }]] }]);
        play.Wait(days: 85).Reject(Anna, play.Case.Tasks.Single(task => !task.IsOpinion)).Wait(days: 10);

        play.Ask(Bernd, play.Case.Tasks.Single()).Wait(days: 30);

        Assert.Null(play.Case.Tasks.Single(task => !task.IsOpinion).Fiction);
    }

    // An approval in the same moment is asked for again, and a fiction waits; an opinion does neither.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_last_opinion_moves_the_case_on_before_the_checks_have_answered_again(bool silent)
    {
        var play = StartUnder(
            Regime.Vwvfg,
            [new Step.Check { Id = "check" }, new Step.Consult { Id = "ask", Offices = [new("fire", 5) { IfSilent = OfficeAnswer.Agree }] }, new Step.Notify { Id = "tell", Message = "tell" }]);
        play.Hold<Effect.Check>();
        play.Supplement("change", changes: true);

        play = silent ? play.Wait(days: 20) : play.Answer("fire", OfficeAnswer.Agree);

        Assert.Equal(["tell.txt"], play.Case.Documents); // what is told goes by what was found out about the application before the change
        Assert.Equal(CaseStatus.Completed, play.Case.Status);
    }
}
