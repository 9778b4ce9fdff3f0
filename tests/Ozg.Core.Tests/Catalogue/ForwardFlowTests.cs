using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeRules;

namespace Ozg.Core.Tests.Catalogue;

/// <summary>Which steps may hand an application on to another Kommune, and what may come of it.</summary>
public sealed class ForwardFlowTests
{
    private static readonly Step.Check Asking = new() { Id = "check", Register = "people", Answers = ["elsewhere"] };
    private static readonly Step.Notify Elsewhere = new() { Id = "elsewhere", Message = "nachricht", On = Verdict.Forwarded };

    [Fact]
    public void The_applicant_can_be_told_behind_whatever_can_hand_on()
    {
        Assert.Empty(Mistakes(Check, Approve with { MayForward = true }, Elsewhere));
        Assert.Empty(Mistakes(Asking with { ForwardWhen = ["elsewhere"] }, Elsewhere));
        Told("on", "nothing before it can hand the application on", Check, Approve, Elsewhere);
    }

    [Fact]
    public void Only_a_register_names_the_Kommune_that_is_responsible() =>
        Told("forwardWhen", "asks no register", new Step.Check { Id = "check", ForwardWhen = ["teuer"] });

    [Fact]
    public void A_check_hands_on_under_a_condition_that_there_is() =>
        Told("forwardWhen/0", "unknown condition 'nowhere'", Asking with { ForwardWhen = ["nowhere"] });

    [Fact]
    public void Nobody_is_asked_for_anything_once_it_has_gone() =>
        Told("on", "has gone to another Kommune", Check, Approve with { MayForward = true }, Approve with { Id = "again", On = Verdict.Forwarded });

    [Fact]
    public void Within_a_way_that_only_they_take_who_were_handed_on_every_step_says_so()
    {
        var way = new Step.Branch { Id = "way", If = "teuer", On = Verdict.Forwarded, Then = [new Step.Notify { Id = "tell", Message = "nachricht" }] };

        Assert.Contains(Mistakes(Check, Approve with { MayForward = true }, way), mistake => (mistake.Step, mistake.Field) == ("tell", "kind") && mistake.What.Contains("say 'on: forwarded' here too", StringComparison.Ordinal));
        Assert.Empty(Mistakes(Check, Approve with { MayForward = true }, way with { Then = [Elsewhere] }));
    }

    [Fact]
    public void Who_knows_of_a_decision_is_not_sent_elsewhere()
    {
        Told("mayForward", "the applicant knows that", Check, Approve, Approve with { Id = "again", On = Verdict.Rejected, MayForward = true });
        Told("mayForward", "'issue' before or beside it tells", Check, Letter, Approve with { MayForward = true });
        Told("forwardWhen", "'issue' before or beside it tells", Check, Letter, Asking with { Id = "ask", ForwardWhen = ["elsewhere"] });
        Assert.Contains(
            Mistakes(Check, new Step.Parallel { Id = "both", Branches = [[Approve with { MayForward = true }], [Letter]] }),
            mistake => (mistake.Step, mistake.Field) == ("assess", "mayForward") && mistake.What.Contains("beside it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_that_others_get_does_not_count()
    {
        var approve = Approve with { MayForward = true };

        Assert.Empty(Mistakes(Check, new Step.Branch { Id = "way", If = "teuer", Then = [Letter], Else = [approve] }));
        Assert.Empty(Mistakes(Check, Approve with { Id = "first" }, Letter with { On = Verdict.Rejected }, approve));
        Assert.Empty(Mistakes(Check, approve, Letter));
    }

    private static readonly Step.Issue Letter = new() { Id = "issue", Document = "bescheid" };
}
