namespace Ozg.Tool.Drawing;

/// <summary>A flow with a place for everything; what BPMN and SVG are written from.</summary>
/// <param name="Flow">What is shown.</param>
/// <param name="Pool">Around the lanes, with their headings.</param>
/// <param name="Lanes">In the flow's order.</param>
/// <param name="Nodes">By id.</param>
/// <param name="Alarms">By id.</param>
/// <param name="Edges">In the flow's order.</param>
internal sealed record Picture(
    Flow Flow,
    Box Pool,
    IReadOnlyList<Box> Lanes,
    IReadOnlyDictionary<string, PlacedNode> Nodes,
    IReadOnlyDictionary<string, PlacedAlarm> Alarms,
    IReadOnlyList<PlacedEdge> Edges)
{
    /// <summary>Lays a flow out: the same flow, the same picture.</summary>
    public static Picture Of(Flow flow) => new Layout(flow).Draw();
}

/// <param name="Node">What is placed.</param>
/// <param name="Shape">The symbol itself.</param>
/// <param name="Label">The lines of its label.</param>
/// <param name="LabelBox">Where they stand: within a task, beside anything else.</param>
/// <param name="Note">The lines of its note, within the task.</param>
internal sealed record PlacedNode(Node Node, Box Shape, TextBlock Label, Box LabelBox, TextBlock Note);

/// <param name="Alarm">What is placed.</param>
/// <param name="Shape">The timer, on the lower border of its task.</param>
/// <param name="End">The message that is sent; null when an edge leads on.</param>
/// <param name="Label">The lines of its label.</param>
/// <param name="LabelBox">Where they stand.</param>
internal sealed record PlacedAlarm(Alarm Alarm, Box Shape, Box? End, TextBlock Label, Box LabelBox);

/// <param name="Edge">What is placed.</param>
/// <param name="Way">Its corners, from border to border.</param>
/// <param name="LabelAt">The left end of its label's base line.</param>
internal sealed record PlacedEdge(Edge Edge, IReadOnlyList<Point> Way, Point LabelAt);
