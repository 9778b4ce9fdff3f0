#nullable disable // as the official package
namespace Azure.Messaging.ServiceBus;

/// <summary>A message as it came. Tests and hosts make one with <see cref="ServiceBusModelFactory"/>.</summary>
public class ServiceBusReceivedMessage
{
    // Where the broker keeps them, so they can be given to the factory.
    internal const string ReasonProperty = "DeadLetterReason";
    internal const string DescriptionProperty = "DeadLetterErrorDescription";

    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; }

    public string MessageId { get; internal init; }

    public string PartitionKey { get; internal init; }

    public string TransactionPartitionKey { get; internal init; }

    public string SessionId { get; internal init; }

    public string ReplyToSessionId { get; internal init; }

    public TimeSpan TimeToLive { get; internal init; }

    public string CorrelationId { get; internal init; }

    public string Subject { get; internal init; }

    public string To { get; internal init; }

    public string ContentType { get; internal init; }

    public string ReplyTo { get; internal init; }

    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; }

    public string LockToken { get; internal init; }

    /// <summary>1 at the first delivery.</summary>
    public int DeliveryCount { get; internal init; }

    public DateTimeOffset LockedUntil { get; internal init; }

    public long SequenceNumber { get; internal init; }

    public string DeadLetterSource { get; internal init; }

    public long EnqueuedSequenceNumber { get; internal init; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public ServiceBusMessageState State { get; internal init; }

    public DateTimeOffset ExpiresAt => TimeToLive >= DateTimeOffset.MaxValue - EnqueuedTime
        ? DateTimeOffset.MaxValue
        : EnqueuedTime + TimeToLive;

    public string DeadLetterReason => ApplicationProperties.GetValueOrDefault(ReasonProperty) as string;

    public string DeadLetterErrorDescription => ApplicationProperties.GetValueOrDefault(DescriptionProperty) as string;

    public override string ToString() => $"{{MessageId:{MessageId}}}";
}

public enum ServiceBusMessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}
