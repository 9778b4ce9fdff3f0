using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Takes messages in and enqueues them, at once or at their time.</summary>
internal sealed class Broker : IDisposable
{
    private readonly Store _store;
    private readonly Entities _entities;
    private readonly TimeProvider _clock;
    private readonly BackgroundWrites _background;
    private readonly Alarm<WaitingMessage> _schedule;

    public Broker(Store store, Entities entities, TimeProvider clock, BackgroundWrites background)
    {
        _store = store;
        _entities = entities;
        _clock = clock;
        _background = background;
        _schedule = new(clock, due => background.Begin(due.Sequence, due.Entity, database => Enqueue(database, due)));
    }

    /// <summary>Takes up what an earlier host left; call it when all listeners are known.</summary>
    public void Start()
    {
        foreach (var message in _store.Read(MessageTable.Waiting))
        {
            if (message.Scheduled)
                _schedule.Set(message, message.DueAt);
            else if (_entities.Find(message.Entity) is { } entity)
                entity.Add(message.Sequence, message.SessionId);
            else
                _background.Logger.NotDeclared(message.Sequence, message.Entity);
        }
    }

    /// <param name="queueOrTopic">Where to.</param>
    /// <param name="messages">All or none are taken.</param>
    /// <returns>A sequence number for each, of use as long as the message is scheduled; a duplicate gets one too.</returns>
    /// <exception cref="ServiceBusException">There is no such queue or topic, or a message is too large.</exception>
    /// <exception cref="InvalidOperationException">A message has no session, and the queue requires one.</exception>
    public async Task<long[]> SendAsync(string queueOrTopic, IReadOnlyList<ServiceBusMessage> messages)
    {
        var target = _entities.Target(queueOrTopic) ?? throw new ServiceBusException(
            $"No queue or topic '{queueOrTopic}' is declared.", ServiceBusFailureReason.MessagingEntityNotFound, queueOrTopic);
        var now = _clock.GetUtcNow();
        var stored = messages.Select(message => Incoming.Check(message, target, now)).ToList();
        return await _store.WriteAsync(database => stored.Select(message => Take(database, target, message, now)).ToArray());
    }

    /// <exception cref="ServiceBusException">There is no such scheduled message.</exception>
    public async Task CancelScheduledAsync(string queueOrTopic, IEnumerable<long> sequences)
    {
        var all = sequences.ToList();
        await _store.WriteAsync(database =>
        {
            foreach (var sequence in all)
            {
                var message = MessageTable.Find(database, sequence);
                if (message is not { Scheduled: true } || !string.Equals(message.Entity, queueOrTopic, StringComparison.OrdinalIgnoreCase))
                {
                    throw new ServiceBusException(
                        $"There is no scheduled message {sequence}.", ServiceBusFailureReason.MessageNotFound, queueOrTopic);
                }

                MessageTable.Delete(database, sequence);
            }
        });
    }

    public void RingDue() => _schedule.RingDue();

    public void Dispose() => _schedule.Dispose();

    private long Take(Database database, Target target, StoredMessage message, DateTimeOffset now)
    {
        if (IsDuplicate(database, target, message, now))
        {
            // It is accepted like any other, number and all.
            var number = MessageTable.Insert(database, message);
            MessageTable.Delete(database, number);
            return number;
        }

        if (!message.Scheduled)
            return Enqueue(database, target, message);

        var sequence = MessageTable.Insert(database, message);
        var waiting = new WaitingMessage(sequence, target.Name, message.Properties.SessionId, message.DueAt, Scheduled: true);
        database.AfterCommit(() => _schedule.Set(waiting, message.DueAt));
        return sequence;
    }

    private void Enqueue(Database database, WaitingMessage due)
    {
        if (MessageTable.Find(database, due.Sequence) is not { Scheduled: true } message)
            return; // Cancelled.

        if (_entities.Target(due.Entity) is not { } target)
        {
            _background.Logger.NotDeclared(due.Sequence, due.Entity);
            return;
        }

        MessageTable.Delete(database, due.Sequence);
        Enqueue(database, target, message with { Scheduled = false });
    }

    private static long Enqueue(Database database, Target target, StoredMessage message)
    {
        var last = 0L;
        foreach (var route in target.Routes.Where(route => route.Takes(message)))
        {
            var (entity, enqueued) = route.Deliver(message);
            var sequence = last = MessageTable.Insert(database, enqueued);
            database.AfterCommit(() => entity.Add(sequence, message.Properties.SessionId));
        }

        return last;
    }

    private static bool IsDuplicate(Database database, Target target, StoredMessage message, DateTimeOffset now) =>
        target.DuplicateDetectionWindow is { } window && !string.IsNullOrEmpty(message.MessageId)
        && !MessageTable.TryRemember(database, target.Name, message.MessageId, now, window);
}
