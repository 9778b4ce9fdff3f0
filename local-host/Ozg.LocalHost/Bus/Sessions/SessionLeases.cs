using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus.Sessions;

/// <summary>Who holds which session, until when.</summary>
internal sealed class SessionLeases : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Deliveries _deliveries;
    private readonly BackgroundWrites _background;
    private readonly Alarm<SessionLease> _alarm;

    public SessionLeases(TimeProvider clock, Deliveries deliveries, BackgroundWrites background)
    {
        _clock = clock;
        _deliveries = deliveries;
        _background = background;
        _alarm = new Alarm<SessionLease>(clock, Check);
    }

    public SessionLease Begin(Entity entity, Session session, TimeSpan renewFor)
    {
        var now = _clock.GetUtcNow();
        var lease = new SessionLease(entity, session, new LockTerm(entity.Settings.LockDuration, now, renewFor));
        _alarm.Set(lease, lease.Term.EndsAt(now));
        return lease;
    }

    /// <summary>The consumer is done: what it has not settled is delivered again, and this delivery does not count.</summary>
    public void Close(SessionLease lease) => End(lease, counts: false);

    public void RingDue() => _alarm.RingDue();

    public void Dispose() => _alarm.Dispose();

    private void Check(SessionLease lease)
    {
        var now = _clock.GetUtcNow();
        if (lease.Over.IsCancellationRequested)
            return;

        if (lease.Term.EndsAt(now) is var end && end > now)
            _alarm.Set(lease, end);
        else
            End(lease, counts: true);
    }

    private void End(SessionLease lease, bool counts)
    {
        if (lease.TryEnd() is not { } unsettled)
            return;

        var messages = unsettled.Where(one => _deliveries.Locks.TryRemove(one)).Select(one => one.Message).ToList();
        if (messages.Count == 0)
            lease.Entity.Sessions!.Release(lease.Session);
        else
            _background.Begin(messages[0].Sequence, lease.Entity.Path, database => GiveBack(database, lease, messages, counts));
    }

    // The messages first: whoever has the session next gets them in order.
    private void GiveBack(Database database, SessionLease lease, List<StoredMessage> messages, bool counts)
    {
        foreach (var message in messages)
            _deliveries.Release(database, counts ? message : message with { Deliveries = message.Deliveries - 1 });
        database.AfterCommit(() => lease.Entity.Sessions!.Release(lease.Session));
    }
}
