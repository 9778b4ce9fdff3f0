namespace Ozg.Hosting.Time;

/// <summary>Rings for things whose time has come, by the host's clock.</summary>
/// <param name="clock">The host's clock.</param>
/// <param name="ring">Called with everything that is due, on a thread of the clock: it must not block.</param>
internal sealed class Alarm<T>(TimeProvider clock, Action<T> ring) : IDisposable
{
    // A timer cannot be set for more than some 49 days; it is set again when it rings early.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    private readonly PriorityQueue<T, DateTimeOffset> waiting = new();
    private readonly Lock gate = new();
    private ITimer? timer;
    private bool disposed;

    /// <summary>Rings at once, before it returns, if the time has come already.</summary>
    public void Set(T what, DateTimeOffset at)
    {
        lock (gate)
        {
            if (disposed)
                return;

            waiting.Enqueue(what, at);
        }

        RingDue();
    }

    /// <summary>Rings for what is due although the clock has not called yet.</summary>
    public void RingDue()
    {
        var due = new List<T>();
        lock (gate)
        {
            if (disposed)
                return;

            var now = clock.GetUtcNow();
            while (waiting.TryPeek(out var what, out var at) && at <= now)
            {
                due.Add(what);
                waiting.Dequeue();
            }

            Arm(now);
        }

        due.ForEach(ring);
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer?.Dispose();
        }
    }

    private void Arm(DateTimeOffset now)
    {
        var wait = waiting.TryPeek(out _, out var at) ? Min(at - now, Longest) : Timeout.InfiniteTimeSpan;
        timer ??= clock.CreateTimer(_ => RingDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Timers count whole milliseconds and would otherwise ring just too early, again and again.
        if (wait != Timeout.InfiniteTimeSpan)
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
