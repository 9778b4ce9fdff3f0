namespace Ozg.Hosting.Time;

/// <summary>A timer of an <see cref="AdjustableClock"/>: one of the real clock, set again whenever its own is moved.</summary>
internal sealed class AdjustableTimer : ITimer
{
    private readonly AdjustableClock _clock;
    private readonly Action _ring;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private TimeSpan? _due; // on the clock's Elapsed; null: not set
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public AdjustableTimer(AdjustableClock clock, TimeProvider real, Action ring)
    {
        _clock = clock;
        _ring = ring;
        _timer = real.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period; // zero is once, too
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                Forget();
                return _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }

            // Armed before it is reckoned: a move from now on is either seen here, or comes back through Follow.
            _clock.Arm(this);
            _due = _clock.Elapsed + dueTime;
            return _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The clock was moved.</summary>
    public void Follow()
    {
        lock (_gate)
        {
            if (_due is not null)
                _timer.Change(Left(), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
            Forget();
        _timer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
            Forget();
        return _timer.DisposeAsync();
    }

    private void Ring()
    {
        lock (_gate)
        {
            if (_due is null)
                return;

            // It may have been set to a later time while it was about to ring.
            if (Left() is var left && left > TimeSpan.Zero)
            {
                _timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }

            if (_period == Timeout.InfiniteTimeSpan)
            {
                Forget();
            }
            else
            {
                // Not later and later; but what a move has passed is passed.
                var now = _clock.Elapsed;
                _due = _due.Value + _period > now ? _due.Value + _period : now + _period;
                _timer.Change(Left(), Timeout.InfiniteTimeSpan);
            }
        }

        _ring();
    }

    private void Forget()
    {
        _due = null;
        _clock.Disarm(this);
    }

    // Up to the next whole millisecond, in which timers count: they would otherwise ring too early, again and again.
    private TimeSpan Left() => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (_due!.Value - _clock.Elapsed).TotalMilliseconds)));
}
