namespace Ozg.Hosting.Time;

/// <summary>Rings for things whose time has come, by the host's clock.</summary>
/// <param name="clock">The host's clock.</param>
/// <param name="ring">Called with everything that is due, on a thread of the clock: it must not block.</param>
internal sealed class Alarm<T>(TimeProvider clock, Action<T> ring) : IDisposable
{
    // A timer cannot be set for more than some 49 days; it is set again when it rings early.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    private readonly PriorityQueue<T, DateTimeOffset> _waiting = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _disposed;

    /// <summary>Rings at once, before it returns, if the time has come already.</summary>
    public void Set(T what, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_disposed)
                return;

            _waiting.Enqueue(what, at);
        }

        RingDue();
    }

    /// <summary>Rings for what is due although the clock has not called yet.</summary>
    public void RingDue()
    {
        var due = new List<T>();
        lock (_gate)
        {
            if (_disposed)
                return;

            var now = clock.GetUtcNow();
            while (_waiting.TryPeek(out var what, out var at) && at <= now)
            {
                due.Add(what);
                _waiting.Dequeue();
            }

            Arm(now);
        }

        due.ForEach(ring);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timer?.Dispose();
        }
    }

    private void Arm(DateTimeOffset now)
    {
        var wait = _waiting.TryPeek(out _, out var at) ? Min(at - now, Longest) : Timeout.InfiniteTimeSpan;
        _timer ??= clock.CreateTimer(_ => RingDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Timers count whole milliseconds and would otherwise ring just too early, again and again.
        if (wait != Timeout.InfiniteTimeSpan)
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
