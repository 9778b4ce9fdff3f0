using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

public sealed class FlowTests
{
    private static readonly Step Check = new Step.Check { Id = "check" };
    private static readonly Step Announce = new Step.Notify { Id = "announce", Message = "message" };

    [Theory]
    [InlineData(true, "small")]
    [InlineData(false, "large")]
    public void A_branch_takes_one_of_two_ways_and_joins_again(bool small, string taken)
    {
        var branch = new Step.Branch { Id = "size", If = "small", Then = [Approval("small")], Else = [Approval("large")] };

        var play = Start([Check, branch, Announce], small ? ["small"] : []);

        Assert.Equal(taken, play.Task.Step);
        Assert.Equal(CaseStatus.Completed, play.Approve(Anna).Case.Status);
        Assert.Equal(["message.txt"], play.Case.Documents);
    }

    [Theory]
    [InlineData(true, "granted.txt")]
    [InlineData(false, "refused.txt")]
    public void What_is_refused_in_part_does_not_reject_the_application(bool granted, string document)
    {
        var play = Start(
        [
            Check, Approval("part") with { RejectionMeans = "part-refused" },
            new Step.Issue { Id = "granted", Document = "granted", Unless = "part-refused" },
            new Step.Issue { Id = "refused", Document = "refused", When = "part-refused" },
        ]);

        play = granted ? play.Approve(Anna) : play.Reject(Anna);

        Assert.Equal((CaseStatus.Completed, document), (play.Case.Status, Assert.Single(play.Case.Documents)));
        Assert.Equal(granted ? null : "reasons/1.txt", play.Case.Reason);
    }

    [Fact]
    public void A_branch_without_the_other_way_is_passed_by() =>
        Assert.Equal(CaseStatus.Completed, Start([Check, new Step.Branch { Id = "size", If = "small", Then = [Approval("small")] }]).Case.Status);

    [Fact]
    public void Parallel_ways_are_all_open_and_the_case_goes_on_when_the_last_has_ended()
    {
        var play = Start([Parallel([Approval("left"), Approval("left2")], [Approval("right")]), Announce]);

        Assert.Equal(["left", "right"], play.Case.Steps);
        play.Approve(Anna, play.Case.Tasks[1]);
        Assert.Equal(["left"], play.Case.Steps);
        play.Approve(Anna);
        Assert.Equal(["left2"], play.Case.Steps);
        Assert.Equal(CaseStatus.Completed, play.Approve(Anna).Case.Status);
    }

    [Fact]
    public void A_way_on_which_nothing_is_to_be_done_does_not_end_the_others() =>
        Assert.Equal(["right"], Start([Parallel([], [Approval("right")]), Announce]).Case.Steps);

    [Fact]
    public void Ways_within_ways_join_from_the_inside_out()
    {
        var play = Start([Parallel([Parallel([Approval("a")], [Approval("b")]), Approval("c")], [Approval("d")]), Announce]);

        foreach (var (step, after) in new[] { ("a", "b d"), ("d", "b"), ("b", "c"), ("c", "") })
        {
            play.Approve(Anna, play.Case.Tasks.Single(task => task.Step == step));
            Assert.Equal(after, string.Join(' ', play.Case.Steps.Order()));
        }

        Assert.Equal(CaseStatus.Completed, play.Case.Status);
    }

    [Fact]
    public void A_rejection_on_one_way_ends_what_is_asked_on_the_others()
    {
        var refuse = new Step.Issue { Id = "refuse", On = Verdict.Rejected, Document = "refusal" };

        var play = Start([Parallel([Approval("left")], [Approval("right"), Approval("right2")]), refuse]).Reject(Anna, task: null);

        Assert.Equal(CaseStatus.Rejected, play.Case.Status);
        Assert.Equal(["refusal.txt"], play.Case.Documents);

        static Step Approval(string id) => id == "left" ? FlowTests.Approval(id) : new Step.Wait { Id = id, WorkingDays = 5 };
    }

