using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Hands messages out under a lock, and settles them.</summary>
internal sealed class Deliveries : IDisposable
{
    // When the disk refuses: long enough for somebody to make room, short enough to go on soon after.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Store store;
    private readonly Broker broker;
    private readonly QueueOptions options;
    private readonly TimeProvider clock;
    private readonly WorkCounter work;
    private readonly ILogger logger;

    public Deliveries(
        Store store, Broker broker, QueueOptions options, TimeProvider clock, WorkCounter work, ILogger<Deliveries> logger)
    {
        this.store = store;
        this.broker = broker;
        this.options = options;
        this.clock = clock;
        this.work = work;
        this.logger = logger;
        Locks = new MessageLocks(clock, options.LockDuration, one => _ = ReleaseExpiredAsync(one.Message));
    }

    public MessageLocks Locks { get; }

    /// <summary>Locks a message that was taken from its queue. The delivery is counted first, so a crash counts too.</summary>
    /// <returns>Null: it has expired, or was delivered often enough.</returns>
    public async Task<ServiceBusReceivedMessage?> LockAsync(long sequence, TimeSpan renewFor)
    {
        var now = clock.GetUtcNow();
        var message = await store.KeepAsync(logger, database => Deliver(database, sequence, now));
        if (message is null)
            return null;

        var held = Locks.Hold(message, renewFor);
        return message.Received(held.Token, held.Until);
    }

    public Task CompleteAsync(ServiceBusReceivedMessage message) => SettleAsync(message, (database, stored) =>
        MessageTable.Delete(database, stored.Sequence));

    public Task AbandonAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? changes) =>
        SettleAsync(message, (database, stored) => Release(database, Changed(stored, changes)));

    public Task DeferAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? changes) =>
        SettleAsync(message, (database, stored) =>
            MessageTable.Update(database, Changed(stored, changes) with { Deferred = true }));

    public Task DeadLetterAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? changes, string? reason, string? description) =>
        SettleAsync(message, (database, stored) => MoveToDeadLetters(database, Changed(stored, changes), reason, description));

    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public void Renew(ServiceBusReceivedMessage message)
    {
        if (!Locks.TryRenew(Guid.Parse(message.LockToken)))
            throw LockLost(message);
    }

    /// <summary>They could not be settled: they come again a little later.</summary>
    public void Postpone(Entity entity, IEnumerable<long> sequences)
    {
        var until = clock.GetUtcNow() + Pause;
        foreach (var sequence in sequences)
            broker.Postpone(entity.Path, sequence, until);
    }

    public void Dispose() => Locks.Dispose();

    private static StoredMessage Changed(StoredMessage message, IDictionary<string, object>? changes) =>
        message with { Properties = message.Properties.With(changes) };

    private static ServiceBusException LockLost(ServiceBusReceivedMessage message) => new(
        $"The lock on message {message.MessageId} is lost: it has expired, or the message is settled already.",
        ServiceBusFailureReason.MessageLockLost);

    private async Task SettleAsync(ServiceBusReceivedMessage message, Action<Database, StoredMessage> settle)
    {
        var held = Locks.TryTake(Guid.Parse(message.LockToken)) ?? throw LockLost(message);
        await store.KeepAsync(logger, database => settle(database, held.Message));
    }

    private StoredMessage? Deliver(Database database, long sequence, DateTimeOffset now)
    {
        if (MessageTable.Find(database, sequence) is not { } message)
            return null;

        if (message.ExpiresAt <= now)
        {
            MessageTable.Delete(database, sequence);
            return null;
        }

        // Only after a crash: otherwise it went to the dead letters when it was abandoned.
        if (IsUsedUp(message))
        {
            Release(database, message);
            return null;
        }

        var delivered = message with { Deliveries = message.Deliveries + 1 };
        MessageTable.Update(database, delivered);
        return delivered;
    }

    private async Task ReleaseExpiredAsync(StoredMessage message)
    {
        work.Begin();
        try
        {
            await store.KeepAsync(logger, database => Release(database, message));
        }
#pragma warning disable CA1031 // Nobody waits for this; the message is delivered again after the next start.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.NotReleased(message.MessageId, message.Entity, failure);
        }
        finally
        {
            work.End();
        }
    }

    /// <summary>Back into its queue, or to the dead letters if it was delivered often enough.</summary>
    private void Release(Database database, StoredMessage message)
    {
        if (IsUsedUp(message))
        {
            MoveToDeadLetters(
                database,
                message,
                "MaxDeliveryCountExceeded",
                $"Message could not be consumed after {message.Deliveries} delivery attempts.");
            return;
        }

        MessageTable.Update(database, message);
        database.AfterCommit(() => broker.Entity(message.Entity).Add(message.Sequence));
    }

    private void MoveToDeadLetters(Database database, StoredMessage message, string? reason, string? description)
    {
        var why = new Dictionary<string, object>();
        if (reason is not null)
            why["DeadLetterReason"] = reason;
        if (description is not null)
            why["DeadLetterErrorDescription"] = description;

        var dead = message with
        {
            Entity = EntityPath.DeadLetterOf(message.Entity),
            Properties = message.Properties.With(why),
            ExpiresAt = DateTimeOffset.MaxValue,
        };
        MessageTable.Update(database, dead);
        database.AfterCommit(() => broker.Entity(dead.Entity).Add(dead.Sequence));
    }

    private bool IsUsedUp(StoredMessage message) =>
        message.Deliveries >= options.MaxDeliveryCount && !EntityPath.IsDeadLetter(message.Entity);
}
