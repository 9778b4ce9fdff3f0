namespace Ozg.Platform.Bus;

/// <summary>What a queue and a subscription have in common: both are received from. The defaults are Azure's.</summary>
public abstract record ConsumedSettings
{
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(5);

    /// <summary>Not case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>For how long a receiver may keep a message, or a session, before it renews the lock: at most 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Azure would refuse it.</exception>
    public TimeSpan LockDuration
    {
        get;
        init => field = value > TimeSpan.Zero && value <= LongestLock
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LockDuration), value, "More than nothing, at most 5 minutes.");
    } = TimeSpan.FromMinutes(1);

    /// <summary>After so many deliveries that were not settled the message goes to the dead letters: at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Azure would refuse it.</exception>
    public int MaxDeliveryCount
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxDeliveryCount), value, "At least 1.");
    } = 10;

    /// <summary>Of a message that does not say, and the most that one may say.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>What has expired goes to the dead letters; otherwise it is dropped.</summary>
    public bool DeadLettersExpired { get; init; }

    /// <summary>All messages belong to a session, and are received by accepting it.</summary>
    public bool RequiresSession { get; init; }
}

/// <summary>A queue.</summary>
public sealed record QueueSettings : ConsumedSettings
{
    /// <inheritdoc cref="TopicSettings.DuplicateDetectionWindow"/>
    public TimeSpan? DuplicateDetectionWindow { get; init => field = DuplicateDetection.Checked(value); }
}

/// <summary>A subscription to a topic.</summary>
public sealed record SubscriptionSettings : ConsumedSettings
{
    /// <summary>A message comes in if one of them matches, and then once.</summary>
    public IReadOnlyList<MessageFilter> Filters { get; init; } = [new MessageFilter.All()];
}
