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
            enqueuedTime: EnqueuedAt);
}
