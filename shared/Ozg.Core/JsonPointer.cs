using System.Text.Json;

namespace Ozg.Core;

/// <summary>JSON pointers (RFC 6901), as far as the catalogue and the problem details use them.</summary>
public static class JsonPointer
{
    /// <summary>The value a pointer leads to; null when the way ends before it.</summary>
    public static JsonElement? Find(JsonElement document, string pointer)
    {
        var current = document;
        foreach (var token in pointer.Split('/').Skip(1).Select(Unescape))
        {
            if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(token, out var property))
                current = property;
            else if (current.ValueKind == JsonValueKind.Array && int.TryParse(token, out var index) && index >= 0 && index < current.GetArrayLength())
                current = current[index];
            else
                return null;
        }

        return current;
    }

    /// <summary>The pointer one step further, to a property or an array index.</summary>
    public static string Append(string pointer, string token) =>
        $"{pointer}/{token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The names and indices that a pointer goes through; none for the whole document, and for a text that is no pointer.</summary>
    public static IReadOnlyList<string> Tokens(string pointer) => pointer.StartsWith('/') ? [.. pointer.Split('/').Skip(1).Select(Unescape)] : [];

    private static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
