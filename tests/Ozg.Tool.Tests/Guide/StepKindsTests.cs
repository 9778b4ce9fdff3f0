using Ozg.Core.Processes;
using Ozg.Tests;
using Ozg.Tool.Catalogues;
using Ozg.Tool.Drawing;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Tests.Guide;

/// <summary>What is drawn and told of every kind of step: a new kind fails here until somebody has decided what to say.</summary>
public sealed class StepKindsTests
{
    // What the Leitfaden says of a step beside its name and its conditions; of what holds others, what it says of these.
    private static readonly Dictionary<Type, string> Decided = new()
    {
        [typeof(Step.Check)] = "details roles privacy checklist",
        [typeof(Step.Consult)] = "details roles deadlines checklist",
        [typeof(Step.Approve)] = "details roles deadlines privacy checklist",
        [typeof(Step.Pay)] = "details roles deadlines privacy checklist",
        [typeof(Step.Issue)] = "roles documents",
        [typeof(Step.Deliver)] = "details roles privacy checklist",
        [typeof(Step.Notify)] = "roles documents",
        [typeof(Step.Wait)] = "roles deadlines privacy checklist",
        [typeof(Step.Branch)] = "roles",
        [typeof(Step.Parallel)] = "roles",
    };

    public static TheoryData<Type> Steps => Kinds.All<Step>();

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_process_with_everything_has_it(Type kind) => Assert.Contains(kind, Arrange.Everything.All().Select(step => step.GetType()));

    [Theory]
    [MemberData(nameof(Steps))]
    public void It_has_its_line_and_its_name(Type kind) =>
        Assert.All([Kinds.Sample<Step>(kind), Shortest(kind)], step =>
        {
            Assert.NotEmpty(StepText.Of(step));
            Assert.NotEmpty(new StepWords(Arrange.Terms).Title(step));
        });

    [Theory]
    [MemberData(nameof(Steps))]
    public void It_is_told_in_every_chapter_where_it_belongs(Type kind)
    {
        var (step, nothing) = (Of([Kinds.Taken(kind)]), Of([]));
        var told = new List<string>();
        if (new StepWords(Arrange.Terms).Details(Kinds.Taken(kind)).Count > 0)
            told.Add("details");
        foreach (var (chapter, words) in new (string, Func<Service, string>)[]
            { ("roles", Roles.Of), ("deadlines", Duties.Deadlines), ("privacy", Duties.Privacy), ("documents", Duties.Documents), ("checklist", Checklists.Of) })
        {
            if (words(step) != words(nothing))
                told.Add(chapter);
        }

        Assert.Equal(Decided[kind], string.Join(' ', told));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void It_is_drawn_with_somebody_in_whose_lane_it_lies(Type kind)
    {
        var flow = Arrange.Flow(new([Kinds.Taken(kind)]));

        Assert.Contains(flow.Nodes, node => node.Kind is not (NodeKind.Start or NodeKind.Completed or NodeKind.Rejected or NodeKind.Forwarded));
        Assert.All(flow.Nodes, node => Assert.Contains(node.Lane, flow.Lanes.Select(lane => lane.Id)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void It_is_drawn_after_a_rejection_where_the_engine_takes_it_then(Type kind)
    {
        var process = new Process([new Step.Check { Id = "first", RejectWhen = ["refused"] }, Kinds.Taken(kind), new Step.Notify { Id = "last", Message = "last", On = Verdict.Rejected }]);
        var refused = new Core.Cases.CaseEvent.Checked("first", Facts.Of(new Dictionary<string, bool> { ["refused"] = true, [Kinds.It] = true })) { At = Kinds.Noon };

        var begun = Core.Cases.Engine.Apply(process, Core.Cases.Case.Begin(Kinds.Id), new Core.Cases.CaseEvent.Received { At = Kinds.Noon }).Case;
        var taken = Core.Cases.Engine.Apply(process, begun, refused).Case.Steps is not ["last"];

        Assert.Equal(taken, Arrange.Flow(process).Nodes.Any(node => node.IsApart && node.Id.StartsWith(Kinds.It, StringComparison.Ordinal)));
    }

    // A wait has to say until when, though none of its two ways to say so is required.
    private static Step Shortest(Type kind) => Kinds.Bare<Step>(kind) is Step.Wait wait ? wait with { WorkingDays = 1 } : Kinds.Bare<Step>(kind);

    private static Service Of(IReadOnlyList<Step> steps)
    {
        var shipped = Service.All(Arrange.Shipped)[0];
        return shipped with { Standard = new("it", "it", new(steps), Arrange.Terms) };
    }
}
