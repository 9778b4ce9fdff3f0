using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class ProcessRulesTests
{
    private static readonly Step Check = new Step.Check { Id = "check" };

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

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void A_task_is_due_within_a_year(int days) =>
        Told("dueInWorkingDays", "1 to 365", Approve with { DueInWorkingDays = days });

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
        { Review with { Group = "niemand" }, "group", "unknown group" },
        { Review with { DueInWorkingDays = 0 }, "dueInWorkingDays", "1 to 365" },
    };

    private static Step.Approve Review => new() { Id = "widerruf", Group = "amt", DueInWorkingDays = 10, RejectionMeans = "widerrufen" };

    private static Step.Wait Waiting(Step.Approve review) => new() { Id = "wait", WorkingDays = 10, Review = review };

    private static Office Silent(int dueInWorkingDays) => new("amt", dueInWorkingDays) { IfSilent = OfficeAnswer.Agree };

    private static Step.Approve Approve => new() { Id = "assess", Group = "amt", DueInWorkingDays = 14 };

    private static IReadOnlyList<StepMistake> Mistakes(params Step[] steps) =>
        ProcessRules.Check(Plan() with { Process = new(steps) }, ["amt"]);

    /// <summary>The last step has this mistake, and there is no other.</summary>
    private static void Told(string field, string part, params Step[] steps)
    {
        var mistake = Assert.Single(Mistakes(steps));
        Assert.Equal(($"/{steps.Length - 1}", steps[^1].Id, field), (mistake.Pointer, mistake.Step, mistake.Field));
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }
}
