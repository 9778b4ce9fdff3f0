using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>While a case waits, it can be looked at again whether what was granted stays: § 49 VwVfG, after a hearing (§ 28 VwVfG).</summary>
public sealed class ReviewTests
{
    private static readonly Actor Carla = new(new("carla"));

    [Fact]
    public void A_review_is_a_task_of_its_group_while_the_case_goes_on_waiting()
    {
        var play = Begin().Review(Anna);

        Assert.Equal(("review", "roads", Anna), (play.Task.Step, play.Task.Group, play.Task.OpenedBy));
        Assert.Equal(["wait", "review"], play.Case.Steps);
        Assert.Single(play.Case.Waits);
    }

    [Fact]
    public void What_stays_stays_until_its_end_and_can_be_reviewed_again()
    {
        var play = Begin().Review(Anna).Approve(Bernd);
        Assert.Equal(["wait"], play.Case.Steps);
        Assert.False(play.Case.Facts.Conditions.GetValueOrDefault("revoked"));

        play.Review(Bernd);
        Assert.Equal(2, play.Task.Id.Round);

        Assert.Equal(["permit.txt", "end.txt"], play.Approve(Anna).Wait(days: 30).Case.Documents);
        Assert.Equal(CaseStatus.Completed, play.Case.Status);
    }

    [Fact]
    public void Before_it_is_taken_back_the_applicant_is_heard_and_can_answer()
    {
        var play = Begin().Review(Anna).Reject(Bernd);
        Assert.Equal((CaseStatus.AwaitingApplicant, RequestKind.Hearing), (play.Case.Status, Assert.Single(play.Case.Requests).Kind));
        Assert.True(Engine.CanSupplement(play.Case));
        Assert.False(Engine.CanChange(play.Case));

        play.Supplement("answer");

        Assert.Equal((true, Anna), (play.Task.Heard, play.Task.OpenedBy));
        Assert.Equal(["answer"], play.Case.Supplements);
    }

    [Fact]
    public void An_answer_in_the_hearing_does_not_change_what_the_checks_have_found()
    {
        var play = Begin().Review(Anna).Reject(Bernd);
        var effects = play.Effects.Count;

        play.Supplement("answer");

        Assert.Equal(effects, play.Effects.Count);
    }

    [Fact]
    public void After_the_hearing_it_is_taken_back_and_what_follows_the_wait_knows()
    {
        var play = Begin().Review(Anna).Reject(Bernd).Wait(days: 15).Reject(Bernd);

        Assert.Equal(["permit.txt", "revocation.txt"], play.Case.Documents);
        Assert.Equal((CaseStatus.Completed, "reasons/1.txt"), (play.Case.Status, play.Case.Reason));
        Assert.True(play.Now < Noon.AddDays(20)); // long before its end
    }

    [Fact]
    public void Who_opens_a_review_does_not_decide_it()
    {
        var play = Begin().Review(Anna).Reject(Anna).Approve(new(Bernd.Clerk, For: Anna.Clerk));

        Assert.Equal((Anna, 3), (play.Task.OpenedBy, play.Task.Id.Round));
        Assert.Empty(play.Case.Requests);
        Assert.Empty(play.Approve(Bernd).Case.Tasks);
    }

    [Fact]
    public void A_review_that_asks_for_four_eyes_has_them_beside_the_one_who_opened_it()
    {
        var play = Begin(review: Review() with { FourEyesWhen = Conditions.Always }).Review(Anna).Approve(Bernd).Approve(Bernd).Approve(Anna);
        Assert.Equal((Bernd, Anna), (play.Task.FirstApprovalBy, play.Task.OpenedBy));

        Assert.Empty(play.Approve(Carla).Case.Tasks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void When_the_end_comes_first_there_is_nothing_left_to_take_back(bool hearing)
    {
        var play = Begin().Wait(days: 24).Review(Anna);
        if (hearing)
            play.Reject(Bernd);

        play.Wait(days: 5);

        Assert.Equal(["permit.txt", "end.txt"], play.Case.Documents);
        Assert.Equal((CaseStatus.Completed, null), (play.Case.Status, play.Case.Deadline));
    }

    [Fact]
    public void Nobody_takes_back_what_has_ended_also_if_the_timer_that_says_so_comes_late()
    {
        var play = Begin().Wait(days: 20).Review(Anna).Reject(Bernd).Supplement("answer");
        var before = play.Case;
        var end = Assert.Single(before.Waits).Until;

        play.Then(_ => new CaseEvent.Rejected(before.Tasks[0].Id, Bernd, "reason") { At = end });
        Assert.Same(before, play.Case);

        play = Begin();
        before = play.Case;
        play.Then(_ => new CaseEvent.ReviewOpened(TaskId.For(Id, "review", 1), Anna, "reason") { At = end });
        Assert.Same(before, play.Case);
    }

    [Fact]
    public void There_is_one_review_at_a_time()
    {
        var play = Begin().Review(Anna);
        var before = play.Case;

        Assert.Same(before, play.Then(now => new CaseEvent.ReviewOpened(TaskId.For(Id, "review", 2), Bernd, "reason") { At = now }).Case);
    }

    [Fact]
    public void Nothing_is_reviewed_before_it_is_waited_for_and_where_the_wait_has_no_review()
    {
        var early = Start([new Step.Approve { Id = "assess", Group = "roads", DueInWorkingDays = 10 }, new Step.Wait { Id = "wait", WorkingDays = 20, Review = Review() }]);
        Assert.Same(early.Case, early.Review(Anna).Case);

        var plain = Start([new Step.Wait { Id = "wait", WorkingDays = 20 }]);
        Assert.Same(plain.Case, plain.Review(Anna).Case);
    }

    [Fact]
    public void Where_another_way_rejects_the_wait_ends_with_its_review()
    {
        var play = Start(
        [
            new Step.Parallel
            {
                Id = "ways",
                Branches = [[new Step.Wait { Id = "wait", WorkingDays = 20, Review = Review() }, new Step.Notify { Id = "after", Message = "after" }], [new Step.Approve { Id = "assess", Group = "heads", DueInWorkingDays = 10 }]],
            },
        ]).Review(Anna);

        play.Reject(Bernd, play.Case.Tasks.Single(task => task.Group == "heads"));

        Assert.Equal((CaseStatus.Rejected, "after.txt"), (play.Case.Status, Assert.Single(play.Case.Documents)));
    }

    private static Step.Approve Review() => new() { Id = "review", Group = "roads", DueInWorkingDays = 10, Hearing = new(14), RejectionMeans = "revoked" };

    private static Play Begin(Step.Approve? review = null) => Start(
    [
        new Step.Check { Id = "check" },
        new Step.Issue { Id = "issue", Document = "permit" },
        new Step.Wait { Id = "wait", WorkingDays = 20, Review = review ?? Review() },
        new Step.Issue { Id = "issue-revocation", When = "revoked", Document = "revocation" },
        new Step.Notify { Id = "notify", Unless = "revoked", Message = "end" },
    ]);
}
