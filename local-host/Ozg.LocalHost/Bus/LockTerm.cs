namespace Ozg.Hosting.Bus;

/// <summary>
/// How long a lock lasts that is renewed shortly before it ends, for as long as it may be. Reckoned from the clock, not kept up
/// by a timer, so that a clock which jumps changes nothing.
/// </summary>
internal sealed class LockTerm
{
    private static readonly TimeSpan MaxRenewalLead = TimeSpan.FromSeconds(10);

    private readonly TimeSpan duration;
    private readonly TimeSpan period;
    private readonly Lock gate = new();
    private DateTimeOffset granted;
    private DateTimeOffset renewedUntil;

    /// <param name="duration">Of one grant.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="renewFor">Zero: it is not renewed; <see cref="Timeout.InfiniteTimeSpan"/>: without end.</param>
    public LockTerm(TimeSpan duration, DateTimeOffset now, TimeSpan renewFor)
    {
        this.duration = duration;
        var lead = duration / 2 < MaxRenewalLead ? duration / 2 : MaxRenewalLead;
        period = duration - lead;
        granted = now;
        renewedUntil = renewFor == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + renewFor;
    }

    /// <summary>When it ends, as far as can be said at <paramref name="now"/>.</summary>
    public DateTimeOffset EndsAt(DateTimeOffset now)
    {
        lock (gate)
        {
            var renewed = (now < renewedUntil ? now : renewedUntil) - granted;
            return granted + (Math.Max(0, renewed.Ticks / period.Ticks) * period) + duration;
        }
    }

    /// <summary>Somebody renews it by hand.</summary>
    public void Renew(DateTimeOffset now)
    {
        lock (gate)
            granted = now;
    }

    /// <summary>From now on it only runs out.</summary>
    public void StopRenewing(DateTimeOffset now)
    {
        var end = EndsAt(now);
        lock (gate)
        {
            granted = end - duration;
            renewedUntil = DateTimeOffset.MinValue;
        }
    }
}
