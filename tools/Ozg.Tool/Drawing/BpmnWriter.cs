using System.Xml.Linq;

namespace Ozg.Tool.Drawing;

/// <summary>Writes a picture as BPMN 2.0 with diagram interchange: any BPMN tool opens it and finds everything in its place.</summary>
internal static class BpmnWriter
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Bounds = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Interchange = "http://www.omg.org/spec/DD/20100524/DI";

    public static string Write(Picture picture)
    {
        var flow = picture.Flow;
        var links = Links(picture);
        var definitions = new XElement(
            Bpmn + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", Bpmn), new XAttribute(XNamespace.Xmlns + "bpmndi", Diagram),
            new XAttribute(XNamespace.Xmlns + "dc", Bounds), new XAttribute(XNamespace.Xmlns + "di", Interchange),
            new XAttribute("id", "definitions"), new XAttribute("targetNamespace", $"urn:ozg:leistung:{flow.Id}"), new XAttribute("exporter", "ozg"),
            new XElement(
                Bpmn + "collaboration", new XAttribute("id", "collaboration"),
                new XElement(Bpmn + "participant", new XAttribute("id", "pool"), new XAttribute("name", flow.Title), new XAttribute("processRef", "process"))),
            new XElement(
                Bpmn + "process", new XAttribute("id", "process"), new XAttribute("name", flow.Title), new XAttribute("isExecutable", "false"),
                new XElement(Bpmn + "laneSet", new XAttribute("id", "lanes"), flow.Lanes.Select(lane => Lane(lane, picture))),
                flow.Nodes.Select(node => Element(node, links)),
                picture.Alarms.Values.SelectMany(alarm => Alarm(alarm, flow, links)),
                links.Select(link => new XElement(
                    Bpmn + "sequenceFlow", new XAttribute("id", link.Id), Name(link.Name),
                    new XAttribute("sourceRef", link.From), new XAttribute("targetRef", link.To)))),
            new XElement(
                Diagram + "BPMNDiagram", new XAttribute("id", "diagram"),
                new XElement(Diagram + "BPMNPlane", new XAttribute("id", "plane"), new XAttribute("bpmnElement", "collaboration"), Shapes(picture, links))));
        return new XDeclaration("1.0", "UTF-8", null) + "\n" + definitions.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static List<Link> Links(Picture picture) =>
    [
        .. picture.Edges.Select((edge, index) => new Link($"flow.{index + 1}", edge.Edge.From, edge.Edge.To, edge.Edge.Label, edge.Way)),
        .. picture.Alarms.Values.Where(alarm => alarm.End is not null).Select(alarm => new Link(
            $"{alarm.Alarm.Id}.flow", alarm.Alarm.Id, EndOf(alarm), null,
            [new(alarm.Shape.Centre.X, alarm.Shape.Bottom), new(alarm.Shape.Centre.X, alarm.End!.Value.Y)])),
    ];

    private static XElement Lane(Lane lane, Picture picture) => new(
        Bpmn + "lane", new XAttribute("id", lane.Id), new XAttribute("name", lane.Name),
        picture.Flow.Nodes.Where(node => node.Lane == lane.Id)
            .SelectMany(node => node.Alarms.SelectMany(alarm => alarm.Interrupts ? (string[])[alarm.Id] : [alarm.Id, $"{alarm.Id}.sent"]).Prepend(node.Id))
            .Select(id => new XElement(Bpmn + "flowNodeRef", id)));

    private static XElement Element(Node node, List<Link> links) => new(
        Bpmn + Kind(node), new XAttribute("id", node.Id), Name(node.Label),
        node.Note is null ? null : new XElement(Bpmn + "documentation", node.Note),
        Ends(node.Id, links),
        node.Kind == NodeKind.Timer ? new XElement(Bpmn + "timerEventDefinition", new XAttribute("id", $"{node.Id}.timer")) : null);

    private static string Kind(Node node) => node.Kind switch
    {
        NodeKind.Start => "startEvent",
        NodeKind.Person => "userTask",
        NodeKind.Automatic => "serviceTask",
        NodeKind.Send => "sendTask",
        NodeKind.Receive => "receiveTask",
        NodeKind.Timer => "intermediateCatchEvent",
        NodeKind.Choice => "exclusiveGateway",
        NodeKind.Inclusive => "inclusiveGateway",
        NodeKind.Fork => "parallelGateway",
        _ => "endEvent",
    };

    private static IEnumerable<XElement> Alarm(PlacedAlarm placed, Flow flow, List<Link> links)
    {
        var alarm = placed.Alarm;
        yield return new(
            Bpmn + "boundaryEvent", new XAttribute("id", alarm.Id), Name(alarm.Label),
            new XAttribute("attachedToRef", flow.Nodes.Single(node => node.Alarms.Contains(alarm)).Id),
            new XAttribute("cancelActivity", alarm.Interrupts),
            Ends(alarm.Id, links),
            new XElement(
                Bpmn + "timerEventDefinition", new XAttribute("id", $"{alarm.Id}.timer"),
                new XElement(Bpmn + "timeDuration", alarm.Duration)));
        if (placed.End is not null)
        {
            yield return new(
                Bpmn + "endEvent", new XAttribute("id", EndOf(placed)), Name(Guide.Words.Say("alarm.sent")), Ends(EndOf(placed), links),
                new XElement(Bpmn + "messageEventDefinition", new XAttribute("id", $"{EndOf(placed)}.message")));
        }
    }

    private static IEnumerable<XElement> Ends(string id, List<Link> links) =>
        links.Where(link => link.To == id).Select(link => new XElement(Bpmn + "incoming", link.Id))
            .Concat(links.Where(link => link.From == id).Select(link => new XElement(Bpmn + "outgoing", link.Id)));

    private static IEnumerable<XElement> Shapes(Picture picture, List<Link> links) =>
    [
        Shape("pool", picture.Pool, isHorizontal: true),
        .. picture.Flow.Lanes.Zip(picture.Lanes, (lane, box) => Shape(lane.Id, box, isHorizontal: true)),
        .. picture.Nodes.Values.Select(node => Shape(node.Node.Id, node.Shape, label: node.Node.IsGateway || node.Node.IsEvent ? node.LabelBox : null)),
        .. picture.Alarms.Values.Select(alarm => Shape(alarm.Alarm.Id, alarm.Shape, label: alarm.LabelBox)),
        .. picture.Alarms.Values.Where(alarm => alarm.End is not null).Select(alarm => Shape(EndOf(alarm), alarm.End!.Value)),
        .. links.Select(link => new XElement(
            Diagram + "BPMNEdge", new XAttribute("id", $"{link.Id}.edge"), new XAttribute("bpmnElement", link.Id),
            link.Way.Select(point => new XElement(Interchange + "waypoint", new XAttribute("x", point.X), new XAttribute("y", point.Y))))),
    ];

    private static XElement Shape(string element, Box box, bool isHorizontal = false, Box? label = null) => new(
        Diagram + "BPMNShape", new XAttribute("id", $"{element}.shape"), new XAttribute("bpmnElement", element),
        isHorizontal ? new XAttribute("isHorizontal", true) : null,
        BoundsOf(box),
        label is { Width: > 0 } at ? new XElement(Diagram + "BPMNLabel", BoundsOf(at)) : null);

    private static XElement BoundsOf(Box box) => new(
        Bounds + "Bounds", new XAttribute("x", box.X), new XAttribute("y", box.Y), new XAttribute("width", box.Width), new XAttribute("height", box.Height));

    private static XAttribute? Name(string? name) => string.IsNullOrEmpty(name) ? null : new("name", name);

    private static string EndOf(PlacedAlarm alarm) => $"{alarm.Alarm.Id}.sent";

    private sealed record Link(string Id, string From, string To, string? Name, IReadOnlyList<Point> Way);
}
