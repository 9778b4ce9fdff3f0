using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Hosting.Durable;

/// <summary>The events as they are stored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(Failure))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static string Write(HistoryEvent happened) => JsonSerializer.Serialize(happened, Default.HistoryEvent);

    public static HistoryEvent Read(string json) => JsonSerializer.Deserialize(json, Default.HistoryEvent)!;
}
