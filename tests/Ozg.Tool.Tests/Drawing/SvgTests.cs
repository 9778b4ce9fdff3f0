using System.Xml.Linq;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Tests.Drawing;

public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => Arrange.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_has_a_title_a_description_and_no_script(string name)
    {
        var svg = XDocument.Parse(SvgWriter.Write(Arrange.Picture(name))).Root!;

        Assert.NotEmpty(svg.Element(Svg + "title")!.Value);
        Assert.NotEmpty(svg.Element(Svg + "desc")!.Value);
        Assert.Equal("img", (string)svg.Attribute("role")!);
        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_lies_within_the_picture(string name)
    {
        var picture = Arrange.Picture(name);
        var svg = XDocument.Parse(SvgWriter.Write(picture)).Root!;
        var paper = new Box(0, 0, (int)svg.Attribute("width")!, (int)svg.Attribute("height")!);

        Assert.All(picture.Nodes.Values.Select(node => node.Shape).Append(picture.Pool), box => Assert.True(box.X >= 0 && box.Y >= 0 && box.Right <= paper.Right && box.Bottom <= paper.Bottom));
        Assert.All(picture.Edges.SelectMany(edge => edge.Way), point => Assert.True(point.X > 0 && point.Y > 0 && point.X < paper.Right && point.Y < paper.Bottom));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_answer_covers_a_symbol_or_another_answer(string name)
    {
        var picture = Arrange.Picture(name);
        var answers = picture.Edges.Where(edge => edge.Edge.Label is not null).Select(edge => (edge.Edge, Box: Answers.BoxOf(edge.Edge, edge.LabelAt))).ToList();

        Assert.All(answers, answer => Assert.DoesNotContain(picture.Nodes.Values, node => node.Shape.Overlaps(answer.Box)));
        Assert.All(answers, answer => Assert.DoesNotContain(answers, other => other.Edge != answer.Edge && other.Box.Overlaps(answer.Box)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_turns_where_one_arrives_that_leads_elsewhere(string name)
    {
        var edges = Arrange.Picture(name).Edges;

        Assert.All(edges, edge => Assert.DoesNotContain(
            edges.Where(other => other.Edge.To != edge.Edge.To && other.Edge.From != edge.Edge.From),
            other => other.Way.Skip(1).SkipLast(1).Any(corner => LiesOn(corner, edge.Way[^2], edge.Way[^1]))));
    }

    private static bool LiesOn(Point at, Point from, Point to) =>
        at.X >= Math.Min(from.X, to.X) && at.X <= Math.Max(from.X, to.X) && at.Y >= Math.Min(from.Y, to.Y) && at.Y <= Math.Max(from.Y, to.Y);

    [Fact]
    public void The_same_process_gives_the_same_picture()
    {
        var (one, other) = (Picture.Of(Arrange.Flow(Arrange.Everything)), Picture.Of(Arrange.Flow(Arrange.Everything)));

        Assert.Equal(SvgWriter.Write(one), SvgWriter.Write(other));
        Assert.Equal(BpmnWriter.Write(one), BpmnWriter.Write(other));
    }

    [Theory]
    [InlineData("Nachricht senden", 200)]
    [InlineData("Lebensmittelüberwachungsbehörde", 90)]
    [InlineData("Donau-Dampfschifffahrt", 60)]
    public void Lines_of_text_fit_their_width_and_lose_nothing(string text, int width)
    {
        var block = TextBlock.Wrap(text, width, 14);

        Assert.All(block.Lines, line => Assert.True(TextBlock.WidthOf(line, 14) <= width, line));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), string.Concat(block.Lines).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
    }
}
