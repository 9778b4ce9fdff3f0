using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Forms;

namespace Ozg.Core.Catalogue;

/// <summary>A complete application, valid on every day.</summary>
/// <param name="Name">Its file's name without the ending.</param>
/// <param name="Written">As the file has it: a day may stand there as <c>today+14d</c>, so that it never lies too far back.</param>
public sealed record Example(string Name, JsonElement Written)
{
    /// <summary>The JSON of the part <c>application</c>, as one would send it on a day.</summary>
    public JsonElement On(DateOnly today)
    {
        using var document = JsonDocument.Parse(Dated(JsonNode.Parse(Written.GetRawText()), today)?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }

    private static JsonNode? Dated(JsonNode? node, DateOnly today)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                    fields[name] = Dated(value?.DeepClone(), today);
                return fields;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Dated(item?.DeepClone(), today))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && DateBound.TryRead(value.GetValue<string>(), out var day):
                return JsonValue.Create($"{day.On(today):yyyy-MM-dd}");
            default:
                return node;
        }
    }
}
