using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;
using static Ozg.Core.Tests.Catalogue.ArrangeRules;

namespace Ozg.Core.Tests.Catalogue;

public sealed class ProcessRulesTests
{
    [Fact]
    public void A_sound_process_has_no_mistake() => Assert.Empty(ProcessRules.Check(Plan(), ["amt"]));

    [Fact]
    public void Step_ids_are_unique() =>
        Told("id", "used twice", Check, new Step.Notify { Id = "check", Message = "nachricht" });

    [Fact]
    public void Step_ids_are_names() =>
        Told("id", "not a name", new Step.Notify { Id = "Hinweis 1", Message = "nachricht" });

    [Fact]
    public void A_group_belongs_to_the_Kommune() =>
        Told("group", "unknown group 'niemand'", Approve with { Group = "niemand" });

    [Fact]
    public void A_standard_process_leaves_the_groups_to_the_Kommunen() =>
        Assert.Empty(ProcessRules.Check(Leistung([Approve with { Group = "niemand" }])));

    [Fact]
    public void A_condition_is_declared() =>
        Told("when", "unknown condition 'selten'", Check, Approve with { When = "selten" });

    [Fact]
    public void A_condition_for_four_eyes_is_declared() =>
        Told("fourEyesWhen", "unknown condition 'selten'", Check, Approve with { FourEyesWhen = "selten" });

    [Fact]
    public void Four_eyes_always_needs_neither_condition_nor_check() =>
        Assert.Empty(Mistakes(Approve with { FourEyesWhen = Conditions.Always }));

    [Fact]
    public void Conditions_are_answered_first() =>
        Told("when", "begin with a check", Approve with { When = "teuer" });

    [Fact]
    public void A_check_is_the_first_step() =>
        Told("kind", "first step", Approve, Check);

    [Fact]
    public void A_document_has_a_template() =>
        Told("document", "unknown document 'urkunde'", new Step.Issue { Id = "issue", Document = "urkunde" });

    [Fact]
    public void A_message_has_a_template() =>
        Told("message", "unknown template 'gruss'", new Step.Notify { Id = "notify", Message = "gruss" });

    [Fact]
    public void Only_a_check_of_a_register_comes_later() =>
        Assert.Empty(Mistakes(Check, Approve, new Step.Check { Id = "again", Register = "melderegister", Answers = ["unbekannt"] }));

    [Fact]
    public void A_register_is_asked_for_something() =>
        Told("register", "for nothing", new Step.Check { Id = "check", Register = "melderegister" });

    [Fact]
    public void Answers_come_from_a_register() =>
        Told("answers", "names no register", new Step.Check { Id = "check", Answers = ["unbekannt"] });

    [Fact]
    public void A_registers_answer_is_not_called_like_a_condition() =>
        Told("answers/0", "without a register", new Step.Check { Id = "check", Register = "melderegister", Answers = ["teuer"] });

    [Fact]
    public void What_a_register_answers_later_is_not_known_before() =>
        Assert.Contains(
            Mistakes(Check, Approve with { When = "unbekannt" }, new Step.Check { Id = "again", Register = "melderegister", Answers = ["unbekannt"] }),
            mistake => (mistake.Step, mistake.Field) == ("assess", "when") && mistake.What.Contains("only later", StringComparison.Ordinal));

    [Fact]
    public void What_a_rejection_means_is_known_after_it() =>
        Assert.Empty(Mistakes(Check, Approve with { RejectionMeans = "ohne-befreiung" }, new Step.Notify { Id = "notify", Message = "nachricht", When = "ohne-befreiung" }));

    [Fact]
    public void What_a_rejection_means_is_not_known_before_it() =>
        Assert.Contains(
            Mistakes(Check, new Step.Notify { Id = "notify", Message = "nachricht", When = "ohne-befreiung" }, Approve with { RejectionMeans = "ohne-befreiung" }),
            mistake => (mistake.Step, mistake.Field) == ("notify", "when") && mistake.What.Contains("only later", StringComparison.Ordinal));

    [Theory]
    [InlineData("teuer", "without a clerk")]
    [InlineData("unpaid", "without a clerk")]
    [InlineData("Zu teuer", "not a name")]
    public void What_a_rejection_means_has_a_name_of_its_own(string means, string why) =>
        Told("rejectionMeans", why, Check, Approve with { RejectionMeans = means });

    [Fact]
    public void A_refusal_of_a_part_rejects_nothing() =>
        Told("on", "nothing before it can reject", Check, Approve with { RejectionMeans = "ohne-befreiung" }, new Step.Notify { Id = "notify", Message = "nachricht", On = Verdict.Rejected });

    [Theory]
    [InlineData("objected", "no office")]
    [InlineData("unpaid", "nothing has to be paid")]
    [InlineData("deemed", "given by law")]
    public void What_a_process_never_finds_out_decides_nothing(string condition, string why) =>
        Told("when", why, Check, new Step.Notify { Id = "notify", Message = "nachricht", When = condition });

    [Fact]
    public void A_step_for_rejected_applications_follows_what_rejects() =>
        Told("on", "nothing before it can reject", Check, new Step.Notify { Id = "notify", Message = "nachricht", On = Verdict.Rejected });

