#nullable disable // as the official package
using System.Runtime.CompilerServices;
using Azure.Core.Amqp;
using Ozg.ApiStandins;

namespace Azure.Messaging.ServiceBus;

/// <summary>A message to send. The limits are checked here, as they officially are, so that none is met only in Azure.</summary>
public class ServiceBusMessage
{
    private const int MaxIdLength = 128;

    private string _messageId;
    private string _sessionId;
    private string _replyToSessionId;
    private string _partitionKey;
    private string _transactionPartitionKey;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    public ServiceBusMessage()
        : this(BinaryData.Empty)
    {
    }

    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body) => Body = body;

    public ServiceBusMessage(AmqpAnnotatedMessage message) => throw StandIn.Unsupported(nameof(AmqpAnnotatedMessage));

    /// <summary>The same content once more; what the broker wrote on it is left behind.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
        : this(receivedMessage.Body)
    {
        MessageId = receivedMessage.MessageId;
        PartitionKey = receivedMessage.PartitionKey;
        TransactionPartitionKey = receivedMessage.TransactionPartitionKey;
        SessionId = receivedMessage.SessionId;
        ReplyToSessionId = receivedMessage.ReplyToSessionId;
        TimeToLive = receivedMessage.TimeToLive;
        CorrelationId = receivedMessage.CorrelationId;
        Subject = receivedMessage.Subject;
        To = receivedMessage.To;
        ContentType = receivedMessage.ContentType;
        ReplyTo = receivedMessage.ReplyTo;
        ScheduledEnqueueTime = receivedMessage.ScheduledEnqueueTime;
        foreach (var (name, value) in receivedMessage.ApplicationProperties)
        {
            if (name is not (ServiceBusReceivedMessage.ReasonProperty or ServiceBusReceivedMessage.DescriptionProperty))
                ApplicationProperties.Add(name, value);
        }
    }

    public BinaryData Body { get; set; }

    public string MessageId { get => _messageId; set => _messageId = AtMost128(value); }

    /// <summary>The session's id, where there is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It differs from the session's id.</exception>
    public string PartitionKey
    {
        get => _partitionKey;
        set => _partitionKey = SessionId is null || SessionId == value
            ? AtMost128(value)
            : throw new ArgumentOutOfRangeException(nameof(PartitionKey), value, "It must equal the SessionId.");
    }

    public string TransactionPartitionKey { get => _transactionPartitionKey; set => _transactionPartitionKey = AtMost128(value); }

    public string SessionId
    {
        get => _sessionId;
        set
        {
            _sessionId = AtMost128(value);
            if (_partitionKey is not null)
                _partitionKey = value;
        }
    }

    public string ReplyToSessionId { get => _replyToSessionId; set => _replyToSessionId = AtMost128(value); }

    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeToLive = value;
        }
    }

    public string CorrelationId { get; set; }

    public string Subject { get; set; }

    public string To { get; set; }

    public string ContentType { get; set; }

    public string ReplyTo { get; set; }

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>Values of primitive types, strings, dates, GUIDs and URIs only.</summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private static string AtMost128(string id, [CallerMemberName] string property = "") =>
        id is { Length: > MaxIdLength } ? throw new ArgumentOutOfRangeException(property, id.Length, "At most 128 characters.") : id;
}
