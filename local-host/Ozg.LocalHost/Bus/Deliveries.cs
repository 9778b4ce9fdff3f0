using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Bus.Sessions;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Bus;

/// <summary>Hands messages out under a lock, and settles them.</summary>
internal sealed class Deliveries : IDisposable
{
    private readonly Store _store;
    private readonly Entities _entities;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    public Deliveries(Store store, Entities entities, TimeProvider clock, BackgroundWrites background)
    {
        _store = store;
        _entities = entities;
        _clock = clock;
        _logger = background.Logger;
        Locks = new MessageLocks(clock, message =>
            background.Begin(message.Sequence, message.Entity, database => Release(database, message)));
    }

    public MessageLocks Locks { get; }

    /// <summary>Locks a message that was taken from its queue. The delivery is counted first, so a crash counts too.</summary>
    /// <returns>Null: it has expired, or was delivered often enough.</returns>
    public async Task<ServiceBusReceivedMessage?> LockAsync(Entity entity, long sequence, TimeSpan renewFor)
    {
        var message = await _store.KeepAsync(_logger, database => Deliver(database, entity, sequence, isDeferred: false));
        return message is null ? null : Hold(message, entity, renewFor);
    }

    /// <summary>The same for a message of a session, whose lock it shares.</summary>
    /// <returns>Null: as above, or the session is lost.</returns>
    public async Task<ServiceBusReceivedMessage?> LockAsync(SessionLease lease, long sequence)
    {
        if (await _store.KeepAsync(_logger, database => Deliver(database, lease.Entity, sequence, isDeferred: false)) is not { } message)
            return null;

        if (Locks.TryHold(message, lease) is { } held)
            return message.Received(held.Token, held.Term.EndsAt(_clock.GetUtcNow()));

        await _store.KeepAsync(_logger, database => Release(database, message with { Deliveries = message.Deliveries - 1 }));
        return null;
    }

    /// <summary>Locks messages that were deferred.</summary>
    /// <exception cref="ServiceBusException">One is not there: settled, expired, locked, or never deferred.</exception>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> LockDeferredAsync(Entity entity, IReadOnlyList<long> sequences)
    {
        var free = sequences.Where(sequence => !Locks.IsLocked(sequence)).ToList();
        var messages = await _store.KeepAsync(_logger, database =>
            free.Select(sequence => Deliver(database, entity, sequence, isDeferred: true)).OfType<StoredMessage>().ToList());
        var received = messages.Select(message => Hold(message, entity, TimeSpan.Zero)).ToList();
        return received.Count == sequences.Count ? received : throw new ServiceBusException(
            "A deferred message is not there, or is locked.", ServiceBusFailureReason.MessageNotFound, entity.Path);
    }

    public Task CompleteAsync(ServiceBusReceivedMessage message) => SettleAsync(message, (database, stored) =>
        MessageTable.Delete(database, stored.Sequence));

    public Task AbandonAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? changes) =>
        SettleAsync(message, (database, stored) => Release(database, stored.With(changes)));

    public Task DeferAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? changes) =>
        SettleAsync(message, (database, stored) =>
            MessageTable.Update(database, stored.With(changes) with { Deferred = true }));

    /// <exception cref="InvalidOperationException">It is in a dead-letter queue already.</exception>
    public Task DeadLetterAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? changes, string? reason, string? description) =>
        SettleAsync(message, (database, stored) =>
        {
            if (EntityPath.IsDeadLetter(stored.Entity))
                throw new InvalidOperationException("A message of a dead-letter queue cannot be dead-lettered again.");

            // It was refused, not tried in vain: this delivery does not count.
            MoveToDeadLetters(database, stored.With(changes) with { Deliveries = stored.Deliveries - 1 }, reason, description);
        });

    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public void Renew(ServiceBusReceivedMessage message)
    {
        if (!Locks.TryRenew(Guid.Parse(message.LockToken)))
            throw LockLost(message);
    }

    public void Dispose() => Locks.Dispose();

    private static ServiceBusException LockLost(ServiceBusReceivedMessage message) => new(
        $"The lock on message {message.MessageId} is lost: it has expired, or the message is settled already.",
        ServiceBusFailureReason.MessageLockLost);

    private ServiceBusReceivedMessage Hold(StoredMessage message, Entity entity, TimeSpan renewFor)
    {
        var now = _clock.GetUtcNow();
        var held = Locks.Hold(message, new LockTerm(entity.Settings.LockDuration, now, renewFor));
        return message.Received(held.Token, held.Term.EndsAt(now));
    }

    private async Task SettleAsync(ServiceBusReceivedMessage message, Action<Database, StoredMessage> settle)
    {
        var held = Locks.TryTake(Guid.Parse(message.LockToken)) ?? throw LockLost(message);
        try
        {
            await _store.KeepAsync(_logger, database => settle(database, held.Message));
        }
        catch
        {
            Locks.GiveBack(held); // Nothing has happened to the message.
            throw;
        }
    }

    private StoredMessage? Deliver(Database database, Entity entity, long sequence, bool isDeferred)
    {
        if (MessageTable.Find(database, sequence) is not { } message
            || message.Deferred != isDeferred
            || !string.Equals(message.Entity, entity.Path, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Used up only after a crash: otherwise it went to the dead letters when it was abandoned.
        if (message.ExpiresAt <= _clock.GetUtcNow() || IsUsedUp(message, entity))
        {
            Release(database, message);
            return null;
        }

        var delivered = message with { Deliveries = message.Deliveries + 1 };
        MessageTable.Update(database, delivered);
        return delivered;
    }

    /// <summary>Back into its queue, or to where it goes when it has expired or was delivered often enough.</summary>
    public void Release(Database database, StoredMessage message)
    {
        var entity = _entities.Find(message.Entity)!;
        if (message.ExpiresAt <= _clock.GetUtcNow() && entity.Settings.DeadLettersExpired)
        {
            MoveToDeadLetters(database, message, "TTLExpiredException", "The message expired and was dead lettered.");
        }
        else if (message.ExpiresAt <= _clock.GetUtcNow())
        {
            MessageTable.Delete(database, message.Sequence);
        }
        else if (IsUsedUp(message, entity))
        {
            MoveToDeadLetters(
                database,
                message,
                "MaxDeliveryCountExceeded",
                $"Message could not be consumed after {message.Deliveries} delivery attempts.");
        }
        else
        {
            MessageTable.Update(database, message);
            if (!message.Deferred)
                database.AfterCommit(() => entity.Add(message.Sequence, message.Properties.SessionId));
        }
    }

    private void MoveToDeadLetters(Database database, StoredMessage message, string? reason, string? description)
    {
        var dead = message.DeadLettered(reason, description);
        MessageTable.Update(database, dead);
        database.AfterCommit(() => _entities.Find(dead.Entity)!.Add(dead.Sequence, null));
    }

    private static bool IsUsedUp(StoredMessage message, Entity entity) =>
        message.Deliveries >= entity.Settings.MaxDeliveryCount && !entity.IsDeadLetter;
}
