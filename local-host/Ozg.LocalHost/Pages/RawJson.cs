using System.Text.Json;

namespace Ozg.Hosting.Pages;

/// <summary>JSON that is stored as text, shown as what it is.</summary>
internal static class RawJson
{
    public static JsonElement? Of(string? json)
    {
        if (json is null)
            return null;

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
