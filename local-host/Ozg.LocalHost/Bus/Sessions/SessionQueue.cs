using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus.Sessions;

/// <summary>The sessions of a queue or subscription that have messages, or are held. One consumer at a time holds a session.</summary>
internal sealed class SessionQueue(WorkCounter work)
{
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Waiters<Session> _waiters = new(work);
    private readonly Lock _gate = new();

    public void Add(string id, long sequence)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(id, out var session))
                _sessions.Add(id, session = new Session(id, work));
            session.Ready.Add(sequence);
            Offer(session);
        }
    }

    /// <summary>The free session with the oldest message, or the next that there is.</summary>
    /// <returns>Null: <paramref name="giveUp"/> was set before there was one.</returns>
    public async ValueTask<Session?> AcceptAsync(CancellationToken giveUp)
    {
        TaskCompletionSource<Session?> consumer;
        lock (_gate)
        {
            if (giveUp.IsCancellationRequested)
                return null;

            var free = _sessions.Values.Where(session => !session.IsHeld && session.Ready.Oldest is not null)
                .MinBy(session => session.Ready.Oldest);
            if (free is not null)
            {
                free.IsHeld = true;
                return free;
            }

            consumer = _waiters.Join();
        }

        return await _waiters.WaitAsync(consumer, giveUp);
    }

    /// <summary>Lets the next consumer have it.</summary>
    public void Release(Session session)
    {
        lock (_gate)
        {
            session.IsHeld = false;
            if (session.Ready.Oldest is null)
                _sessions.Remove(session.Id);
            else
                Offer(session);
        }
    }

    private void Offer(Session session)
    {
        if (!session.IsHeld)
            session.IsHeld = _waiters.TryHandOver(session);
    }
}

/// <summary>Messages of one session, in order.</summary>
internal sealed class Session(string id, WorkCounter work)
{
    public string Id => id;

    public ReadyMessages Ready { get; } = new(work);

    /// <summary>Guarded by the queue's lock.</summary>
    public bool IsHeld { get; set; }
}
