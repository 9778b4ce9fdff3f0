namespace Ozg.Hosting.Time;

/// <summary>
/// A clock that runs as fast as another and can be moved ahead of it, never back. A timer that was set before a move rings as
/// soon as the move passes it, and once however often it would have: as if the machine had slept for that time.
/// </summary>
/// <param name="real">The clock that it runs by.</param>
/// <param name="offset">How far ahead of it to begin; less than nothing: behind.</param>
internal sealed class AdjustableClock(TimeProvider real, TimeSpan offset) : TimeProvider
{
    private readonly HashSet<AdjustableTimer> _armed = [];
    private readonly Lock _gate = new();
    private readonly long _start = real.GetTimestamp();
    private long _offsetTicks = offset.Ticks;

    /// <summary>How far it is ahead of the clock that it runs by.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <summary>Only grows, by passing time and by moves.</summary>
    internal TimeSpan Elapsed => real.GetElapsedTime(_start) + Offset;

    /// <summary>What it shows with an offset that it does not have yet.</summary>
    public DateTimeOffset At(TimeSpan offset) => real.GetUtcNow() + offset;

    public override DateTimeOffset GetUtcNow() => At(Offset);

    public override long GetTimestamp() =>
        real.GetTimestamp() + (long)((Int128)Offset.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>Moves ahead; a smaller offset than it has changes nothing.</summary>
    public void MoveTo(TimeSpan offset)
    {
        List<AdjustableTimer> passed;
        lock (_gate)
        {
            Interlocked.Exchange(ref _offsetTicks, Math.Max(offset.Ticks, _offsetTicks));
            passed = [.. _armed];
        }

        foreach (var timer in passed)
            timer.Follow();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new AdjustableTimer(this, real, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Arm(AdjustableTimer timer)
    {
        lock (_gate)
            _armed.Add(timer);
    }

    internal void Disarm(AdjustableTimer timer)
    {
        lock (_gate)
            _armed.Remove(timer);
    }
}
