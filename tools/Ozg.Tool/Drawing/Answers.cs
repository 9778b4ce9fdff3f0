namespace Ozg.Tool.Drawing;

/// <summary>Where the answers to questions stand: beside the beginning of their lines, and on nothing else where there is room.</summary>
/// <param name="symbols">What they must not cover.</param>
/// <param name="ways">All lines of the picture.</param>
internal sealed class Answers(IEnumerable<Box> symbols, IEnumerable<IReadOnlyList<Point>> ways)
{
    private const int Covered = 3;
    private const int Below = 15;

    private readonly List<Box> _taken = [.. symbols];
    private readonly List<Box> _lines = [.. ways.SelectMany(Pieces)];

    /// <summary>Where an answer is, from the left end of its base line.</summary>
    public static Box BoxOf(Edge edge, Point at)
    {
        var answer = Sizes.AnswerOf(edge);
        return new(at.X, at.Y - answer.Height + 3, answer.Width, answer.Height);
    }

    /// <summary>The left end of the answer's base line.</summary>
    public Point Place(Edge edge, IReadOnlyList<Point> way)
    {
        var at = Places(way, Sizes.AnswerOf(edge)).MinBy(place => Cost(BoxOf(edge, place)));
        if (edge.Label is not null)
            _taken.Add(BoxOf(edge, at));
        return at;
    }

    private int Cost(Box box) => (Covered * _taken.Count(box.Overlaps)) + _lines.Count(box.Overlaps);

    /// <summary>The usual ones first.</summary>
    private static IEnumerable<Point> Places(IReadOnlyList<Point> way, TextBlock answer)
    {
        var (start, next) = (way[0], way[1]);
        if (start.Y == next.Y)
        {
            yield return new(start.X + 5, start.Y - 6);
            yield return new(start.X + 5, start.Y + Below);
            yield break;
        }

        if (way.Count > 2 && way[2].X - next.X > 40)
        {
            yield return new(next.X + 8, next.Y - 6);
            yield return new(next.X + 8, next.Y + Below);
        }

        var down = next.Y > start.Y;
        yield return new(start.X + 6, start.Y + (down ? 16 : -8));
        yield return new(start.X - 6 - answer.Width, start.Y + (down ? 16 : -8));
        yield return new(start.X + 6, (start.Y + next.Y) / 2);
    }

    private static IEnumerable<Box> Pieces(IReadOnlyList<Point> way) => way.Zip(
        way.Skip(1), (from, to) => new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(to.X - from.X) + 1, Math.Abs(to.Y - from.Y) + 1));
}
