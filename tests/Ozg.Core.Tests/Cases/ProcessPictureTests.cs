using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>The picture shows where a case is, where it was, and where it never goes.</summary>
public sealed class ProcessPictureTests
{
    private static readonly Step[] Steps =
    [
        new Step.Check { Id = "check" },
        new Step.Branch { Id = "branch", If = "big", Then = [Approve("big")], Else = [Approve("small")] },
        new Step.Parallel { Id = "ways", Branches = [[Approve("left")], [Approve("right"), Approve("after")]] },
        new Step.Approve { Id = "never", Group = "amt", DueInWorkingDays = 5, When = "huge" },
        new Step.Issue { Id = "issue", Document = "bescheid" },
    ];

    [Fact]
    public void While_it_stands_at_a_branch_the_other_way_is_skipped() =>
        Assert.Equal("check done, branch open [big open] [small skipped], ways ahead [left ahead] [right ahead, after ahead], never ahead, issue ahead", Picture(Play.Start(Steps, "big")));

    [Fact]
    public void Of_ways_in_parallel_each_is_as_far_as_it_is()
    {
        var play = Play.Start(Steps).Approve(Play.Anna);

        Assert.Equal("check done, branch done [big skipped] [small done], ways open [left open] [right open, after ahead], never ahead, issue ahead", Picture(play));
    }

    [Fact]
    public void When_it_has_ended_nothing_is_ahead()
    {
        var play = Play.Start(Steps).Approve(Play.Anna);
        while (play.Case.Tasks is [var task, ..])
            play.Approve(Play.Anna, task);

        Assert.Equal("check done, branch done [big skipped] [small done], ways done [left done] [right done, after done], never skipped, issue done", Picture(play));
    }

    [Fact]
    public void What_a_withdrawn_case_has_not_reached_is_skipped() =>
        Assert.EndsWith("never skipped, issue skipped", Picture(Play.Start(Steps).Then(now => new CaseEvent.Withdrawn { At = now })), StringComparison.Ordinal);

    private static Step.Approve Approve(string id) => new() { Id = id, Group = "amt", DueInWorkingDays = 5 };

    private static string Picture(Play play) => Text(ProcessPicture.Of(new(Steps), Play.Id, play.Journal));

    private static string Text(IEnumerable<PicturedStep> steps) =>
        string.Join(", ", steps.Select(step => $"{step.Id} {step.State.ToString().ToLowerInvariant()}{string.Concat((step.Ways ?? []).Select(way => $" [{Text(way)}]"))}"));
}
