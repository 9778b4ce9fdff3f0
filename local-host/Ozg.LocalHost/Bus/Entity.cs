using System.Threading.Channels;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>The messages of a queue or subscription that can be delivered now, oldest first.</summary>
internal sealed class Entity(string path, WorkCounter work)
{
    private readonly SortedSet<long> available = [];
    private readonly Channel<long> added = Channel.CreateUnbounded<long>();
    private readonly Lock gate = new();
    private bool hasListener;

    public string Path => path;

    /// <summary>From now on a message here is work that the host has to do.</summary>
    public void Listen()
    {
        lock (gate)
            hasListener = true;
    }

    public void Add(long sequence)
    {
        lock (gate)
        {
            if (!available.Add(sequence))
                return;

            if (hasListener)
                work.Begin();
        }

        added.Writer.TryWrite(sequence);
    }

    /// <summary>The oldest message; waits until there is one. Its work ends with <see cref="End"/>.</summary>
    public async ValueTask<long> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await added.Reader.ReadAsync(cancellationToken); // says that there may be one, not which is the oldest
            if (TryTake() is { } sequence)
                return sequence;
        }
    }

    /// <returns>Null: there is none now.</returns>
    public long? TryTake()
    {
        lock (gate)
        {
            if (available.Count == 0)
                return null;

            var oldest = available.Min;
            available.Remove(oldest);
            return oldest;
        }
    }

    /// <summary>A message that was taken is dealt with, or waits for its lock to expire.</summary>
    public void End() => work.End();
}
