using Ozg.Core.Processes;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Tests.Drawing;

public sealed class FlowTests
{
    [Fact]
    public void Who_acts_is_told_by_the_lane() =>
        Assert.Equal(
            ["Antragstellerin oder Antragsteller", "Feuerwehr", "Leitung", "Bauamt (Groß-Bieberau)", "Bauamt", "OZG-Verfahren (automatisch)", "Übergabe an Fachverfahren und andere Stellen"],
            Arrange.Flow(Arrange.Everything).Lanes.Select(lane => lane.Name));

    [Fact]
    public void A_rejection_leads_to_its_own_end()
    {
        var flow = Arrange.Flow(new([Approve("assess"), new Step.Issue { Id = "letter", Document = "letter", On = Verdict.Approved }, new Step.Issue { Id = "refusal", Document = "refusal", On = Verdict.Rejected }]));

        Assert.Equal(
            ["assess > assess.result", "assess.result > letter: bewilligt", "assess.result > refusal.rejected: abgelehnt", "letter > process.completed", "process.start > assess", "refusal.rejected > process.rejected"],
            Edges(flow));
    }

    [Fact]
    public void Steps_that_exclude_each_other_are_asked_about_once()
    {
        var flow = Arrange.Flow(new([
            new Step.Notify { Id = "one", Message = "one", When = "dangerous" },
            new Step.Notify { Id = "two", Message = "two", Unless = "dangerous" },
            new Step.Notify { Id = "three", Message = "three", When = "dangerous" }]));

        Assert.Equal(
            ["one > three", "one.if > one: ja", "one.if > two: nein", "process.completed.merge > process.completed", "process.start > one.if", "three > process.completed.merge", "two > process.completed.merge"],
            Edges(flow));
    }

    [Fact]
    public void Offices_are_asked_at_the_same_time_and_those_with_a_condition_perhaps()
    {
        var all = Arrange.Flow(new([new Step.Consult { Id = "ask", Offices = [new("fire", 5), new("head", 5)] }]));
        var some = Arrange.Flow(new([new Step.Consult { Id = "ask", Offices = [new("fire", 5), new("head", 5) { When = "dangerous" }] }]));

        Assert.Equal(NodeKind.Fork, all.Nodes.Single(node => node.Id == "ask").Kind);
        Assert.Equal(NodeKind.Inclusive, some.Nodes.Single(node => node.Id == "ask").Kind);
        Assert.Contains("ask > ask.2: gefährlich", Edges(some));
    }

    [Fact]
    public void Four_eyes_are_a_second_task_in_the_lane_of_the_second_pair()
    {
        var flow = Arrange.Flow(new([Approve("assess") with { FourEyesWhen = "dangerous", Second = new("head") }]));

        Assert.Equal("lane.group.head", flow.Nodes.Single(node => node.Id == "assess.second").Lane);
        Assert.Contains("assess.result > assess.second: gefährlich", Edges(flow));
    }

    [Fact]
    public void Money_that_does_not_come_ends_in_a_rejection()
    {
        var flow = Arrange.Flow(new([new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Test", DueInDays = 14 }]));

        Assert.Equal(["pay > process.completed", "pay.unpaid > process.rejected", "process.start > pay"], Edges(flow));
    }

    [Fact]
    public void A_picture_of_every_kind_of_step_can_be_drawn()
    {
        var drawn = Arrange.Picture("everything").Flow.Nodes.Select(node => node.Kind).ToHashSet();

        Assert.Superset(Enum.GetValues<NodeKind>().ToHashSet(), drawn);
    }

    private static Step.Approve Approve(string id) => new() { Id = id, Group = "office", DueInWorkingDays = 10 };

    private static IEnumerable<string> Edges(Flow flow) =>
        flow.Edges.Select(edge => $"{edge.From} > {edge.To}{(edge.Label is null ? "" : $": {edge.Label}")}").Order(StringComparer.Ordinal);
}
