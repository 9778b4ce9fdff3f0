namespace Ozg.Hosting.Durable;

/// <summary>
/// Orchestrations that wait in memory for their next turn. Who is not here is replayed from history, so anyone may be
/// dropped at any time: those that were used least recently, when there are too many.
/// </summary>
/// <param name="capacity">How many are kept; 0: none.</param>
internal sealed class LiveOrchestrations(int capacity) : IAsyncDisposable
{
    private readonly LinkedList<LiveOrchestration> _byUse = new(); // the least recently used first
    private readonly Dictionary<string, LinkedListNode<LiveOrchestration>> _nodes = [];
    private readonly Lock _gate = new();
    private bool _closed;

    /// <summary>Takes it out for a turn.</summary>
    /// <returns>Null: there is none at that point of the history.</returns>
    public async ValueTask<LiveOrchestration?> TakeAsync(Instance instance, int position)
    {
        LiveOrchestration live;
        lock (_gate)
        {
            if (!_nodes.Remove(instance.Id, out var node))
                return null;

            _byUse.Remove(node);
            live = node.Value;
        }

        if (live.IsAt(instance, position))
            return live;

        await live.DisposeAsync();
        return null;
    }

    /// <summary>Keeps it for the next turn.</summary>
    public async ValueTask KeepAsync(LiveOrchestration live)
    {
        LiveOrchestration? dropped = null;
        lock (_gate)
        {
            if (_closed)
            {
                dropped = live;
            }
            else
            {
                _nodes.Add(live.InstanceId, _byUse.AddLast(live));
                if (_nodes.Count > capacity)
                {
                    dropped = _byUse.First!.Value;
                    _byUse.RemoveFirst();
                    _nodes.Remove(dropped.InstanceId);
                }
            }
        }

        if (dropped is not null)
            await dropped.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        List<LiveOrchestration> all;
        lock (_gate)
        {
            _closed = true;
            all = [.. _byUse];
            _byUse.Clear();
            _nodes.Clear();
        }

        foreach (var live in all)
            await live.DisposeAsync();
    }
}
