using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>What is asked of a message before it is taken.</summary>
internal static class Incoming
{
    // Of the standard tier, so that a message too large for Azure is too large here.
    public const int MaxMessageBytes = 256 * 1024;

    /// <exception cref="ServiceBusException">It is too large.</exception>
    /// <exception cref="InvalidOperationException">It has no session, and the queue requires one.</exception>
    public static StoredMessage Check(ServiceBusMessage message, Target target, DateTimeOffset now)
    {
        if (target.RequiresSession && message.SessionId is null)
            throw new InvalidOperationException($"'{target.Name}' requires sessions: the message must have a SessionId.");

        var properties = MessageProperties.Of(message, message.ScheduledEnqueueTime);
        if (MessageSize.Of(message) is var size && size > MaxMessageBytes)
        {
            throw new ServiceBusException(
                $"The message has {size} bytes; at most {MaxMessageBytes} are allowed.",
                ServiceBusFailureReason.MessageSizeExceeded,
                target.Name);
        }

        var isScheduled = message.ScheduledEnqueueTime > now;
        var dueAt = isScheduled ? message.ScheduledEnqueueTime : now;
        var timeToLive = message.TimeToLive < target.TimeToLive ? message.TimeToLive : target.TimeToLive;
        return new StoredMessage(
            0, target.Name, message.MessageId, message.Body.ToArray(), properties with { TimeToLive = timeToLive })
        {
            EnqueuedAt = dueAt,
            DueAt = dueAt,
            Scheduled = isScheduled,
        };
    }

    /// <summary>As it arrives in a queue or subscription, whose time to live is the most that a message may have.</summary>
    public static StoredMessage EnqueuedIn(this StoredMessage message, Entity entity)
    {
        var most = entity.Settings.TimeToLive;
        var timeToLive = message.Properties.TimeToLive < most ? message.Properties.TimeToLive : most;
        return message with
        {
            Entity = entity.Path,
            Properties = message.Properties with { TimeToLive = timeToLive },
            ExpiresAt = timeToLive >= DateTimeOffset.MaxValue - message.EnqueuedAt
                ? DateTimeOffset.MaxValue
                : message.EnqueuedAt + timeToLive,
        };
    }
}
