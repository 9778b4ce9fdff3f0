using System.Collections.Concurrent;
using Ozg.Hosting.Time;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Bus;

/// <summary>The queues and topics that there are.</summary>
internal sealed class Entities
{
    private readonly ConcurrentDictionary<string, Entity> _entities = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Target> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isOpen;
    private readonly WorkCounter _work;

    /// <param name="topology">What is declared.</param>
    /// <param name="isOpen">Whatever else is sent to or received from is made as a queue when it is first named.</param>
    /// <param name="work">The host's.</param>
    public Entities(BusTopology topology, bool isOpen, WorkCounter work)
    {
        _isOpen = isOpen;
        _work = work;
        foreach (var queue in topology.Queues)
            Add(queue);
        foreach (var topic in topology.Topics)
            Add(topic);
    }

    /// <summary>Queues and subscriptions, without their dead-letter queues.</summary>
    public IEnumerable<string> Paths => _entities.Values.Where(entity => !entity.IsDeadLetter).Select(entity => entity.Path);

    /// <summary>What can be received from.</summary>
    /// <returns>Null: it is not declared.</returns>
    public Entity? Find(string path) => _entities.TryGetValue(path, out var entity) ? entity : _isOpen ? Make(path) : null;

    /// <summary>What can be sent to.</summary>
    /// <inheritdoc cref="Find"/>
    public Target? Target(string queueOrTopic)
    {
        if (!_targets.ContainsKey(queueOrTopic) && _isOpen && !_entities.ContainsKey(queueOrTopic))
            Make(queueOrTopic);
        return _targets.GetValueOrDefault(queueOrTopic);
    }

    private Entity Make(string path)
    {
        Add(new QueueSettings { Name = EntityPath.Living(path), DuplicateDetectionWindow = TimeSpan.FromMinutes(10) });
        return _entities[path];
    }

    private void Add(QueueSettings queue)
    {
        var entity = Add(queue.Name, queue);
        _targets.TryAdd(queue.Name, new Target(
            queue.Name, queue.DuplicateDetectionWindow, queue.TimeToLive, queue.RequiresSession, [new Route(entity, DeadLetters(queue.Name), [new MessageFilter.All()])]));
    }

    private void Add(TopicSettings topic)
    {
        var routes = topic.Subscriptions.Select(subscription =>
        {
            var path = EntityPath.Subscription(topic.Name, subscription.Name);
            return new Route(Add(path, subscription), DeadLetters(path), subscription.Filters);
        });
        _targets.TryAdd(topic.Name, new Target(
            topic.Name, topic.DuplicateDetectionWindow, topic.TimeToLive, RequiresSession: false, [.. routes]));
    }

    private Entity DeadLetters(string path) => _entities[EntityPath.DeadLetterOf(path)];

    private Entity Add(string path, ConsumedSettings settings)
    {
        _entities.GetOrAdd(EntityPath.DeadLetterOf(path), dead => new Entity(dead, settings, _work));
        return _entities.GetOrAdd(path, living => new Entity(living, settings, _work));
    }
}

/// <summary>A queue or topic as a sender sees it.</summary>
internal sealed record Target(
    string Name, TimeSpan? DuplicateDetectionWindow, TimeSpan TimeToLive, bool RequiresSession, IReadOnlyList<Route> Routes);

/// <summary>A way that a message may take from there.</summary>
internal sealed record Route(Entity Entity, Entity DeadLetters, IReadOnlyList<MessageFilter> Filters)
{
    public bool Takes(StoredMessage message) => Filters.Any(filter => filter.Matches(message));

    /// <summary>Where the message arrives, and how. A topic cannot refuse one without a session; the subscription does.</summary>
    public (Entity Entity, StoredMessage Message) Deliver(StoredMessage message)
    {
        var enqueued = message.EnqueuedIn(Entity);
        return Entity.Sessions is not null && message.Properties.SessionId is null
            ? (DeadLetters, enqueued.DeadLettered(
                "Session ID is null.", "Session enabled entity doesn't allow a message whose session identifier is null."))
            : (Entity, enqueued);
    }
}
