using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ozg.Hosting.Durable;

/// <summary>An instance with its history, for whoever looks into it.</summary>
internal static class InstanceView
{
    // These hold JSON as text; shown as what they are.
    private static readonly string[] Embedded = ["input", "output", "result"];

    public static JsonObject Of(Instance instance, IReadOnlyList<HistoryEvent> history) => new()
    {
        ["instanceId"] = instance.Id,
        ["name"] = instance.Name,
        ["status"] = instance.Status.ToString(),
        ["input"] = Parse(instance.Input),
        ["output"] = Parse(instance.Output),
        ["customStatus"] = Parse(instance.CustomStatus),
        ["failure"] = JsonSerializer.SerializeToNode(instance.Failure, HistoryJson.Default.Failure),
        ["createdAt"] = instance.CreatedAt.UtcDateTime,
        ["lastUpdatedAt"] = instance.UpdatedAt.UtcDateTime,
        ["history"] = new JsonArray([.. history.Select(View)]),
    };

    private static JsonNode View(HistoryEvent happened)
    {
        var view = JsonSerializer.SerializeToNode(happened, HistoryJson.Default.HistoryEvent)!;
        view["at"] = happened.At.UtcDateTime;
        foreach (var name in Embedded)
        {
            if (view[name] is { } text)
                view[name] = Parse(text.GetValue<string>());
        }

        return view;
    }

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
