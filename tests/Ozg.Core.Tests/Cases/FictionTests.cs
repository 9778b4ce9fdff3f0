using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>What nobody decides in time is approved where a law orders it (§ 42a VwVfG).</summary>
public sealed class FictionTests
{
    private static readonly Fiction Fiction = new("§ 6a GewO", Period.Months(3), EndMoves: true, ExtendableBy: Period.Months(1));

    [Fact]
    public void What_nobody_decides_in_time_is_approved_where_a_law_says_so()
    {
        var play = Start([Approval() with { DeemedApproval = Fiction }, new Step.Issue { Id = "issue", When = Conditions.Deemed, Document = "deemed" }]);
        Assert.Equal(new DateOnly(2027, 2, 23), play.Task.Fiction?.Day);

        Assert.Equal(CaseStatus.Completed, play.Wait(days: 94).Case.Status);
        Assert.Equal(["deemed.txt"], play.Case.Documents);
    }

    [Fact]
    public void The_fiction_begins_when_the_papers_are_complete()
    {
        var play = Start([Approval() with { DeemedApproval = Fiction }]).Ask(Anna).Wait(days: 7).Supplement("s1");

        Assert.Equal(new DateOnly(2027, 3, 1), play.Task.Fiction?.Day); // complete on 30.11.2026: worked case, 28.02.2027 is a Sunday
    }

    [Fact]
    public void The_authority_can_give_itself_more_time_once()
    {
        var play = Start([Approval() with { DeemedApproval = Fiction }]);
        var first = play.Task.Fiction!.Day;

        play.Then(now => new CaseEvent.Extended(play.Task.Id, Anna, "reason.txt") { At = now });
        var extended = play.Case;

        Assert.True(play.Task.Fiction!.Day > first);
        Assert.Same(extended, play.Then(now => new CaseEvent.Extended(play.Task.Id, Anna, "again.txt") { At = now }).Case);
    }

    [Fact]
    public void Whoever_does_not_send_what_is_missing_gets_no_approval_by_silence()
    {
        var play = Start([Approval() with { DeemedApproval = Fiction }]).Wait(days: 85).Ask(Anna).Wait(days: 60);

        Assert.Null(play.Task.Fiction);
        Assert.Equal(CaseStatus.InProgress, play.Case.Status);
    }

    [Fact]
    public void A_second_pair_of_eyes_has_no_more_time_than_the_law_gives()
    {
        var play = Start([Approval() with { FourEyesWhen = Conditions.Always, DeemedApproval = Fiction }]);
        var end = play.Task.Fiction!.Day;

        Assert.Equal(end, play.Wait(days: 60).Approve(Anna).Task.Fiction?.Day);
    }

    [Fact]
    public void The_fiction_runs_from_the_complete_papers_not_from_the_task()
    {
        var play = Start([new Step.Wait { Id = "wait", WorkingDays = 20 }, Approval() with { DeemedApproval = Fiction }]);
        var late = play.Wait(days: 40);

        Assert.Equal(new DateOnly(2027, 2, 23), late.Task.Fiction?.Day);
    }

    [Fact]
    public void What_the_law_has_approved_nobody_can_reject_any_more()
    {
        var play = Start([Approval() with { DeemedApproval = Fiction }]);
        var before = play.Case;

        play.Then(_ => new CaseEvent.Rejected(before.Tasks[0].Id, Anna, "reason") { At = before.Tasks[0].Fiction!.PassesAt });

        Assert.Same(before, play.Case);
    }

    private static Step.Approve Approval() => new() { Id = "assess", Group = "tax", DueInWorkingDays = 10 };
}
