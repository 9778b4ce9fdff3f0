using System.Collections.Concurrent;
using Ozg.Hosting.Bus.Sessions;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Who may settle which message, until when.</summary>
internal sealed class MessageLocks : IDisposable
{
    private readonly ConcurrentDictionary<Guid, MessageLock> _held = new();
    private readonly TimeProvider _clock;
    private readonly Action<StoredMessage> _expired;
    private readonly Alarm<MessageLock> _alarm;

    public MessageLocks(TimeProvider clock, Action<StoredMessage> expired)
    {
        _clock = clock;
        _expired = expired;
        _alarm = new Alarm<MessageLock>(clock, Check);
    }

    public MessageLock Hold(StoredMessage message, LockTerm term)
    {
        var one = new MessageLock(Guid.NewGuid(), message, term, lease: null);
        _held[one.Token] = one;
        _alarm.Set(one, term.EndsAt(_clock.GetUtcNow()));
        return one;
    }

    /// <summary>For as long as the session is held.</summary>
    /// <returns>Null: it is not held any more.</returns>
    public MessageLock? TryHold(StoredMessage message, SessionLease lease)
    {
        var one = new MessageLock(Guid.NewGuid(), message, lease.Term, lease);
        _held[one.Token] = one;
        if (lease.TryHold(one))
            return one;

        _held.TryRemove(one.Token, out _);
        return null;
    }

    /// <returns>False: its message is being settled.</returns>
    public bool TryRemove(MessageLock one) => _held.TryRemove(one.Token, out _);

    /// <summary>Takes the lock to settle its message.</summary>
    /// <returns>Null: it has expired, or the message is settled already.</returns>
    public MessageLock? TryTake(Guid token)
    {
        if (!IsHeld(token) || !_held.TryRemove(token, out var one))
            return null;

        one.Lease?.Settled(one);
        return one;
    }

    /// <summary>The message could not be settled: the lock goes on.</summary>
    public void GiveBack(MessageLock one)
    {
        _held[one.Token] = one;
        if (one.Lease is null)
            _alarm.Set(one, one.Term.EndsAt(_clock.GetUtcNow()));
        else if (!one.Lease.TryHold(one) && TryRemove(one))
            _expired(one.Message);
    }

    /// <returns>False: it has expired, or the message is settled already.</returns>
    public bool TryRenew(Guid token)
    {
        if (!IsHeld(token) || !_held.TryGetValue(token, out var one))
            return false;

        one.Term.Renew(_clock.GetUtcNow());
        return true;
    }

    /// <summary>The function that held it has ended without settling it: nobody renews it any more.</summary>
    public void StopRenewal(Guid token)
    {
        if (_held.TryGetValue(token, out var one) && one.Lease is null)
            one.Term.StopRenewing(_clock.GetUtcNow());
    }

    public bool IsHeld(Guid token)
    {
        var now = _clock.GetUtcNow();
        return _held.TryGetValue(token, out var one) && one.Term.EndsAt(now) > now;
    }

    /// <summary>Whether anybody holds this message.</summary>
    public bool IsLocked(long sequence) => _held.Values.Any(one => one.Message.Sequence == sequence && IsHeld(one.Token));

    public void RingDue() => _alarm.RingDue();

    public void Dispose() => _alarm.Dispose();

    private void Check(MessageLock one)
    {
        var now = _clock.GetUtcNow();
        if (one.Term.EndsAt(now) is var end && end > now)
        {
            if (_held.ContainsKey(one.Token))
                _alarm.Set(one, end);
        }
        else if (_held.TryRemove(one.Token, out _))
        {
            _expired(one.Message);
        }
    }
}

internal sealed class MessageLock(Guid token, StoredMessage message, LockTerm term, SessionLease? lease)
{
    public Guid Token => token;

    public StoredMessage Message => message;

    public LockTerm Term => term;

    /// <summary>Null: the message is of no session.</summary>
    public SessionLease? Lease => lease;
}
