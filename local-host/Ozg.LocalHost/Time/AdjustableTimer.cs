namespace Ozg.Hosting.Time;

/// <summary>A timer of an <see cref="AdjustableClock"/>: one of the real clock, set again whenever its own is moved.</summary>
internal sealed class AdjustableTimer : ITimer
{
    private readonly AdjustableClock clock;
    private readonly Action ring;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private TimeSpan? due; // on the clock's Elapsed; null: not set
    private TimeSpan period = Timeout.InfiniteTimeSpan;

    public AdjustableTimer(AdjustableClock clock, TimeProvider real, Action ring)
    {
        this.clock = clock;
        this.ring = ring;
        timer = real.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            this.period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period; // zero is once, too
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                Forget();
                return timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }

            // Armed before it is reckoned: a move from now on is either seen here, or comes back through Follow.
            clock.Arm(this);
            due = clock.Elapsed + dueTime;
            return timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The clock was moved.</summary>
    public void Follow()
    {
        lock (gate)
        {
            if (due is not null)
                timer.Change(Left(), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
            Forget();
        timer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
            Forget();
        return timer.DisposeAsync();
    }

    private void Ring()
    {
        lock (gate)
        {
            if (due is null)
                return;

            // It may have been set to a later time while it was about to ring.
            if (Left() is var left && left > TimeSpan.Zero)
            {
                timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }

            if (period == Timeout.InfiniteTimeSpan)
            {
                Forget();
            }
            else
            {
                // Not later and later; but what a move has passed is passed.
                var now = clock.Elapsed;
                due = due.Value + period > now ? due.Value + period : now + period;
                timer.Change(Left(), Timeout.InfiniteTimeSpan);
            }
        }

        ring();
    }

    private void Forget()
    {
        due = null;
        clock.Disarm(this);
    }

    // Up to the next whole millisecond, in which timers count: they would otherwise ring too early, again and again.
    private TimeSpan Left() => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (due!.Value - clock.Elapsed).TotalMilliseconds)));
}
