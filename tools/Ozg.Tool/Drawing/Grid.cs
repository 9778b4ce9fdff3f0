namespace Ozg.Tool.Drawing;

/// <summary>Which column and row every node has.</summary>
internal sealed class Grid
{
    private readonly Dictionary<string, int> _columns = [];
    private readonly Dictionary<string, (int Lane, int Row)> _places = [];

    public Grid(Flow flow)
    {
        var hosts = flow.Nodes.SelectMany(node => node.Alarms.Select(alarm => (alarm.Id, Host: node.Id))).ToDictionary(pair => pair.Id, pair => pair.Host);
        var into = flow.Edges.ToLookup(edge => edge.To, edge => hosts.GetValueOrDefault(edge.From, edge.From));
        foreach (var node in flow.Nodes)
            Place(node.Id, into);

        var lanes = flow.Lanes.Select((lane, index) => (lane.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var taken = new HashSet<(int Lane, int Row, int Column)>();
        foreach (var node in flow.Nodes.OrderBy(node => _columns[node.Id]).ThenBy(node => Beside(node, flow, into) is null).ThenBy(node => node.Id, StringComparer.Ordinal))
        {
            // What follows a rejection has rows of its own, so that the usual way runs straight.
            var row = Beside(node, flow, into) ?? (node.IsApart && flow.Nodes.Any(other => other.Lane == node.Lane && !other.IsApart) ? 1 : 0);
            while (!taken.Add((lanes[node.Lane], row, _columns[node.Id])))
                row++;
            _places[node.Id] = (lanes[node.Lane], row);
        }

        var rows = _places.Values.Distinct().Order().ToList();
        Rows = [.. rows.Select(row => row.Lane)];
        Row = _places.ToDictionary(place => place.Key, place => rows.IndexOf(place.Value));
    }

    /// <summary>From 0; every edge leads to the right.</summary>
    public IReadOnlyDictionary<string, int> Column => _columns;

    /// <summary>From 0, over all lanes.</summary>
    public IReadOnlyDictionary<string, int> Row { get; }

    /// <summary>The lane of every row.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The row of the only task before it in the lane: what belongs together runs straight.</summary>
    private int? Beside(Node node, Flow flow, ILookup<string, string> into) =>
        into[node.Id].ToList() is [var only] && flow.Nodes.Single(other => other.Id == only) is { IsGateway: false } before
            && before.Lane == node.Lane && before.IsApart == node.IsApart
            ? _places.TryGetValue(only, out var place) ? place.Row : 0
            : null;

    private int Place(string node, ILookup<string, string> into)
    {
        if (!_columns.TryGetValue(node, out var column))
            _columns[node] = column = into[node].Select(before => Place(before, into) + 1).DefaultIfEmpty(0).Max();
        return column;
    }
}
