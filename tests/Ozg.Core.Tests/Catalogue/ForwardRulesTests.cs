using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeRules;

namespace Ozg.Core.Tests.Catalogue;

/// <summary>Which steps may hand an application on to another Kommune, and what may come of it.</summary>
public sealed class ForwardRulesTests
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
    public void Who_knows_of_a_decision_is_not_sent_elsewhere()
    {
        Told("mayForward", "the applicant knows that", Check, Approve, Approve with { Id = "again", On = Verdict.Rejected, MayForward = true });
        Told("mayForward", "'issue' before it has told", Check, new Step.Issue { Id = "issue", Document = "bescheid" }, Approve with { MayForward = true });
    }
}
