using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>Less is granted than was applied for: whoever approves changes the application, and all that follows goes by what was granted.</summary>
public sealed class PartialGrantTests
{
    [Fact]
    public void What_was_changed_is_part_of_the_application_from_then_on_and_the_process_knows()
    {
        var play = Begin().Alter(Anna, "smaller");

        Assert.Equal(["smaller"], play.Case.Supplements);
        Assert.Equal(["partial.txt"], play.Case.Documents);
        var letter = Assert.Single(play.Effects.OfType<Effect.Issue>()).Result;
        Assert.Equal(("reasons/smaller.txt", "smaller"), (letter.Reason, Assert.Single(letter.Supplements)));
    }

    [Fact]
    public void Without_a_change_all_is_granted() => Assert.Equal(["whole.txt"], Begin().Approve(Anna).Case.Documents);

    [Fact]
    public void The_case_goes_on_only_when_the_checks_have_answered_for_what_was_granted()
    {
        var process = new Process([new Step.Check { Id = "check" }, Approval(), new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14 }]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, Checked(fee: 9000)).Case;

        var granted = Engine.Apply(process, current, new CaseEvent.Approved(current.Tasks[0].Id, Anna, "why") { At = Noon, Altered = new("smaller", 0) });
        Assert.Equal(["smaller"], Assert.IsType<Effect.Check>(Assert.Single(granted.Effects)).Supplements);
        Assert.Equal(["assess"], granted.Case.Steps);
        Assert.Empty(granted.Case.Payments);

        var checkedAgain = Engine.Apply(process, granted.Case, Checked(fee: 4000));
        Assert.Equal(4000, Assert.Single(checkedAgain.Case.Payments).Cents);
        Assert.Equal(["pay"], checkedAgain.Case.Steps);

        static CaseEvent Checked(long fee) =>
            new CaseEvent.Checked("check", new(new Dictionary<string, bool>(), new Dictionary<string, long> { ["fee"] = fee }, new Dictionary<string, DateOnly>())) { At = Noon };
    }

    [Fact]
    public void Every_check_that_was_made_answers_again_before_the_case_goes_on()
    {
        var process = new Process([new Step.Check { Id = "check" }, new Step.Check { Id = "register", Register = "land" }, Approval(), new Step.Issue { Id = "issue", Document = "whole" }]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        foreach (var check in new[] { "check", "register" })
            current = Engine.Apply(process, current, new CaseEvent.Checked(check, Facts.None) { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Approved(current.Tasks[0].Id, Anna, "why") { At = Noon, Altered = new("smaller", 0) }).Case;

        current = Engine.Apply(process, current, new CaseEvent.Checked("check", Facts.None) { At = Noon }).Case;
        Assert.Equal(["assess"], current.Steps);
        current = Engine.Apply(process, current, new CaseEvent.Checked("register", Facts.None) { At = Noon }).Case;

        Assert.Equal(["issue"], current.Steps);
    }

    [Fact]
    public void While_the_checks_are_made_again_the_applicant_can_still_withdraw()
    {
        var process = new Process([new Step.Check { Id = "check" }, Approval()]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Checked("check", Facts.None) { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Approved(current.Tasks[0].Id, Anna, "why") { At = Noon, Altered = new("smaller", 0) }).Case;

        Assert.Equal(CaseStatus.Withdrawn, Engine.Apply(process, current, new CaseEvent.Withdrawn { At = Noon }).Case.Status);
    }

    [Fact]
    public void The_second_pair_of_eyes_approves_what_the_first_proposes()
    {
        var play = Begin(fourEyes: true).Alter(Anna, "smaller");
        Assert.Equal((Anna, new Proposal("smaller", "reasons/smaller.txt")), (play.Task.FirstApprovalBy, play.Task.Proposed));
        Assert.Empty(play.Case.Supplements);

        play.Approve(Bernd);

        Assert.Equal(("smaller", "reasons/smaller.txt"), (Assert.Single(play.Case.Supplements), play.Case.Reason));
        Assert.Equal(["partial.txt"], play.Case.Documents);
    }

    [Fact]
    public void If_the_second_would_grant_something_else_the_first_is_asked_again()
    {
        var play = Begin(fourEyes: true).Alter(Anna, "smaller").Alter(Bernd, "smaller-still");
        Assert.Equal((null, "smaller-still"), (play.Task.FirstApprovalBy, play.Task.Proposed?.Supplement));

        play.Approve(Anna).Approve(Bernd);

        Assert.Equal(["smaller-still"], play.Case.Supplements);
    }

    [Fact]
    public void If_the_second_would_grant_all_that_is_what_the_first_is_asked()
    {
        var play = Begin(fourEyes: true).Alter(Anna, "smaller").Alter(Bernd, change: null).Approve(Anna).Approve(Bernd);

        Assert.Empty(play.Case.Supplements);
        Assert.Equal(["whole.txt"], play.Case.Documents);
    }

    [Fact]
    public void Who_proposed_does_not_release_it_too()
    {
        var play = Begin(fourEyes: true).Alter(Anna, "smaller").Alter(Anna, "smaller-still");

        Assert.Equal((Anna, "smaller"), (play.Task.FirstApprovalBy, play.Task.Proposed?.Supplement));
    }

    [Fact]
    public void When_the_applicant_changes_the_application_nothing_is_proposed_any_more()
    {
        var play = Begin(fourEyes: true).Alter(Anna, "smaller").Supplement("other", changes: true);
        Assert.Equal((null, null), (play.Task.FirstApprovalBy, play.Task.Proposed));

        play = Begin(fourEyes: true).Alter(Anna, "smaller").Alter(Bernd, "smaller-still").Supplement("other", changes: true);
        Assert.Null(play.Task.Proposed);
    }

    [Fact]
    public void A_change_of_what_the_clerk_did_not_have_before_them_is_no_decision()
    {
        var play = Begin().Supplement("other", changes: true);
        var asked = play.Task.Id;

        play.Alter(Anna, "smaller", upon: 0);

        Assert.NotEqual(asked, play.Task.Id);
        Assert.Equal(["other"], play.Case.Supplements);
    }

    [Fact]
    public void What_the_law_approves_is_all_that_was_applied_for()
    {
        var play = Begin(fourEyes: true, fiction: new("law", Period.Months(3), EndMoves: true)).Alter(Anna, "smaller").Wait(days: 100);

        Assert.True(play.Case.Facts.Conditions[Conditions.Deemed]);
        Assert.Empty(play.Case.Supplements);
        Assert.Equal(["whole.txt"], play.Case.Documents);
    }

    [Fact]
    public void A_hearing_leaves_the_proposal_as_it_is()
    {
        var play = Begin(fourEyes: true, hearing: true).Alter(Anna, "smaller").Reject(Bernd).Supplement("words");

        Assert.Equal((true, "smaller"), (play.Task.Heard, play.Task.Proposed?.Supplement));
    }

    private static Step.Approve Approval() => new() { Id = "assess", Group = "roads", DueInWorkingDays = 10, MayChange = ["/area"] };

    private static Play Begin(bool fourEyes = false, bool hearing = false, Fiction? fiction = null) => Start(
    [
        new Step.Check { Id = "check" },
        Approval() with { FourEyesWhen = fourEyes ? Conditions.Always : null, Hearing = hearing ? new(14) : null, DeemedApproval = fiction },
        new Step.Issue { Id = "issue", Unless = Conditions.Partial, Document = "whole" },
        new Step.Issue { Id = "issue-partial", When = Conditions.Partial, Document = "partial" },
    ]);
}
