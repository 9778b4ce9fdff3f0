using System.Collections.Concurrent;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>
/// Who may settle which message, until when. While a function runs, its locks are renewed, so a lock ends at the later of
/// its own end and the end of the renewals.
/// </summary>
internal sealed class MessageLocks : IDisposable
{
    private readonly ConcurrentDictionary<Guid, MessageLock> held = new();
    private readonly TimeProvider clock;
    private readonly TimeSpan duration;
    private readonly Action<MessageLock> expired;
    private readonly Alarm<MessageLock> alarm;

    public MessageLocks(TimeProvider clock, TimeSpan duration, Action<MessageLock> expired)
    {
        this.clock = clock;
        this.duration = duration;
        this.expired = expired;
        alarm = new Alarm<MessageLock>(clock, Check);
    }

    public MessageLock Hold(StoredMessage message, TimeSpan renewFor)
    {
        var now = clock.GetUtcNow();
        var one = new MessageLock(Guid.NewGuid(), message, now + duration, now + renewFor);
        held[one.Token] = one;
        alarm.Set(one, one.Until);
        return one;
    }

    /// <summary>Takes the lock to settle its message.</summary>
    /// <returns>Null: it has expired, or the message is settled already.</returns>
    public MessageLock? TryTake(Guid token) => held.TryRemove(token, out var one) ? one : null;

    /// <returns>False: it has expired, or the message is settled already.</returns>
    public bool TryRenew(Guid token)
    {
        if (!held.TryGetValue(token, out var one))
            return false;

        one.Until = clock.GetUtcNow() + duration;
        return true;
    }

    /// <summary>The function that held it has ended without settling it: nobody renews it any more.</summary>
    public void StopRenewal(Guid token)
    {
        if (held.TryGetValue(token, out var one))
            one.RenewedUntil = DateTimeOffset.MinValue;
    }

    public bool IsHeld(Guid token) => held.ContainsKey(token);

    public void RingDue() => alarm.RingDue();

    public void Dispose() => alarm.Dispose();

    private void Check(MessageLock one)
    {
        var end = one.Until > one.RenewedUntil ? one.Until : one.RenewedUntil;
        if (end > clock.GetUtcNow())
        {
            if (held.ContainsKey(one.Token))
                alarm.Set(one, end);
        }
        else if (held.TryRemove(one.Token, out _))
        {
            expired(one);
        }
    }
}

internal sealed class MessageLock(Guid token, StoredMessage message, DateTimeOffset until, DateTimeOffset renewedUntil)
{
    public Guid Token => token;

    public StoredMessage Message => message;

    public DateTimeOffset Until { get; set; } = until;

    public DateTimeOffset RenewedUntil { get; set; } = renewedUntil;
}
