using System.Xml.Linq;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Drawing;

/// <summary>What the symbols mean, below the picture.</summary>
internal static class SvgLegend
{
    private static readonly NodeKind[] Kinds = [NodeKind.Person, NodeKind.Automatic, NodeKind.Choice, NodeKind.Fork, NodeKind.Inclusive];

    public static IEnumerable<XElement> Of(Point at, Flow flow)
    {
        var x = at.X;
        foreach (var kind in Kinds.Where(kind => flow.Nodes.Any(node => node.Kind == kind)))
        {
            foreach (var part in Sample(kind, new(x, at.Y)))
                yield return part;
            var text = Words.Say($"legend.{kind}");
            yield return SvgWriter.Text(text, new(x + 40, at.Y + 17), "small");
            x += 40 + TextBlock.WidthOf(text, Sizes.Small) + 28;
        }

        yield return SvgWriter.Text(Words.Say(flow.Lanes.Any(lane => lane.Kind == LaneKind.Office) ? "legend.always" : "always.automatic"), new(at.X, at.Y + 44), "small");
    }

    private static IEnumerable<XElement> Sample(NodeKind kind, Point at)
    {
        var node = new Node("", kind, kind == NodeKind.Person ? "lane.office" : "lane.system", "");
        var empty = new TextBlock([], Sizes.Small);
        return SvgSymbols.Of(new PlacedNode(node, new(at.X, at.Y - 4, 34, 34), empty, new(), empty));
    }
}