    [Fact]
    public void A_step_that_is_left_out_always_is_told() =>
        Told("unless", "never taken", Check, new Step.Notify { Id = "notify", Message = "nachricht", When = "teuer", Unless = "teuer" });

    [Fact]
    public void A_step_within_a_branch_is_told_by_its_place()
    {
        var branch = new Step.Branch
        {
            Id = "weg",
            If = "teuer",
            Then = [Approve],
            Else = [new Step.Notify { Id = "notify", Message = "nachricht", When = "teuer" }],
        };

        var mistake = Assert.Single(Mistakes(Check, branch));

        Assert.Equal(("/1/else/0", "notify", "when"), (mistake.Pointer, mistake.Step, mistake.Field));
    }

    [Fact]
    public void Ids_are_unique_across_ways() =>
        Assert.Equal(
            "/0/branches/1/0",
            Assert.Single(Mistakes(new Step.Parallel { Id = "zugleich", Branches = [[Approve], [Approve]] })).Pointer);

    [Fact]
    public void Amounts_and_dates_are_declared()
    {
        Told("amount", "unknown amount 'gebuehr'", Check, new Step.Pay { Id = "pay", Amount = "gebuehr", Purpose = "Test", DueInDays = 14, RefundTo = "kasse" });
        Told("until", "unknown date 'ende'", Check, new Step.Wait { Id = "wait", Until = "ende" });
        Told("workingDays", "either", new Step.Wait { Id = "wait" });
    }

    [Fact]
    public void What_a_payment_page_shows_is_short_and_plain()
    {
        var plan = Plan() with { Amounts = new Dictionary<string, string> { ["gebuehr"] = "5" } };
        var steps = new Step[] { Check, new Step.Pay { Id = "pay", Amount = "gebuehr", Purpose = "Gebühr für den Ausweis", DueInDays = 14, RefundTo = "kasse" } };

        Assert.Equal("purpose", Assert.Single(ProcessRules.Check(plan with { Process = new(steps) }, ["amt"])).Field);
    }

    [Theory]
    [InlineData("999999", true)]
    [InlineData("1000 * 1000", false)]
    [InlineData("-(5) + 2000000 / 2", true)]
    [InlineData("1000 * 1000 * feld", true)] // what depends on the application is not judged
    public void A_fee_that_is_the_same_for_all_is_one_that_a_platform_takes(string amount, bool sound)
    {
        var plan = Plan() with { Amounts = new Dictionary<string, string> { ["gebuehr"] = amount }, Process = new([Check, new Step.Pay { Id = "pay", Amount = "gebuehr", Purpose = "Test", DueInDays = 14, RefundTo = "kasse" }]) };

        Assert.Equal(sound ? [] : ["amount"], ProcessRules.Check(plan, ["amt"]).Select(mistake => mistake.Field));
    }

    [Theory]
    [InlineData(null, "kind", "nobody gives it back")]
    [InlineData("Die Kasse", "refundTo", "not a name of a system")]
    public void Whoever_takes_money_says_who_gives_it_back(string? refundTo, string field, string part)
    {
        var plan = Plan() with { Amounts = new Dictionary<string, string> { ["gebuehr"] = "5" } };
        var steps = new Step[] { Check, new Step.Pay { Id = "pay", Amount = "gebuehr", Purpose = "Gebuehr", DueInDays = 14, RefundTo = refundTo } };

        var mistake = Assert.Single(ProcessRules.Check(plan with { Process = new(steps) }, ["amt"]));

        Assert.Equal(field, mistake.Field);
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("kasse", "refundTo")]
    public void What_a_rejection_costs_is_not_given_back_with_it(string? refundTo, string? field)
    {
        var plan = Plan() with { Amounts = new Dictionary<string, string> { ["gebuehr"] = "5" } };
        var steps = new Step[]
        {
            Check,
            new Step.Approve { Id = "assess", Group = "amt", DueInWorkingDays = 10 },
            new Step.Pay { Id = "pay", On = Verdict.Rejected, Amount = "gebuehr", Purpose = "Gebuehr", DueInDays = 14, RefundTo = refundTo },
        };

        Assert.Equal(field, ProcessRules.Check(plan with { Process = new(steps) }, ["amt"]).SingleOrDefault()?.Field);
    }

    [Fact]
    public void Only_a_register_can_keep_something() => Told("reserves", "asks no register", new Step.Check { Id = "check", Reserves = true });

    [Fact]
    public void A_recipient_gets_something() =>
        Told("only", "gets no field", new Step.Deliver { Id = "deliver", Target = "archiv", Only = [] });

    [Fact]
    public void What_a_recipient_gets_is_said_one_way() =>
        Told("without", "one of them is enough", new Step.Deliver { Id = "deliver", Target = "archiv", Only = ["/feld"], Without = ["/feld"] });

    [Fact]
    public void Ways_at_the_same_time_are_two_at_least()
    {
        Told("branches", "at least two", new Step.Parallel { Id = "zugleich", Branches = [[]] });
        Told("then", "leads nowhere", Check, new Step.Branch { Id = "weg", If = "teuer", Then = [] });
    }
}
