using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;
using static Ozg.Core.Tests.Catalogue.ArrangeRules;

namespace Ozg.Core.Tests.Catalogue;

/// <summary>Steps that ask somebody of an office: when, whom, and what they may.</summary>
public sealed class PeopleRulesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void A_task_is_due_within_a_year(int days) =>
        Told("dueInWorkingDays", "1 to 365", Approve with { DueInWorkingDays = days });

    [Fact]
    public void A_reminder_comes_before_the_deadline() =>
        Told("remindInWorkingDays", "remind after 1 to 13", Approve with { RemindInWorkingDays = 14 });

    [Fact]
    public void A_case_is_not_escalated_to_those_who_have_it() =>
        Told("escalateTo", "name another", Approve with { EscalateTo = "amt" });

    [Fact]
    public void A_second_pair_of_eyes_is_of_a_group_that_there_is()
    {
        Told("second/group", "unknown group 'niemand'", Approve with { FourEyesWhen = Conditions.Always, Second = new("niemand") });
        Told("second/partner", "does not have", Approve with { FourEyesWhen = Conditions.Always, Second = new("amt", new("06432007")) });
    }

    [Fact]
    public void A_second_pair_of_eyes_is_asked() =>
        Told("second", "fourEyesWhen", Approve with { Second = new("amt") });

    [Fact]
    public void An_approval_by_law_comes_after_the_desks_own_deadline() =>
        Told("dueInWorkingDays", "counts as approved after 1 week", Approve with { DeemedApproval = new("ein Gesetz", Period.Weeks(1), EndMoves: true) });

    [Fact]
    public void An_office_is_asked_once_and_answers_in_time()
    {
        Told("offices/1/group", "twice", new Step.Consult { Id = "fragen", Offices = [Silent(5), Silent(5)] });
        Told("offices/0/dueInWorkingDays", "1 to 365", new Step.Consult { Id = "fragen", Offices = [Silent(0)] });
        Told("quorum", "1 to 1", new Step.Consult { Id = "fragen", Offices = [Silent(5)], Quorum = 2 });
        Told("offices", "asks nobody", new Step.Consult { Id = "fragen", Offices = [] });
    }

    [Fact]
    public void A_silent_office_is_not_waited_for_for_ever()
    {
        var (waiting, ask) = (Silent(5) with { IfSilent = null }, new Step.Consult { Id = "fragen", Offices = [] });
        Told("offices/0/ifSilent", "name in the step's escalateTo", ask with { Offices = [waiting] });
        Told("escalateTo", "to that group itself", ask with { Offices = [waiting], EscalateTo = "amt" });
        Told("escalateTo", "never escalates", ask with { Offices = [Silent(5)], EscalateTo = "amt" });
        Told("escalateTo", "unknown group 'niemand'", ask with { Offices = [waiting], EscalateTo = "niemand" });
        Assert.Contains(Mistakes(ask with { Offices = [waiting with { Partner = new("06432007") }], EscalateTo = "amt" }), mistake => mistake.Field == "offices/0/ifSilent");
    }

    [Fact]
    public void A_second_pair_may_be_those_to_whom_the_first_task_is_escalated() =>
        Assert.Empty(ProcessRules.Check(Plan() with { Process = new([Approve with { FourEyesWhen = Conditions.Always, Second = new("leitung"), EscalateTo = "leitung" }]) }, ["amt", "leitung"]));

    [Fact]
    public void That_less_was_granted_is_known_behind_an_approval_that_may_change_something()
    {
        Assert.Empty(Mistakes(Check, Approve with { MayChange = ["/menge"] }, new Step.Notify { Id = "notify", Message = "nachricht", When = Conditions.Partial }));
        Told("when", "mayChange", Check, Approve, new Step.Notify { Id = "notify", Message = "nachricht", When = Conditions.Partial });
    }

    [Fact]
    public void Whoever_may_change_something_may_change_one_field_at_least() => Told("mayChange", "change nothing", Check, Approve with { MayChange = [] });

    [Fact]
    public void Beside_other_ways_nobody_changes_what_these_go_by() =>
        Assert.Contains(
            Mistakes(Check, new Step.Parallel { Id = "zugleich", Branches = [[Approve with { MayChange = ["/menge"] }], [new Step.Notify { Id = "notify", Message = "nachricht" }]] }),
            mistake => (mistake.Pointer, mistake.Field) == ("/1/branches/0/0", "mayChange") && mistake.What.Contains("other ways", StringComparison.Ordinal));

    [Fact]
    public void What_a_review_takes_back_is_known_behind_its_wait() =>
        Assert.Empty(Mistakes(Check, Waiting(Review), new Step.Notify { Id = "notify", Message = "nachricht", When = "widerrufen" }));

    [Theory]
    [MemberData(nameof(BrokenReviews))]
    public void A_review_is_opened_by_a_clerk_and_ends_as_it_began_or_with_what_a_rejection_means(Step.Approve review, string field, string part)
    {
        var mistake = Assert.Single(Mistakes(Check, Waiting(review)));
        Assert.Equal(("/1/review", "widerruf", field), (mistake.Pointer, mistake.Step, mistake.Field));
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }

    public static TheoryData<Step.Approve, string, string> BrokenReviews => new()
    {
        { Review with { RejectionMeans = null }, "rejectionMeans", "taken back" },
        { Review with { When = "teuer" }, "when", "opened by a clerk" },
        { Review with { Unless = "teuer" }, "unless", "opened by a clerk" },
        { Review with { On = Verdict.Approved }, "on", "opened by a clerk" },
        { Review with { DeemedApproval = new("§ 42a VwVfG", Period.Months(3), EndMoves: true) }, "deemedApproval", "stays anyway" },
        { Review with { MayChange = ["/menge"] }, "mayChange", "as a whole" },
        { Review with { MayForward = true }, "mayForward", "is responsible" },
        { Review with { Group = "niemand" }, "group", "unknown group" },
        { Review with { DueInWorkingDays = 0 }, "dueInWorkingDays", "1 to 365" },
    };

    private static Step.Approve Review => new() { Id = "widerruf", Group = "amt", DueInWorkingDays = 10, RejectionMeans = "widerrufen" };

    private static Step.Wait Waiting(Step.Approve review) => new() { Id = "wait", WorkingDays = 10, Review = review };

    private static Office Silent(int dueInWorkingDays) => new("amt", dueInWorkingDays) { IfSilent = OfficeAnswer.Agree };
}
