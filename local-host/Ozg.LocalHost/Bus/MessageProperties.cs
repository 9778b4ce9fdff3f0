using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>What travels with a body, as it is stored.</summary>
internal sealed record MessageProperties
{
    public string? PartitionKey { get; init; }

    public string? TransactionPartitionKey { get; init; }

    public string? SessionId { get; init; }

    public string? ReplyToSessionId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Subject { get; init; }

    public string? To { get; init; }

    public string? ContentType { get; init; }

    public string? ReplyTo { get; init; }

    public TimeSpan TimeToLive { get; init; }

    public DateTimeOffset ScheduledEnqueueTime { get; init; }

    public Dictionary<string, string?> Application { get; init; } = [];

    public static MessageProperties Of(ServiceBusMessage message, DateTimeOffset scheduled) => new()
    {
        PartitionKey = message.PartitionKey,
        TransactionPartitionKey = message.TransactionPartitionKey,
        SessionId = message.SessionId,
        ReplyToSessionId = message.ReplyToSessionId,
        CorrelationId = message.CorrelationId,
        Subject = message.Subject,
        To = message.To,
        ContentType = message.ContentType,
        ReplyTo = message.ReplyTo,
        TimeToLive = message.TimeToLive,
        ScheduledEnqueueTime = scheduled,
        Application = message.ApplicationProperties.ToDictionary(one => one.Key, one => TypedValue.Write(one.Key, one.Value)),
    };

    public static MessageProperties FromJson(string json) => JsonSerializer.Deserialize(json, BusJson.Default.MessageProperties)!;

    public string ToJson() => JsonSerializer.Serialize(this, BusJson.Default.MessageProperties);

    /// <summary>With application properties changed or added.</summary>
    public MessageProperties With(IEnumerable<KeyValuePair<string, object>>? changes)
    {
        var application = new Dictionary<string, string?>(Application);
        foreach (var (name, value) in changes ?? [])
            application[name] = TypedValue.Write(name, value);
        return this with { Application = application };
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageProperties))]
internal sealed partial class BusJson : JsonSerializerContext;
