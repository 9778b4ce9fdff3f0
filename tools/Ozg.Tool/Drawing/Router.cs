namespace Ozg.Tool.Drawing;

/// <summary>Finds ways of horizontal and vertical pieces around what stands in the picture: short, with few corners and crossings.</summary>
/// <param name="xs">Where lines may run down, ascending.</param>
/// <param name="ys">Where lines may run across, ascending.</param>
/// <param name="obstacles">What no line may cross.</param>
/// <param name="entries">By what they lead to: where lines arrive from the left. Another line there would seem to lead to it.</param>
internal sealed class Router(IReadOnlyList<int> xs, IReadOnlyList<int> ys, IReadOnlyList<Box> obstacles, IReadOnlyList<(string To, Router.Port At)> entries)
{
    private const int Corner = 60;
    private const int Crossing = 45;
    private const int Beside = 600;

    private readonly Dictionary<(int X, int Y, bool Across), List<Line>> _used = [];
    private readonly Dictionary<(int X, int Y, bool Across), bool> _free = [];
    private readonly Dictionary<(int X, int Y), string> _entries = entries
        .ToDictionary(entry => (X: Last(xs, entry.At.At.X), Y: Exactly(ys, entry.At.At.Y)), entry => entry.To);

    /// <summary>An end of a way: where it joins the lines, and in which direction.</summary>
    /// <param name="At">On the border of a symbol.</param>
    /// <param name="Across">It leaves or arrives from the side, not from above or below.</param>
    /// <param name="Forward">It leaves to the right or below.</param>
    internal readonly record struct Port(Point At, bool Across, bool Forward);

    /// <summary>Which edge a piece belongs to: those with the same end may run together.</summary>
    internal sealed record Line(string From, string To, bool MayShareStart);

    /// <summary>The cheapest way; its pieces are remembered.</summary>
    /// <exception cref="InvalidOperationException">There is none, because the picture leaves no room.</exception>
    public IReadOnlyList<Point> Find(Line line, IReadOnlyList<Port> starts, IReadOnlyList<Port> ends)
    {
        var open = new PriorityQueue<Step, (int Cost, int Order)>();
        var best = new Dictionary<(int X, int Y, bool Across), Step>();
        var targets = ends.Select(port => (Port: port, Place: Join(port))).ToList();
        var order = 0;
        foreach (var start in starts)
        {
            var (x, y) = Join(start);
            Visit(new(x, y, start.Across, start == starts[0] ? 0 : Corner / 4, null, start.At));
        }

        while (open.TryDequeue(out var step, out _))
        {
            if (best[(step.X, step.Y, step.Across)] != step)
                continue;
            var reached = targets.FirstOrDefault(target => target.Place == (step.X, step.Y) && target.Port.Across == step.Across);
            if (reached != default)
                return Remember(line, step, reached.Port.At);

            Visit(step with { Across = !step.Across, Cost = step.Cost + Corner + Knot(step, line), Before = step, Start = null });
            foreach (var by in (int[])[-1, 1])
                Move(step, by);
        }

        throw new InvalidOperationException($"There is no way from {line.From} to {line.To}.");

        void Move(Step from, int by)
        {
            var (x, y) = from.Across ? (from.X + by, from.Y) : (from.X, from.Y + by);
            if (x < 0 || y < 0 || x >= xs.Count || y >= ys.Count || !IsFree(Math.Min(from.X, x), Math.Min(from.Y, y), from.Across))
                return;

            var length = Math.Abs(xs[x] - xs[from.X]) + Math.Abs(ys[y] - ys[from.Y]);
            var beside = IsUsedByOthers((Math.Min(from.X, x), Math.Min(from.Y, y), from.Across), line) ? Beside : 0;
            var crossing = IsUsedByOthers((x, y, !from.Across), line) || IsUsedByOthers(from.Across ? (x, y - 1, false) : (x - 1, y, true), line) ? Crossing : 0;
            Visit(new(x, y, from.Across, from.Cost + length + beside + crossing, from, null));
        }

        void Visit(Step step)
        {
            var key = (step.X, step.Y, step.Across);
            if (best.TryGetValue(key, out var known) && known.Cost <= step.Cost)
                return;
            best[key] = step;
            open.Enqueue(step, (step.Cost, order++));
        }
    }

    /// <summary>A corner where another line passes, or arrives, would look like a junction.</summary>
    private int Knot(Step step, Line line) =>
        (_entries.TryGetValue((step.X, step.Y), out var entry) && entry != line.To)
        || new[] { (step.X, step.Y, true), (step.X - 1, step.Y, true), (step.X, step.Y, false), (step.X, step.Y - 1, false) }.Any(piece => IsUsedByOthers(piece, line)) ? Beside : 0;

    private bool IsUsedByOthers((int X, int Y, bool Across) piece, Line line) =>
        _used.TryGetValue(piece, out var lines) && lines.Any(other => other.To != line.To && !(other.From == line.From && line.MayShareStart));

    private bool IsFree(int x, int y, bool across)
    {
        if (_free.TryGetValue((x, y, across), out var free))
            return free;
        var piece = across ? new Box(xs[x], ys[y], xs[x + 1] - xs[x], 1) : new Box(xs[x], ys[y], 1, ys[y + 1] - ys[y]);
        return _free[(x, y, across)] = !obstacles.Any(obstacle => obstacle.Overlaps(piece));
    }

    /// <summary>Where a port's first straight piece meets the lines.</summary>
    private (int X, int Y) Join(Port port) => port.Across
        ? (port.Forward ? First(xs, port.At.X) : Last(xs, port.At.X), Exactly(ys, port.At.Y))
        : (Exactly(xs, port.At.X), port.Forward ? First(ys, port.At.Y) : Last(ys, port.At.Y));

    private static int First(IReadOnlyList<int> lines, int after) => Enumerable.Range(0, lines.Count).First(index => lines[index] > after + 4);

    private static int Last(IReadOnlyList<int> lines, int before) => Enumerable.Range(0, lines.Count).Last(index => lines[index] < before - 4);

    private static int Exactly(IReadOnlyList<int> lines, int at) => Enumerable.Range(0, lines.Count).Single(index => lines[index] == at);

    private List<Point> Remember(Line line, Step last, Point end)
    {
        var way = new List<Point> { end };
        for (var step = last; ; step = step.Before)
        {
            way.Add(new(xs[step.X], ys[step.Y]));
            if (step.Before is not { } before)
            {
                way.Add(step.Start!.Value);
                break;
            }

            if ((before.X, before.Y) == (step.X, step.Y))
                continue;
            var piece = (Math.Min(step.X, before.X), Math.Min(step.Y, before.Y), step.Across);
            if (!_used.TryGetValue(piece, out var lines))
                _used[piece] = lines = [];
            lines.Add(line);
        }

        way.Reverse();
        return Corners(way);
    }

    private static List<Point> Corners(List<Point> way)
    {
        var corners = new List<Point>();
        foreach (var point in way.Where((point, index) => index == 0 || point != way[index - 1]))
        {
            if (corners.Count > 1 && ((corners[^1].X == corners[^2].X && corners[^1].X == point.X) || (corners[^1].Y == corners[^2].Y && corners[^1].Y == point.Y)))
                corners[^1] = point;
            else
                corners.Add(point);
        }

        return corners;
    }

    private sealed record Step(int X, int Y, bool Across, int Cost, Step? Before, Point? Start);
}
