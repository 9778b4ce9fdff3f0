using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Messages that can be delivered now, oldest first.</summary>
internal sealed class ReadyMessages(WorkCounter work)
{
    private readonly SortedSet<long> ready = [];
    private readonly Waiters<long?> waiters = new(work);
    private readonly Lock gate = new();

    /// <summary>Null: none is ready.</summary>
    public long? Oldest
    {
        get
        {
            lock (gate)
                return ready.Count == 0 ? null : ready.Min;
        }
    }

    public void Add(long sequence)
    {
        lock (gate)
        {
            if (!waiters.TryHandOver(sequence))
                ready.Add(sequence);
        }
    }

    /// <returns>Null: there is none now.</returns>
    public long? TryTake()
    {
        lock (gate)
        {
            if (ready.Count == 0)
                return null;

            var oldest = ready.Min;
            ready.Remove(oldest);
            return oldest;
        }
    }

    /// <summary>The oldest message, or the next that comes.</summary>
    /// <returns>Null: <paramref name="giveUp"/> was set before one came.</returns>
    public async ValueTask<long?> TakeAsync(CancellationToken giveUp)
    {
        TaskCompletionSource<long?> consumer;
        lock (gate)
        {
            if (giveUp.IsCancellationRequested)
                return null;
            if (TryTake() is { } oldest)
                return oldest;

            consumer = waiters.Join();
        }

        return await waiters.WaitAsync(consumer, giveUp);
    }
}
