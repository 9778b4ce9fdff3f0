using System.Text;
using System.Text.Json.Nodes;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Bus;

/// <summary>Queues, subscriptions and dead letters, for whoever looks into them.</summary>
internal static class BusView
{
    public static JsonObject Of(Store store, Entities entities, DateTimeOffset now)
    {
        var messages = store.Read(MessageTable.All).Where(message => message.ExpiresAt > now)
            .ToLookup(message => message.Entity, StringComparer.OrdinalIgnoreCase);
        var paths = entities.Paths.Concat(messages.Select(group => EntityPath.Living(group.Key)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);
        return new JsonObject
        {
            ["queues"] = new JsonArray([.. paths.Select(JsonNode (path) => new JsonObject
            {
                ["name"] = path,
                ["active"] = messages[path].Count(message => !message.Scheduled && !message.Deferred),
                ["scheduled"] = messages[path].Count(message => message.Scheduled),
                ["deferred"] = messages[path].Count(message => message.Deferred),
                ["deadLetter"] = new JsonArray([.. messages[EntityPath.DeadLetterOf(path)].Select(DeadLetter)]),
            })]),
        };
    }

    private static JsonObject DeadLetter(StoredMessage message) => new()
    {
        ["messageId"] = message.MessageId,
        ["reason"] = Text(message, "DeadLetterReason"),
        ["description"] = Text(message, "DeadLetterErrorDescription"),
        ["deliveryCount"] = message.Deliveries,
        ["enqueuedAt"] = message.EnqueuedAt.UtcDateTime,
        ["body"] = Encoding.UTF8.GetString(message.Body),
    };

    private static string? Text(StoredMessage message, string property) =>
        TypedValue.Read(message.Properties.Application.GetValueOrDefault(property)) as string;
}
