using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Takes messages in, and keeps the queues and subscriptions that they go to.</summary>
internal sealed class Broker : IDisposable
{
    // Of the standard tier, so that a message too large for Azure is too large here.
    public const int MaxMessageBytes = 256 * 1024;

    private readonly ConcurrentDictionary<string, Entity> entities = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string[]> topics = new(StringComparer.OrdinalIgnoreCase);
    private readonly Store store;
    private readonly QueueOptions options;
    private readonly TimeProvider clock;
    private readonly WorkCounter work;
    private readonly Alarm<(string Entity, long Sequence)> scheduled;

    public Broker(Store store, QueueOptions options, TimeProvider clock, WorkCounter work)
    {
        this.store = store;
        this.options = options;
        this.clock = clock;
        this.work = work;
        scheduled = new(clock, due => Entity(due.Entity).Add(due.Sequence));
    }

    /// <summary>All that anybody has named since the host started.</summary>
    public IEnumerable<string> Paths => entities.Keys;

    public Entity Entity(string path) => entities.GetOrAdd(path, new Entity(path, work));

    /// <summary>From now on the topic's messages go to this subscription too.</summary>
    public void Subscribe(string topic, string subscription)
    {
        var path = EntityPath.Subscription(topic, subscription);
        topics.AddOrUpdate(topic, [path], (_, others) => [.. others, path]);
    }

    /// <summary>Takes up what an earlier host left; call it when all listeners are known.</summary>
    public void Start()
    {
        foreach (var (sequence, entity, dueAt) in store.Read(MessageTable.Waiting))
            scheduled.Set((entity, sequence), dueAt);
    }

    /// <param name="queueOrTopic">Made when it is first named; a topic is what somebody subscribed to.</param>
    /// <param name="messages">All or none are taken.</param>
    /// <returns>A sequence number for each; zero for what went nowhere: a duplicate, or a topic of several subscriptions.</returns>
    /// <exception cref="ServiceBusException">A message is too large.</exception>
    public Task<long[]> SendAsync(string queueOrTopic, IReadOnlyList<ServiceBusMessage> messages)
    {
        var now = clock.GetUtcNow();
        var targets = topics.TryGetValue(queueOrTopic, out var subscriptions) ? subscriptions : [Entity(queueOrTopic).Path];
        var stored = messages.Select(message => Stored(message, queueOrTopic, now)).ToList();
        return store.WriteAsync(database =>
            stored.Select(message => Insert(database, message, queueOrTopic, targets, now)).ToArray());
    }

    /// <exception cref="ServiceBusException">There is no such scheduled message.</exception>
    public async Task CancelScheduledAsync(string queue, IEnumerable<long> sequences)
    {
        var now = clock.GetUtcNow();
        var all = sequences.ToList();
        await store.WriteAsync(database =>
        {
            foreach (var sequence in all)
            {
                var message = MessageTable.Find(database, sequence);
                if (message is null || message.DueAt <= now || !string.Equals(message.Entity, queue, StringComparison.OrdinalIgnoreCase))
                {
                    throw new ServiceBusException(
                        $"There is no scheduled message {sequence}.", ServiceBusFailureReason.MessageNotFound, queue);
                }

                MessageTable.Delete(database, sequence);
            }
        });
    }

    /// <summary>The message can be delivered again then.</summary>
    public void Postpone(string entity, long sequence, DateTimeOffset until) => scheduled.Set((entity, sequence), until);

    public void RingDue() => scheduled.RingDue();

    public void Dispose() => scheduled.Dispose();

    private static StoredMessage Stored(ServiceBusMessage message, string target, DateTimeOffset now)
    {
        var dueAt = message.ScheduledEnqueueTime > now ? message.ScheduledEnqueueTime : now;
        var properties = MessageProperties.Of(message, message.ScheduledEnqueueTime);
        if (MessageSize.Of(message) > MaxMessageBytes)
        {
            throw new ServiceBusException(
                $"The message has {MessageSize.Of(message)} bytes; at most {MaxMessageBytes} are allowed.",
                ServiceBusFailureReason.MessageSizeExceeded,
                target);
        }

        return new StoredMessage(0, target, message.MessageId, message.Body.ToArray(), properties)
        {
            EnqueuedAt = dueAt,
            DueAt = dueAt,
            ExpiresAt = message.TimeToLive >= DateTimeOffset.MaxValue - dueAt ? DateTimeOffset.MaxValue : dueAt + message.TimeToLive,
        };
    }

    private long Insert(Database database, StoredMessage message, string target, string[] entities, DateTimeOffset now)
    {
        var window = options.DuplicateDetectionWindow;
        if (window > TimeSpan.Zero && !string.IsNullOrEmpty(message.MessageId)
            && !MessageTable.TryRemember(database, target, message.MessageId, now, window))
        {
            return 0;
        }

        var sequence = 0L;
        foreach (var entity in entities)
        {
            var inserted = MessageTable.Insert(database, message with { Entity = entity });
            database.AfterCommit(() => scheduled.Set((entity, inserted), message.DueAt));
            sequence = entities.Length == 1 ? inserted : 0;
        }

        return sequence;
    }
}
