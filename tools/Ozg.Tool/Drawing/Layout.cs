namespace Ozg.Tool.Drawing;

/// <summary>Gives everything in a flow its place: time runs to the right, who acts is told by the lane.</summary>
internal sealed class Layout
{
    private readonly Flow _flow;
    private readonly Grid _grid;
    private readonly List<(int Left, int Width)> _columns = [];
    private readonly List<(int Top, int Centre, int Bottom)> _rows = [];
    private readonly List<int> _xs = [];
    private readonly Dictionary<string, PlacedNode> _nodes = [];
    private readonly Dictionary<string, PlacedAlarm> _alarms = [];
    private readonly int _right;

    public Layout(Flow flow)
    {
        (_flow, _grid) = (flow, new(flow));
        _right = PlaceColumns();
        PlaceRows();
        foreach (var node in flow.Nodes)
            Place(node);
    }

    public Picture Draw()
    {
        var bottom = _rows[^1].Bottom + (Sizes.Corridor / 2);
        var pool = new Box(Sizes.Margin, Sizes.Title, _right - Sizes.Margin, bottom - Sizes.Title);
        var lanes = _flow.Lanes.Select((_, lane) => LaneBox(lane, pool)).ToList();
        return new(_flow, pool, lanes, _nodes, _alarms, Edges());
    }

    private int PlaceColumns()
    {
        var left = Sizes.Margin + Sizes.PoolHead + Sizes.LaneHead + 24;
        _xs.Add(left - 12);
        for (var column = 0; column <= _grid.Column.Values.Max(); column++)
        {
            var nodes = _flow.Nodes.Where(node => _grid.Column[node.Id] == column).ToList();
            var width = nodes.Max(Sizes.ColumnOf);
            _columns.Add((left, width));

            var channel = ChannelAfter(column);
            for (var x = left + width + Sizes.Line; x < left + width + channel - 4; x += Sizes.Line)
                _xs.Add(x);
            left += width + channel;
        }

        return left;
    }

    private int ChannelAfter(int column)
    {
        var leaving = _flow.Edges.Where(edge => _grid.Column.TryGetValue(edge.From, out var from) && from == column).ToList();
        var turning = _flow.Edges.Count(edge =>
            (_grid.Column.GetValueOrDefault(edge.From, -1) == column || _grid.Column[edge.To] == column + 1)
            && _grid.Row.GetValueOrDefault(edge.From, -1) != _grid.Row[edge.To]);
        var answers = leaving.Where(edge => edge.Label is not null).Select(edge => Sizes.AnswerOf(edge).Width + 30).DefaultIfEmpty(Sizes.Channel).Max();
        return Math.Max(answers, (turning + 2) * Sizes.Line);
    }

    private void PlaceRows()
    {
        var top = Sizes.Title;
        for (var row = 0; row < _grid.Rows.Count; row++)
        {
            var nodes = _flow.Nodes.Where(node => _grid.Row[node.Id] == row).ToList();
            var head = TextBlock.Wrap(_flow.Lanes[_grid.Rows[row]].Name, Sizes.LaneHead - 20, Sizes.TextSize).Height / 2;
            var centre = top + (Sizes.Corridor / (row == 0 ? 2 : 1)) + Math.Max(head, nodes.Max(Sizes.Above));
            var bottom = centre + Math.Max(head, nodes.Max(Sizes.Below));
            _rows.Add((top, centre, bottom));
            top = bottom;
        }
    }

    private Box LaneBox(int lane, Box pool)
    {
        var rows = Enumerable.Range(0, _rows.Count).Where(row => _grid.Rows[row] == lane).ToList();
        var top = rows[0] == 0 ? pool.Y : _rows[rows[0]].Top + (Sizes.Corridor / 2);
        return new(pool.X + Sizes.PoolHead, top, pool.Width - Sizes.PoolHead, _rows[rows[^1]].Bottom + (Sizes.Corridor / 2) - top);
    }

    private void Place(Node node)
    {
        var (width, height) = Sizes.ShapeOf(node);
        var (left, columnWidth) = _columns[_grid.Column[node.Id]];
        var centre = _rows[_grid.Row[node.Id]].Centre;
        var shape = new Box(node.IsGateway ? left + columnWidth - width : left + ((columnWidth - width) / 2), centre - (height / 2), width, height);
        var label = Sizes.LabelOf(node);
        _nodes[node.Id] = new(node, shape, label, LabelBox(node, shape, label), Sizes.NoteOf(node));
        if (node.IsGateway)
            _xs.Add(shape.Centre.X);
        foreach (var (index, alarm) in node.Alarms.Index())
            Place(alarm, shape, index);
    }

