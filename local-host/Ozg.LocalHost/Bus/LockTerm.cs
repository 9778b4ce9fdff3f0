namespace Ozg.Hosting.Bus;

/// <summary>
/// How long a lock lasts that is renewed shortly before it ends, for as long as it may be. Reckoned from the clock, not kept up
/// by a timer, so that a clock which jumps changes nothing.
/// </summary>
internal sealed class LockTerm
{
    private static readonly TimeSpan MaxRenewalLead = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _duration;
    private readonly TimeSpan _period;
    private readonly Lock _gate = new();
    private DateTimeOffset _granted;
    private DateTimeOffset _renewedUntil;

    /// <param name="duration">Of one grant.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="renewFor">Zero: it is not renewed; <see cref="Timeout.InfiniteTimeSpan"/>: without end.</param>
    public LockTerm(TimeSpan duration, DateTimeOffset now, TimeSpan renewFor)
    {
        _duration = duration;
        var lead = duration / 2 < MaxRenewalLead ? duration / 2 : MaxRenewalLead;
        _period = duration - lead;
        _granted = now;
        _renewedUntil = renewFor == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + renewFor;
    }

    /// <summary>When it ends, as far as can be said at <paramref name="now"/>.</summary>
    public DateTimeOffset EndsAt(DateTimeOffset now)
    {
        lock (_gate)
        {
            var renewed = (now < _renewedUntil ? now : _renewedUntil) - _granted;
            return _granted + (Math.Max(0, renewed.Ticks / _period.Ticks) * _period) + _duration;
        }
    }

    /// <summary>Somebody renews it by hand.</summary>
    public void Renew(DateTimeOffset now)
    {
        lock (_gate)
            _granted = now;
    }

    /// <summary>From now on it only runs out.</summary>
    public void StopRenewing(DateTimeOffset now)
    {
        var end = EndsAt(now);
        lock (_gate)
        {
            _granted = end - _duration;
            _renewedUntil = DateTimeOffset.MinValue;
        }
    }
}
