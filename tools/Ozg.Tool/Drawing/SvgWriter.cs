using System.Globalization;
using System.Xml.Linq;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Drawing;

/// <summary>Writes a picture as SVG: to be read on a screen, light or dark, by a screen reader, and on a wall. No script.</summary>
internal static class SvgWriter
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Write(Picture picture)
    {
        var (width, height) = (picture.Pool.Right + Sizes.Margin, picture.Pool.Bottom + 74);
        var svg = new XElement(
            Svg + "svg", new XAttribute("viewBox", $"0 0 {width} {height}"), new XAttribute("width", width), new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("lang", "de"), new XAttribute("aria-labelledby", "title desc"),
            new XElement(Svg + "title", new XAttribute("id", "title"), picture.Flow.Title),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Describe(picture.Flow)),
            new XElement(Svg + "style", SvgStyle.Text),
            new XElement(Svg + "defs", Arrow()),
            Rect(new(0, 0, width, height), "paper", 0),
            Text(picture.Flow.Title, new(Sizes.Margin, 36), "title"),
            picture.Flow.Lanes.Zip(picture.Lanes, Lane),
            picture.Edges.Select(edge => new XElement(Svg + "path", new XAttribute("class", "way"), new XAttribute("d", Path(edge.Way)), new XAttribute("marker-end", "url(#arrow)"))),
            picture.Nodes.Values.Select(node => SvgSymbols.Of(node)),
            picture.Alarms.Values.Select(SvgSymbols.Of),
            picture.Edges.Where(edge => edge.Edge.Label is not null).Select(Answer),
            SvgLegend.Of(new(Sizes.Margin, picture.Pool.Bottom + 20), picture.Flow));
        return svg.ToString().ReplaceLineEndings("\n") + "\n";
    }

    internal static XElement Rect(Box box, string style, int corner) => new(
        Svg + "rect", new XAttribute("class", style), new XAttribute("x", box.X), new XAttribute("y", box.Y),
        new XAttribute("width", box.Width), new XAttribute("height", box.Height), corner > 0 ? new XAttribute("rx", corner) : null);

    internal static XElement Text(string text, Point at, string style, string? anchor = null) => new(
        Svg + "text", new XAttribute("class", style), new XAttribute("x", at.X), new XAttribute("y", at.Y),
        anchor is null ? null : new XAttribute("text-anchor", anchor), text);

    /// <summary>Lines below one another; the first line's letters begin at the top of the place.</summary>
    internal static IEnumerable<XElement> Lines(TextBlock block, Point at, string style, string? anchor = null) =>
        block.Lines.Select((line, index) => Text(line, new(at.X, at.Y + block.Size + (index * block.LineHeight)), style, anchor));

    /// <summary>Its last line stands on the edge.</summary>
    private static IEnumerable<XElement> Answer(PlacedEdge edge)
    {
        var answer = Sizes.AnswerOf(edge.Edge);
        return answer.Lines.Select((line, index) => Text(line, edge.LabelAt with { Y = edge.LabelAt.Y - ((answer.Lines.Count - 1 - index) * answer.LineHeight) }, "answer"));
    }

    private static IEnumerable<XElement> Lane(Lane lane, Box box)
    {
        yield return Rect(box, $"lane {lane.Kind.ToString().ToLowerInvariant()}", 0);
        yield return Rect(box with { X = box.X - Sizes.PoolHead, Width = Sizes.PoolHead }, $"head {lane.Kind.ToString().ToLowerInvariant()}", 0);
        var name = TextBlock.Wrap(lane.Name, Sizes.LaneHead - 20, Sizes.TextSize);
        foreach (var line in Lines(name, new(box.X + 10, box.Centre.Y - (name.Height / 2)), "name"))
            yield return line;
    }

    /// <summary>Straight lines with small curves at the corners.</summary>
    private static string Path(IReadOnlyList<Point> way)
    {
        const int curve = 6;
        var path = string.Create(CultureInfo.InvariantCulture, $"M{way[0].X} {way[0].Y}");
        for (var index = 1; index < way.Count; index++)
        {
            var to = way[index];
            if (index == way.Count - 1)
                return path + string.Create(CultureInfo.InvariantCulture, $" L{to.X} {to.Y}");

            var (before, after) = (Towards(to, way[index - 1], curve), Towards(to, way[index + 1], curve));
            path += string.Create(CultureInfo.InvariantCulture, $" L{before.X} {before.Y} Q{to.X} {to.Y} {after.X} {after.Y}");
        }

        return path;
    }

    private static Point Towards(Point from, Point to, int by)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Min(by, (Math.Abs(x) + Math.Abs(y)) / 2);
        return new(from.X + (Math.Sign(x) * length), from.Y + (Math.Sign(y) * length));
    }

    private static XElement Arrow() => new(
        Svg + "marker", new XAttribute("id", "arrow"), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", 9), new XAttribute("refY", 5),
        new XAttribute("markerWidth", 8), new XAttribute("markerHeight", 8), new XAttribute("orient", "auto"),
        new XElement(Svg + "path", new XAttribute("class", "tip"), new XAttribute("d", "M0 0 L10 5 L0 10 z")));

    /// <summary>The picture in words: who does what, in the order of the columns.</summary>
    private static string Describe(Flow flow)
    {
        var columns = new Grid(flow).Column;
        var lanes = flow.Lanes.ToDictionary(lane => lane.Id, lane => lane.Name);
        return string.Join(" ", flow.Nodes
            .Where(node => !node.IsGateway)
            .OrderBy(node => columns[node.Id]).ThenBy(node => node.Id, StringComparer.Ordinal)
            .Select(node => Words.Say("picture.sentence", lanes[node.Lane], node.Note is null ? node.Label : $"{node.Label} ({node.Note})")));
    }
}
