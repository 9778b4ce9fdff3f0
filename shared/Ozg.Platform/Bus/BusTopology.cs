using Ozg.Platform.Delivery;

namespace Ozg.Platform.Bus;

/// <summary>
/// All queues and topics with their settings, declared once. The local host makes them from this; <c>infra-bicep</c> deploys the same,
/// and a test holds it against this.
/// </summary>
public sealed record BusTopology
{
    /// <summary>What this app uses.</summary>
    public static BusTopology Ozg { get; } = new()
    {
        Queues =
        [
            new QueueSettings
            {
                Name = ResultQueue.Name,

                // A delivery is one call to a back-office system, which may take its whole timeout.
                LockDuration = TimeSpan.FromMinutes(1),

                // A delivery that dies with its process counts as well, and says nothing about the message: an app that is killed
                // over and over must not turn results into dead letters. What a back-office refuses is no matter of this count. The
                // price: a function that always throws is called 100 times, without a pause, before its message is a dead letter.
                MaxDeliveryCount = 100,

                // A step that is cut short runs again and sends its result again, as a rule soon. What comes later is harmless:
                // a delivery has an id, and delivering it twice does nothing.
                DuplicateDetectionWindow = TimeSpan.FromHours(1),

                // Counted from the time for which a try is scheduled: for so long the app may be down. A result is never dropped:
                // what has expired is a person's to look at.
                TimeToLive = TimeSpan.FromDays(14),
                DeadLettersExpired = true,
            },
        ],
    };

    /// <summary>The queues.</summary>
    public IReadOnlyList<QueueSettings> Queues { get; init; } = [];

    /// <summary>The topics with their subscriptions.</summary>
    public IReadOnlyList<TopicSettings> Topics { get; init; } = [];
}
