using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ozg.Core.Submissions;

/// <summary>
/// What of an application one recipient gets (for a Gewerbeanmeldung, § 14 (8) GewO lists it per recipient). A pointer into a list
/// goes to each of its items, whatever index it names: what nobody may see in the first person, nobody may see in the second.
/// </summary>
public static class RecipientData
{
    /// <summary>The application without what the pointers lead to, or with nothing else.</summary>
    /// <param name="application">All of it; an object.</param>
    /// <param name="without">JSON pointers to what is left out; null: nothing.</param>
    /// <param name="only">JSON pointers to all that is kept; null: everything but <paramref name="without"/>.</param>
    public static JsonElement Of(JsonElement application, IReadOnlyList<string>? without, IReadOnlyList<string>? only)
    {
        JsonNode? kept = JsonNode.Parse(application.GetRawText());
        if (only is not null)
            kept = Only(kept, Paths(only.Where(pointer => pointer is "" || pointer.StartsWith('/')))) ?? new JsonObject();
        if (without is not null)
            kept = Without(kept, Paths(without));
        using var document = JsonDocument.Parse(kept?.ToJsonString() ?? "{}", new JsonDocumentOptions { MaxDepth = 256 });
        return document.RootElement.Clone();
    }

    private static List<IEnumerable<string>> Paths(IEnumerable<string> pointers) => [.. pointers.Select(pointer => (IEnumerable<string>)JsonPointer.Tokens(pointer))];

    private static JsonNode? Without(JsonNode? value, List<IEnumerable<string>> paths)
    {
        if (paths.Any(path => !path.Any()))
            return null;

        switch (value)
        {
            case JsonObject known:
                foreach (var name in known.Select(property => property.Key).ToList())
                {
                    var inner = Below(paths, name);
                    if (inner.Any(path => !path.Any()))
                        known.Remove(name);
                    else if (inner.Count > 0)
                        Without(known[name], inner);
                }

                return known;
            case JsonArray list:
                var each = InEach(paths);
                if (each.Any(path => !path.Any()))
                    list.Clear();
                foreach (var item in list)
                    Without(item, each);
                return list;
            default:
                return value;
        }
    }

    /// <summary>The part that the paths lead to; null: none.</summary>
    private static JsonNode? Only(JsonNode? value, List<IEnumerable<string>> paths)
    {
        if (paths.Any(path => !path.Any()))
            return value?.DeepClone();

        switch (value)
        {
            case JsonObject known:
                var kept = new JsonObject();
                foreach (var (name, inner) in known)
                {
                    var below = Below(paths, name);
                    if (below.Any(path => !path.Any()))
                        kept[name] = inner?.DeepClone();
                    else if (below.Count > 0 && Only(inner, below) is { } part)
                        kept[name] = part;
                }

                return kept.Count > 0 ? kept : null;
            case JsonArray list:
                var items = list.Select(item => Only(item, InEach(paths))).Where(item => item is not null).ToArray();
                return items.Length > 0 ? new JsonArray(items) : null;
            default:
                return null;
        }
    }

    private static List<IEnumerable<string>> Below(List<IEnumerable<string>> paths, string name) =>
        [.. paths.Where(path => path.First() == name).Select(path => path.Skip(1))];

    // With an index, behind it; without one, as it is.
    private static List<IEnumerable<string>> InEach(List<IEnumerable<string>> paths) =>
        [.. paths.Select(path => path.First().All(char.IsAsciiDigit) ? path.Skip(1) : path)];
}
