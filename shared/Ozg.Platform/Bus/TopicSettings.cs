namespace Ozg.Platform.Bus;

/// <summary>A topic: what is sent to it goes to each subscription whose filters match.</summary>
public sealed record TopicSettings
{
    /// <summary>Not case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>As with a queue; where a subscription's is shorter, that one holds.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>For how long a <c>MessageId</c> is taken only once: 20 seconds to 7 days. Null: ids may repeat.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Azure would refuse it.</exception>
    public TimeSpan? DuplicateDetectionWindow { get; init => field = DuplicateDetection.Checked(value); }

    /// <summary>Who gets the messages.</summary>
    public IReadOnlyList<SubscriptionSettings> Subscriptions { get; init; } = [];
}

internal static class DuplicateDetection
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static TimeSpan? Checked(TimeSpan? window) => window is null || (window >= Shortest && window <= Longest)
        ? window
        : throw new ArgumentOutOfRangeException(nameof(window), window, "20 seconds to 7 days.");
}
