using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus.Sessions;

/// <summary>A consumer's hold on a session, with the messages that it has received and not settled.</summary>
internal sealed class SessionLease : IDisposable
{
    private readonly HashSet<MessageLock> _held = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _gate = new();
    private bool _isOver;

    public SessionLease(Entity entity, Session session, LockTerm term)
    {
        Entity = entity;
        Session = session;
        Term = term;
        Over = _over.Token; // Can be asked when its source is gone.
    }

    public Entity Entity { get; }

    public Session Session { get; }

    /// <summary>Of the session's lock, which is also that of its messages.</summary>
    public LockTerm Term { get; }

    /// <summary>Set when the hold has ended.</summary>
    public CancellationToken Over { get; }

    /// <summary>The function has said that it is done with this session.</summary>
    public bool IsReleased { get; set; }

    /// <returns>False: the hold has ended.</returns>
    public bool TryHold(MessageLock message)
    {
        lock (_gate)
            return !_isOver && _held.Add(message);
    }

    /// <exception cref="ServiceBusException">The hold has ended.</exception>
    public void CheckHeld(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (_isOver || Term.EndsAt(now) <= now)
        {
            throw new ServiceBusException(
                $"The lock on session {Session.Id} is lost.", ServiceBusFailureReason.SessionLockLost, Entity.Path);
        }
    }

    public void Settled(MessageLock message)
    {
        lock (_gate)
            _held.Remove(message);
    }

    /// <returns>The messages that were not settled; null: the hold had ended before.</returns>
    public IReadOnlyList<MessageLock>? TryEnd()
    {
        List<MessageLock> unsettled;
        lock (_gate)
        {
            if (_isOver)
                return null;

            _isOver = true;
            unsettled = [.. _held];
        }

        _over.Cancel();
        return unsettled;
    }

    public void Dispose() => _over.Dispose();
}
