using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>The applicant changes the application: what is checked and asked again, and from when on it stays as it is.</summary>
public sealed class ChangeTests
{
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
    public void What_the_applicant_sends_is_checked_again()
    {
        var play = Start([new Step.Check { Id = "check" }, new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10 }]).Ask(Anna).Supplement("s1");

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

    private static Play SupplementedUnchecked(Step.Approve assess, params string[] conditions)
    {
        var play = StartUnder(Regime.Vwvfg, [new Step.Check { Id = "check" }, assess, new Step.Notify { Id = "tell", Message = "tell" }], conditions);
        play.Hold<Effect.Check>();
        return play.Supplement("s1", changes: true);
    }
}