    [Fact]
    public void A_check_rejects_without_a_clerk_where_the_process_says_so()
    {
        var check = new Step.Check { Id = "check", RejectWhen = ["quota-used"] };
        var refuse = new Step.Issue { Id = "refuse", On = Verdict.Rejected, When = "quota-used", Document = "refusal" };

        var play = Start([check, Approval("clerk"), refuse], "quota-used");

        Assert.Equal((CaseStatus.Rejected, 0), (play.Case.Status, play.Effects.OfType<Effect.Publish>().Count()));
        Assert.Equal(["refusal.txt"], play.Case.Documents);
    }

    [Fact]
    public void Why_a_clerk_has_rejected_stays_the_reason_when_a_check_on_another_way_would_reject_too()
    {
        var late = new Step.Check { Id = "late", Register = "places", RejectWhen = ["full"] };
        var process = new Process([new Step.Parallel { Id = "ways", Branches = [[Approval("clerk")], [late]] }, new Step.Issue { Id = "refuse", On = Verdict.Rejected, Document = "refusal" }]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Rejected(current.Tasks[0].Id, Anna, "why") { At = Noon }).Case;

        var advance = Engine.Apply(process, current, new CaseEvent.Checked("late", Facts.Of(new Dictionary<string, bool> { ["full"] = true })) { At = Noon });

        Assert.Equal("why", Assert.IsType<Effect.Issue>(Assert.Single(advance.Effects)).Result.Reason);
    }

    [Fact]
    public void A_step_is_left_out_under_its_unless() =>
        Assert.Equal(CaseStatus.Completed, Start([Check, Approval("clerk") with { Unless = "sure" }], "sure").Case.Status);

    [Fact]
    public void A_wait_lets_working_days_pass()
    {
        var play = Start([new Step.Wait { Id = "wait", WorkingDays = 2 }, Announce]);

        Assert.Equal(CaseStatus.InProgress, play.Wait(days: 2).Case.Status); // Monday + 2 ends with Wednesday
        Assert.Equal(CaseStatus.Completed, play.Wait(days: 1).Case.Status);
    }

    [Fact]
    public void A_wait_ends_with_the_beginning_of_a_day_in_germany()
    {
        var facts = Facts.None with { Dates = new Dictionary<string, DateOnly> { ["end"] = new(2026, 12, 1) } };

        var play = Start([Check, new Step.Wait { Id = "wait", Until = "end" }], facts);

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(1)), play.Case.Deadline);
        Assert.Equal(CaseStatus.Completed, play.Wait(days: 8).Case.Status);
    }

    [Fact]
    public void A_date_that_is_over_or_unknown_is_not_waited_for()
    {
        var facts = Facts.None with { Dates = new Dictionary<string, DateOnly> { ["over"] = new(2026, 11, 1) } };

        Assert.Equal(CaseStatus.Completed, Start([Check, new Step.Wait { Id = "a", Until = "over" }, new Step.Wait { Id = "b", Until = "unknown" }], facts).Case.Status);
    }

    [Fact]
    public void Withdrawing_ends_the_case_with_all_that_was_open()
    {
        var play = Start([Approval("clerk"), Announce]).Ask(Anna).Withdraw();

        Assert.Equal(CaseStatus.Withdrawn, play.Case.Status);
        Assert.Empty(play.Case.Tasks);
        Assert.Empty(play.Case.Requests);
        Assert.Null(play.Case.Deadline);
        Assert.Empty(play.Effects);
    }

    [Fact]
    public void What_is_decided_cannot_be_withdrawn()
    {
        var play = Start([Approval("clerk"), new Step.Deliver { Id = "deliver", Target = "office" }]).Approve(Anna).Withdraw();

        Assert.Equal(CaseStatus.Delivering, play.Case.Status);
        Assert.Equal(CaseStatus.Completed, play.Acknowledge("deliver").Case.Status);
    }

    private static Step.Approve Approval(string id) => new() { Id = id, Group = "group", DueInWorkingDays = 10 };

    private static Step.Parallel Parallel(params IReadOnlyList<Step>[] branches) => new() { Id = $"ways-{branches.Length}-{branches[0].Count}", Branches = branches };
}
