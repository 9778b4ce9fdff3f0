using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Cases;

namespace Ozg.Core.Submissions;

/// <summary>What supplements make of an application.</summary>
public static class SupplementRules
{
    /// <summary>In characters.</summary>
    public const int MaxMessageLength = 4000;

    /// <summary>More than any case needs; each one stays in the case's history.</summary>
    public const int MaxPerCase = 50;

    private const int MaxTokens = 20;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>The same key for the same case is the same supplement, however often it is sent.</summary>
    public static string IdOf(CaseId id, string idempotencyKey) => ContentHash.Sha256(Encoding.UTF8.GetBytes($"{id}:{idempotencyKey}"))[..32];

    /// <summary>A clerk's change has the id of its task and of what it says: a second try is the same, two clerks who decide together do not mix.</summary>
    /// <remarks>No key that an applicant chooses leads here: it would come behind a case's id.</remarks>
    public static string IdOf(TaskId task, Actor by, string contentHash) => ContentHash.Sha256(Encoding.UTF8.GetBytes($"change:{task}:{by.Clerk}:{contentHash}"))[..32];

    /// <summary>What a change says, in whatever order and spelling.</summary>
    public static string HashOf(IReadOnlyDictionary<string, JsonElement> fields) => ContentHash.Sha256(Encoding.UTF8.GetBytes(string.Join(
        '\n', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key} {Encoding.UTF8.GetString(CanonicalJson.Write(field.Value))}"))));

    /// <summary>What of a change differs from the application; by its pointers.</summary>
    /// <param name="application">As it is.</param>
    /// <param name="fields">By JSON pointer; null takes a field out.</param>
    public static IReadOnlyDictionary<string, JsonElement> Differing(JsonElement application, IReadOnlyDictionary<string, JsonElement> fields) =>
        fields.Where(field => !Same(JsonPointer.Find(application, field.Key), field.Value)).ToDictionary(field => field.Key, field => field.Value);

    /// <summary>Whether two changes say the same.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, JsonElement> one, IReadOnlyDictionary<string, JsonElement> other) =>
        one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var value) && JsonElement.DeepEquals(field.Value, value));

    private static bool Same(JsonElement? before, JsonElement after) =>
        before is { } known ? JsonElement.DeepEquals(known, after) : after.ValueKind == JsonValueKind.Null;

    /// <summary>Sets fields of an application. Objects on the way are made; in a list, an index replaces or, as the next one, adds.</summary>
    /// <param name="application">As it was.</param>
    /// <param name="fields">By JSON pointer; null takes a field out.</param>
    /// <returns>The application as it then is, and the pointers that lead nowhere in it.</returns>
    public static Patched Apply(JsonElement application, IReadOnlyDictionary<string, JsonElement> fields)
    {
        var root = JsonNode.Parse(application.GetRawText())!;
        var lost = fields.Where(field => !Set(root, JsonPointer.Tokens(field.Key), field.Value)).Select(field => field.Key).ToList();
        using var document = JsonDocument.Parse(root.ToJsonString(), Deep);
        return new(document.RootElement.Clone(), lost);
    }

    private static bool Set(JsonNode root, IReadOnlyList<string> tokens, JsonElement value)
    {
        if (tokens.Count is 0 or > MaxTokens)
            return false;

        JsonNode? place = root;
        foreach (var token in tokens.SkipLast(1))
            place = Enter(place, token);
        return SetIn(place, tokens[^1], value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(value.GetRawText()));
    }

    private static JsonNode? Enter(JsonNode? place, string token) => place switch
    {
        JsonObject known => known[token] ??= new JsonObject(),
        JsonArray list when IndexIn(list, token) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static bool SetIn(JsonNode? place, string token, JsonNode? value)
    {
        switch (place)
        {
            case JsonObject known when value is null:
                known.Remove(token);
                return true;
            case JsonObject known:
                known[token] = value;
                return true;
            case JsonArray list when IndexIn(list, token) is { } index && (index < list.Count || value is not null):
                if (index < list.Count)
                    list.RemoveAt(index);
                if (value is not null)
                    list.Insert(index, value);
                return true;
            default:
                return false;
        }
    }

    private static int? IndexIn(JsonArray list, string token) =>
        int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index <= list.Count ? index : null;
}

/// <summary>An application with its supplements.</summary>
/// <param name="Application">As it now is.</param>
/// <param name="Lost">The pointers that led nowhere.</param>
public sealed record Patched(JsonElement Application, IReadOnlyList<string> Lost);
