using Ozg.Core.Catalogue;
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

    private static Step.Approve Approve => new() { Id = "assess", Group = "amt", DueInWorkingDays = 14 };

    private static IReadOnlyList<StepMistake> Mistakes(params Step[] steps) =>
        ProcessRules.Check(Plan() with { Process = new(steps) }, ["amt"]);

    /// <summary>The last step has this mistake, and there is no other.</summary>
    private static void Told(string field, string part, params Step[] steps)
    {
        var mistake = Assert.Single(Mistakes(steps));
        Assert.Equal((steps.Length - 1, steps[^1].Id, field), (mistake.Index, mistake.Step, mistake.Field));
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }
}
