using System.Xml.Linq;

namespace Ozg.Tool.Drawing;

/// <summary>The symbols of a picture, as people know them from BPMN.</summary>
internal static class SvgSymbols
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static IEnumerable<XElement> Of(PlacedNode node) =>
        node.Node.IsGateway ? Gateway(node) :
        node.Node.IsEvent ? Event(node) :
        Task(node);

    public static IEnumerable<XElement> Of(PlacedAlarm alarm)
    {
        var centre = alarm.Shape.Centre;
        yield return Circle(centre, Sizes.Alarm / 2, alarm.Alarm.Interrupts ? "event" : "event gentle");
        yield return Circle(centre, (Sizes.Alarm / 2) - 3, alarm.Alarm.Interrupts ? "ring" : "ring gentle");
        yield return Path(Hands(centre, 6), "icon");
        if (alarm.End is { } end)
        {
            yield return new(
                Svg + "path", new XAttribute("class", "way"), new XAttribute("d", $"M{centre.X} {alarm.Shape.Bottom} L{centre.X} {end.Y}"),
                new XAttribute("marker-end", "url(#arrow)"));
            yield return Circle(end.Centre, Sizes.AlarmEnd / 2, "event end");
            yield return Path(Envelope(new(end.Centre.X - 6, end.Centre.Y - 4), 12, 8), "icon");
        }

        foreach (var line in SvgWriter.Lines(alarm.Label, new(alarm.LabelBox.X, alarm.LabelBox.Y), "small"))
            yield return line;
    }

    private static IEnumerable<XElement> Task(PlacedNode node)
    {
        var shape = node.Shape;
        yield return SvgWriter.Rect(shape, $"task {Colour(node.Node)}", 9);
        yield return Icon(node.Node.Kind, new(shape.X + 9, shape.Y + 9));

        var middle = shape.X + Sizes.Icon + ((shape.Width - Sizes.Icon) / 2);
        var top = shape.Centre.Y - ((node.Label.Height + node.Note.Height) / 2);
        foreach (var line in SvgWriter.Lines(node.Label, new(middle, top), "label", "middle"))
            yield return line;
        foreach (var line in SvgWriter.Lines(node.Note, new(middle, top + node.Label.Height + 1), "note", "middle"))
            yield return line;
    }

    private static string Colour(Node node) => node.Lane switch
    {
        "lane.citizen" => "citizen",
        "lane.system" => "system",
        "lane.back-office" => "backoffice",
        _ => "office",
    };

    private static IEnumerable<XElement> Gateway(PlacedNode node)
    {
        var (c, r) = (node.Shape.Centre, node.Shape.Width / 2);
        yield return Path($"M{c.X} {c.Y - r} L{c.X + r} {c.Y} L{c.X} {c.Y + r} L{c.X - r} {c.Y} z", "gateway");
        yield return node.Node.Kind switch
        {
            NodeKind.Choice => Path($"M{c.X - 7} {c.Y - 7} L{c.X + 7} {c.Y + 7} M{c.X + 7} {c.Y - 7} L{c.X - 7} {c.Y + 7}", "sign"),
            NodeKind.Inclusive => Circle(c, 9, "sign"),
            _ => Path($"M{c.X - 10} {c.Y} L{c.X + 10} {c.Y} M{c.X} {c.Y - 10} L{c.X} {c.Y + 10}", "sign"),
        };
        foreach (var line in SvgWriter.Lines(node.Label, new(node.LabelBox.Right, node.LabelBox.Y), "small", "end"))
            yield return line;
    }

    private static IEnumerable<XElement> Event(PlacedNode node)
    {
        var (centre, radius) = (node.Shape.Centre, Sizes.Event / 2);
        var style = node.Node.Kind switch
        {
            NodeKind.Completed => "event end good",
            NodeKind.Rejected => "event end bad",
            NodeKind.Forwarded => "event end",
            _ => "event",
        };
        yield return Circle(centre, radius, style);
        if (node.Node.Kind == NodeKind.Timer)
        {
            yield return Circle(centre, radius - 3, "ring");
            yield return Path(Hands(centre, 9), "icon");
        }

        foreach (var line in SvgWriter.Lines(node.Label, new(centre.X, node.LabelBox.Y), "note", "middle"))
            yield return line;
    }

    private static XElement Icon(NodeKind kind, Point at) => kind switch
    {
        NodeKind.Person => Path($"M{at.X + 8} {at.Y + 1} a4 4 0 1 1 -0.1 0 z M{at.X} {at.Y + 17} a8 7 0 0 1 16 0 z", "icon"),
        NodeKind.Send => Path(Envelope(at with { Y = at.Y + 2 }, 17, 12), "icon full"),
        NodeKind.Receive => Path(Envelope(at with { Y = at.Y + 2 }, 17, 12), "icon"),
        _ => Path(Gear(new(at.X + 8, at.Y + 8)), "icon"),
    };

    private static string Envelope(Point at, int width, int height) =>
        $"M{at.X} {at.Y} h{width} v{height} h-{width} z M{at.X} {at.Y} l{width / 2} {height * 6 / 10} l{width - (width / 2)} -{height * 6 / 10}";

    private static string Gear(Point c) =>
        $"M{c.X + 3} {c.Y} a3 3 0 1 1 -6 0 a3 3 0 1 1 6 0 M{c.X + 6} {c.Y} a6 6 0 1 1 -12 0 a6 6 0 1 1 12 0 " +
        $"M{c.X} {c.Y - 9} v3 M{c.X} {c.Y + 6} v3 M{c.X - 9} {c.Y} h3 M{c.X + 6} {c.Y} h3 M{c.X - 6} {c.Y - 6} l2 2 M{c.X + 4} {c.Y + 4} l2 2 M{c.X + 6} {c.Y - 6} l-2 2 M{c.X - 4} {c.Y + 4} l-2 2";

    private static string Hands(Point c, int length) => $"M{c.X} {c.Y - length} L{c.X} {c.Y} L{c.X + (length * 2 / 3)} {c.Y + (length / 3)}";

    internal static XElement Path(string d, string style) => new(Svg + "path", new XAttribute("class", style), new XAttribute("d", d));

    internal static XElement Circle(Point centre, int radius, string style) => new(
        Svg + "circle", new XAttribute("class", style), new XAttribute("cx", centre.X), new XAttribute("cy", centre.Y), new XAttribute("r", radius));
}
