using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Messages that can be delivered now, oldest first.</summary>
internal sealed class ReadyMessages(WorkCounter work)
{
    private readonly SortedSet<long> _ready = [];
    private readonly Waiters<long?> _waiters = new(work);
    private readonly Lock _gate = new();

    /// <summary>Null: none is ready.</summary>
    public long? Oldest
    {
        get
        {
            lock (_gate)
                return _ready.Count == 0 ? null : _ready.Min;
        }
    }

    public void Add(long sequence)
    {
        lock (_gate)
        {
            if (!_waiters.TryHandOver(sequence))
                _ready.Add(sequence);
        }
    }

    /// <returns>Null: there is none now.</returns>
    public long? TryTake()
    {
        lock (_gate)
        {
            if (_ready.Count == 0)
                return null;

            var oldest = _ready.Min;
            _ready.Remove(oldest);
            return oldest;
        }
    }

    /// <summary>The oldest message, or the next that comes.</summary>
    /// <returns>Null: <paramref name="giveUp"/> was set before one came.</returns>
    public async ValueTask<long?> TakeAsync(CancellationToken giveUp)
    {
        TaskCompletionSource<long?> consumer;
        lock (_gate)
        {
            if (giveUp.IsCancellationRequested)
                return null;
            if (TryTake() is { } oldest)
                return oldest;

            consumer = _waiters.Join();
        }

        return await _waiters.WaitAsync(consumer, giveUp);
    }
}
