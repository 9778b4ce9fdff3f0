using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>A message as its row has it.</summary>
internal sealed record StoredMessage(
    long Sequence, string Entity, string? MessageId, byte[] Body, MessageProperties Properties)
{
    public DateTimeOffset EnqueuedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

    public int Deliveries { get; init; }

    public bool Deferred { get; init; }

    /// <summary>It lies where it was sent to, and has yet to be enqueued.</summary>
    public bool Scheduled { get; init; }

    private ServiceBusMessageState State => Scheduled ? ServiceBusMessageState.Scheduled
        : Deferred ? ServiceBusMessageState.Deferred : ServiceBusMessageState.Active;

    /// <summary>As it lies there, locked or not, to be looked at.</summary>
    public ServiceBusReceivedMessage Peeked() => Received(Guid.Empty, default);

    /// <summary>With application properties changed or added.</summary>
    public StoredMessage With(IEnumerable<KeyValuePair<string, object>>? changes) => this with { Properties = Properties.With(changes) };

    /// <summary>In the dead-letter queue, where nothing expires.</summary>
    public StoredMessage DeadLettered(string? reason, string? description)
    {
        var why = new Dictionary<string, object>();
        if (reason is not null)
            why["DeadLetterReason"] = reason;
        if (description is not null)
            why["DeadLetterErrorDescription"] = description;
        return With(why) with
        {
            Entity = EntityPath.DeadLetterOf(Entity),
            ExpiresAt = DateTimeOffset.MaxValue,
            Deferred = false,
        };
    }

    /// <summary>As a function or a receiver gets it.</summary>
    public ServiceBusReceivedMessage Received(Guid lockToken, DateTimeOffset lockedUntil) =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: BinaryData.FromBytes(Body),
            messageId: MessageId,
            partitionKey: Properties.PartitionKey,
            viaPartitionKey: Properties.TransactionPartitionKey,
            sessionId: Properties.SessionId,
            replyToSessionId: Properties.ReplyToSessionId,
            timeToLive: Properties.TimeToLive,
            correlationId: Properties.CorrelationId,
            subject: Properties.Subject,
            to: Properties.To,
            contentType: Properties.ContentType,
            replyTo: Properties.ReplyTo,
            scheduledEnqueueTime: Properties.ScheduledEnqueueTime,
            properties: Properties.Application.ToDictionary(one => one.Key, one => TypedValue.Read(one.Value)!),
            lockTokenGuid: lockToken,
            deliveryCount: Deliveries,
            lockedUntil: lockedUntil,
            sequenceNumber: Sequence,
            enqueuedSequenceNumber: Sequence,
            enqueuedTime: EnqueuedAt,
            serviceBusMessageState: State);
}
