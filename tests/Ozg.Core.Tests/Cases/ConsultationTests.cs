using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

public sealed class ConsultationTests
{
    private static readonly Office Roads = new("roads", 5) { IfSilent = OfficeAnswer.Agree };
    private static readonly Office Fire = new("fire", 10);
    private static readonly Office Trees = new("trees", 5) { When = "near-trees", IfSilent = OfficeAnswer.NotConcerned };

    [Fact]
    public void All_offices_are_asked_at_once_each_with_its_own_deadline()
    {
        var play = Ask("near-trees");

        Assert.Equal(["roads", "fire", "trees"], play.Case.Tasks.Select(task => task.Group));
        Assert.Equal([new(2026, 11, 30), new(2026, 12, 7), new(2026, 11, 30)], play.Case.Tasks.Select(task => task.Due.Day));
    }

    [Fact]
    public void An_office_that_the_condition_leaves_out_is_not_asked() => Assert.Equal(["roads", "fire"], Ask().Case.Tasks.Select(task => task.Group));

    [Fact]
    public void The_case_goes_on_when_every_office_has_answered()
    {
        var play = Ask().Answer("fire", OfficeAnswer.Agree);
        Assert.Equal(["consult"], play.Case.Steps);

        Assert.Equal(["assess"], play.Answer("roads", OfficeAnswer.NotConcerned).Case.Steps);
    }

    [Fact]
    public void The_conditions_of_all_offices_are_merged_for_the_documents()
    {
        var play = Ask("near-trees")
            .Answer("trees", OfficeAnswer.AgreeWithConditions, "terms/trees.txt")
            .Answer("roads", OfficeAnswer.Agree)
            .Answer("fire", OfficeAnswer.AgreeWithConditions, "terms/fire.txt")
            .Approve(Anna);

        Assert.Equal(["terms/trees.txt", "terms/fire.txt"], Assert.IsType<Effect.Issue>(play.Effects[^1]).Result.Terms);
        Assert.True(play.Case.Facts.Conditions[Conditions.Conditional]);
    }

    [Fact]
    public void An_objection_decides_nothing_but_later_steps_can_depend_on_it()
    {
        var second = new Step.Approve { Id = "head", Group = "heads", When = Conditions.Objected, DueInWorkingDays = 3 };

        var play = Start([Consult(), second]).Answer("roads", OfficeAnswer.Object, "words.txt").Answer("fire", OfficeAnswer.Agree);

        Assert.Equal((Verdict.Approved, "head"), (play.Case.Verdict, play.Task.Step));
    }

    [Fact]
    public void A_quorum_takes_the_question_from_the_offices_that_have_not_answered()
    {
        var play = Start([Consult() with { Quorum = 1 }, Approval()]).Answer("fire", OfficeAnswer.Agree);

        Assert.Equal("assess", play.Task.Step);
    }

    [Fact]
    public void A_silent_office_is_reminded_and_then_counts_as_the_process_says()
    {
        var play = Ask().Answer("fire", OfficeAnswer.Agree).Wait(days: 8);
        Assert.True(play.Task is { Overdue: true, Reminded: true });

        play.Wait(days: 4); // three working days of grace after the reminder on Tuesday 01.12.

        Assert.Equal(new OfficeOpinion("consult", "roads", OfficeAnswer.Agree, null, Silent: true), play.Case.Opinions[^1]);
        Assert.Equal("assess", play.Task.Step);
    }

    [Fact]
    public void An_office_whose_answer_cannot_be_replaced_is_waited_for()
    {
        var play = Ask().Answer("roads", OfficeAnswer.Agree).Wait(days: 60);

        Assert.Equal("fire", play.Task.Group);
        Assert.Null(play.Case.Deadline);
    }

    [Fact]
    public void Where_nothing_counts_in_its_place_another_group_sees_the_task_of_a_silent_office_after_the_reminder()
    {
        var play = Escalated().Wait(days: 15); // due on Monday 07.12., three working days of grace after the reminder
        Assert.True(play.Task is { Overdue: true, Reminded: true, EscalatedTo: null });

        Assert.Equal("head", play.Wait(days: 4).Task.EscalatedTo);
        Assert.Null(play.Case.Deadline);
    }

    [Fact]
    public void An_answer_in_an_offices_place_is_marked_and_the_offices_own_is_not()
    {
        Assert.Equal(
            new OfficeOpinion("consult", "fire", OfficeAnswer.Agree, null, Silent: false, AnsweredBy: "head"),
            Escalated().Wait(days: 20).Answer("fire", OfficeAnswer.Agree, by: "head").Case.Opinions[^1]);
        Assert.Null(Escalated().Wait(days: 20).Answer("fire", OfficeAnswer.Agree, by: "fire").Case.Opinions[^1].AnsweredBy);
        Assert.Equal("assess", Escalated().Wait(days: 20).Answer("fire", OfficeAnswer.Object, "words.txt", by: "head").Task.Step);
    }

    [Fact]
    public void An_office_that_asks_the_applicant_gets_its_time_and_its_task_back()
    {
        var play = Escalated().Wait(days: 2).Ask(Anna).Wait(days: 10).Supplement("s1").Wait(days: 9);

        Assert.Equal((false, null), (play.Task.Overdue, play.Task.EscalatedTo));
        Assert.Equal("head", play.Wait(days: 10).Task.EscalatedTo);
    }

    [Fact]
    public void An_office_of_a_partner_is_not_answered_for_by_a_group_that_cannot_see_its_desk() =>
        Assert.Null(Start([new Step.Consult { Id = "consult", Offices = [Fire with { Partner = new("06432013") }], EscalateTo = "head" }]).Wait(days: 30).Task.EscalatedTo);

    [Fact]
    public void An_answer_after_the_reminder_counts()
    {
        var play = Ask().Answer("fire", OfficeAnswer.Agree).Wait(days: 8).Answer("roads", OfficeAnswer.Object, "words.txt");

        Assert.False(play.Case.Opinions[^1].Silent);
    }

    [Fact]
    public void No_office_to_ask_is_no_step_to_wait_at() =>
        Assert.Equal("assess", Start([new Step.Consult { Id = "consult", Offices = [Trees] }, Approval()]).Task.Step);

    [Fact]
    public void An_opinion_is_no_decision_and_a_decision_no_opinion()
    {
        var play = Ask();
        var before = play.Case;

        play.Approve(Anna, before.Tasks[0]).Reject(Anna, before.Tasks[1]);

        Assert.Same(before, play.Case);
    }

    private static Play Ask(params string[] conditions) =>
        Start([new Step.Check { Id = "check" }, Consult(), Approval(), new Step.Issue { Id = "issue", Document = "bescheid" }], conditions);

    private static Play Escalated() => Start([new Step.Consult { Id = "consult", Offices = [Fire], EscalateTo = "head" }, Approval()]);

    private static Step.Consult Consult() => new() { Id = "consult", Offices = [Roads, Fire, Trees] };

    private static Step.Approve Approval() => new() { Id = "assess", Group = "building", DueInWorkingDays = 10 };
}
