using System.Text.Json;

namespace Ozg.Tool.Catalogues;

/// <summary>A value of the catalogue on one line, as its YAML would say it.</summary>
internal static class ValueText
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(field => $"{field.Name}: {Of(field.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Of))}]",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
