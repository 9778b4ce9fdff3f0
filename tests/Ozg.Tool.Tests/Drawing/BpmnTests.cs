using System.Xml.Linq;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Tests.Drawing;

/// <summary>What BPMN 2.0 asks of a document, as far as a document alone shows it.</summary>
public sealed class BpmnTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly string[] NoNodes = ["laneSet", "sequenceFlow"];

    public static TheoryData<string> Names => Arrange.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_and_every_flow_joins_two_nodes(string name)
    {
        var document = Document(name);
        var (nodes, flows) = (Nodes(document), Flows(document));

        Assert.Empty(document.Descendants().Attributes("id").GroupBy(id => id.Value).Where(ids => ids.Count() > 1).Select(ids => ids.Key));
        Assert.All(flows, flow => Assert.Contains(flow.From, nodes.Keys));
        Assert.All(flows, flow => Assert.Contains(flow.To, nodes.Keys));
        Assert.All(nodes.Values, node => Assert.Equal(flows.Count(flow => flow.To == (string)node.Attribute("id")!), node.Elements(Bpmn + "incoming").Count()));
        Assert.All(nodes.Values, node => Assert.Equal(flows.Count(flow => flow.From == (string)node.Attribute("id")!), node.Elements(Bpmn + "outgoing").Count()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_node_is_reached_and_only_ends_lead_nowhere(string name)
    {
        var document = Document(name);
        var (nodes, flows) = (Nodes(document), Flows(document));
        var next = flows.ToLookup(flow => flow.From, flow => flow.To);
        var attached = nodes.Values.Where(node => node.Name == Bpmn + "boundaryEvent").ToLookup(node => (string)node.Attribute("attachedToRef")!, node => (string)node.Attribute("id")!);

        var reached = new HashSet<string>();
        var open = new Stack<string>(["process.start"]);
        while (open.TryPop(out var id))
        {
            if (reached.Add(id))
                foreach (var other in next[id].Concat(attached[id]))
                    open.Push(other);
        }

        Assert.Equal(nodes.Keys.Order(), reached.Order());
        Assert.All(nodes.Where(node => !next[node.Key].Any()), node => Assert.Equal(Bpmn + "endEvent", node.Value.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gateways_either_divide_or_unite_and_all_is_in_one_lane(string name)
    {
        var document = Document(name);

        Assert.All(
            Nodes(document).Values.Where(node => node.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal)),
            node => Assert.True(node.Elements(Bpmn + "incoming").Count() == 1 || node.Elements(Bpmn + "outgoing").Count() == 1));
        Assert.Equal(Nodes(document).Keys.Order(), document.Descendants(Bpmn + "flowNodeRef").Select(reference => reference.Value).Order());
        Assert.All(document.Descendants(Bpmn + "boundaryEvent"), node => Assert.Contains((string)node.Attribute("attachedToRef")!, Nodes(document).Keys));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_node_has_a_shape_and_every_flow_an_edge_that_begins_and_ends_at_its_nodes(string name)
    {
        var document = Document(name);
        var shapes = document.Descendants(Diagram + "BPMNShape").ToDictionary(shape => (string)shape.Attribute("bpmnElement")!, Bounds);
        var edges = document.Descendants(Diagram + "BPMNEdge").ToDictionary(edge => (string)edge.Attribute("bpmnElement")!, Waypoints);

        Assert.Superset(Nodes(document).Keys.ToHashSet(), shapes.Keys.ToHashSet());
        foreach (var (id, from, to) in Flows(document))
        {
            var way = edges[id];
            Assert.True(way.Count >= 2 && Touches(shapes[from], way[0]) && Touches(shapes[to], way[^1]), id);
            Assert.All(way.Zip(way.Skip(1)), piece => Assert.True(piece.First.X == piece.Second.X || piece.First.Y == piece.Second.Y, id));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_nodes_overlap_and_no_edge_crosses_a_node(string name)
    {
        var picture = Arrange.Picture(name);
        var shapes = picture.Nodes.Values.Select(node => (node.Node.Id, node.Shape)).ToList();

        Assert.Empty(shapes.SelectMany((one, index) => shapes.Skip(index + 1).Where(other => one.Shape.Overlaps(other.Shape)).Select(other => $"{one.Id} {other.Id}")));
        foreach (var (edge, way, _) in picture.Edges)
        {
            var pieces = way.Zip(way.Skip(1), (from, to) => new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(1, Math.Abs(from.X - to.X)), Math.Max(1, Math.Abs(from.Y - to.Y))));
            Assert.Empty(pieces.SelectMany(piece => shapes.Where(shape => shape.Shape.Grown(-1).Overlaps(piece)).Select(shape => $"{edge.From} > {edge.To} crosses {shape.Id}")));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Edges_run_on_one_another_only_where_they_begin_or_end_together(string name)
    {
        var edges = Arrange.Picture(name).Edges.SelectMany(edge => edge.Way.Zip(edge.Way.Skip(1), (from, to) => (edge.Edge, From: from, To: to))).ToList();

        Assert.Empty(
            from one in edges
            from other in edges
            where one.Edge.From != other.Edge.From && one.Edge.To != other.Edge.To && Shared(one.From, one.To, other.From, other.To) > 1
            select $"{one.Edge.From} > {one.Edge.To} on {other.Edge.From} > {other.Edge.To}");
    }

    /// <summary>How far two straight pieces run on one another.</summary>
    private static int Shared(Point from, Point to, Point otherFrom, Point otherTo) =>
        from.X == to.X && otherFrom.X == otherTo.X && from.X == otherFrom.X ? Common(from.Y, to.Y, otherFrom.Y, otherTo.Y) :
        from.Y == to.Y && otherFrom.Y == otherTo.Y && from.Y == otherFrom.Y ? Common(from.X, to.X, otherFrom.X, otherTo.X) :
        0;

    private static int Common(int a, int b, int c, int d) => Math.Min(Math.Max(a, b), Math.Max(c, d)) - Math.Max(Math.Min(a, b), Math.Min(c, d));

    private static XDocument Document(string name) => XDocument.Parse(BpmnWriter.Write(Arrange.Picture(name)));

    private static Dictionary<string, XElement> Nodes(XDocument document) => document.Descendants(Bpmn + "process").Elements()
        .Where(element => !NoNodes.Contains(element.Name.LocalName)).ToDictionary(node => (string)node.Attribute("id")!);

    private static List<(string Id, string From, string To)> Flows(XDocument document) =>
        [.. document.Descendants(Bpmn + "sequenceFlow").Select(flow => ((string)flow.Attribute("id")!, (string)flow.Attribute("sourceRef")!, (string)flow.Attribute("targetRef")!))];

    private static Box Bounds(XElement shape)
    {
        var bounds = shape.Elements().First(element => element.Name.LocalName == "Bounds");
        return new((int)bounds.Attribute("x")!, (int)bounds.Attribute("y")!, (int)bounds.Attribute("width")!, (int)bounds.Attribute("height")!);
    }

    private static List<Point> Waypoints(XElement edge) => [.. edge.Elements().Select(point => new Point((int)point.Attribute("x")!, (int)point.Attribute("y")!))];

    private static bool Touches(Box box, Point point) => box.Grown(1).Overlaps(new(point.X, point.Y, 1, 1));
}