    private static Box LabelBox(Node node, Box shape, TextBlock label) =>
        node.IsGateway ? new(shape.Centre.X - Sizes.GatewayLabel - label.Width, shape.Centre.Y - 8 - label.Height, label.Width, label.Height) :
        node.IsEvent ? new(shape.Centre.X - (label.Width / 2), shape.Bottom + 4, label.Width, label.Height) :
        shape;

    private void Place(Alarm alarm, Box host, int index)
    {
        var x = host.X + (index * Sizes.AlarmSlot) + 22;
        var shape = new Box(x - (Sizes.Alarm / 2), host.Bottom - (Sizes.Alarm / 2), Sizes.Alarm, Sizes.Alarm);
        var label = Sizes.AlarmLabel(alarm);
        Box? end = alarm.Interrupts ? null : new Box(x - (Sizes.AlarmEnd / 2), shape.Bottom + 16, Sizes.AlarmEnd, Sizes.AlarmEnd);
        _alarms[alarm.Id] = new(alarm, shape, end, label, new(shape.Right + 3, host.Bottom + 6, label.Width, label.Height));
        if (alarm.Interrupts)
            _xs.Add(x);
    }

    private List<PlacedEdge> Edges()
    {
        var router = new Router([.. _xs.Distinct().Order()], [.. Ys().Distinct().Order()], Obstacles(), [.. _flow.Edges.DistinctBy(edge => edge.To).Select(edge => (edge.To, Ends(edge)[0]))]);
        var ways = new Dictionary<int, IReadOnlyList<Point>>();
        foreach (var (index, edge) in _flow.Edges.Index().OrderBy(entry => Distance(entry.Item)).ThenBy(entry => entry.Index))
            ways[index] = router.Find(new(edge.From, edge.To, MayShareStart(edge)), Starts(edge), Ends(edge));
        var answers = new Answers([.. _nodes.Values.SelectMany(node => new[] { node.Shape, node.LabelBox }), .. _alarms.Values.SelectMany(alarm => new[] { alarm.Shape, alarm.LabelBox })], ways.Values);
        return [.. _flow.Edges.Select((edge, index) => new PlacedEdge(edge, ways[index], answers.Place(edge, ways[index])))];
    }

    private bool MayShareStart(Edge edge) =>
        edge.Label is null && _nodes.TryGetValue(edge.From, out var from) && from.Node.Kind is (NodeKind.Fork or NodeKind.Inclusive);

    private int Distance(Edge edge)
    {
        var from = _alarms.ContainsKey(edge.From) ? null : edge.From;
        return from is null ? 1000 : ((_grid.Column[edge.To] - _grid.Column[from]) * 10) + Math.Abs(_grid.Row[edge.To] - _grid.Row[from]);
    }

    private List<Router.Port> Starts(Edge edge)
    {
        if (_alarms.TryGetValue(edge.From, out var alarm))
            return [new(new(alarm.Shape.Centre.X, alarm.Shape.Bottom), Across: false, Forward: true)];

        var (node, shape) = (_nodes[edge.From].Node, _nodes[edge.From].Shape);
        Router.Port right = new(new(shape.Right, shape.Centre.Y), Across: true, Forward: true);
        return node.IsGateway && !node.IsJoin ? [right, .. TopAndBottom(shape)] : [right];
    }

    private List<Router.Port> Ends(Edge edge)
    {
        var (node, shape) = (_nodes[edge.To].Node, _nodes[edge.To].Shape);
        Router.Port left = new(new(shape.X, shape.Centre.Y), Across: true, Forward: false);
        return node.IsJoin ? [left, .. TopAndBottom(shape)] : [left];
    }

    private static IEnumerable<Router.Port> TopAndBottom(Box shape) =>
    [
        new(new(shape.Centre.X, shape.Y), Across: false, Forward: false),
        new(new(shape.Centre.X, shape.Bottom), Across: false, Forward: true),
    ];

    private IEnumerable<int> Ys()
    {
        foreach (var (top, centre, bottom) in _rows)
        {
            yield return centre;
            for (var y = 8; y < Sizes.Corridor; y += 8)
            {
                // The middle is the border of a lane.
                if (y != Sizes.Corridor / 2 && (top > Sizes.Title || y < Sizes.Corridor / 2))
                    yield return top + y;
            }

            yield return bottom + 8;
        }
    }

    private List<Box> Obstacles() =>
    [
        .. _nodes.Values.Select(node => node.Shape.Grown(5)),
        .. _nodes.Values.Where(node => node.Label.Lines.Count > 0).Select(node => node.LabelBox.Grown(1)),
        .. _alarms.Values.Select(alarm => alarm.LabelBox.Grown(1)),
        .. _alarms.Values.Where(alarm => alarm.End is not null).Select(alarm => alarm.Shape with { Height = alarm.End!.Value.Bottom - alarm.Shape.Y }),
    ];
}
