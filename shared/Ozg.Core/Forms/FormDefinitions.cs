using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ozg.Core.Forms;

/// <summary>
/// The parts that forms share, written once. A form names one by <c>$ref</c>; what is served holds the part itself, so that a
/// published schema needs no other file.
/// </summary>
public sealed class FormDefinitions
{
    /// <summary>How a form names a definition, from its own folder: editors find the file by it too.</summary>
    public const string Reference = "../../forms/common.schema.json#/$defs/";

    private const string OwnReference = "#/$defs/";

    // What a place may say in its own words; anything else would be another definition.
    private static readonly string[] Replaced = ["title", "description", "x-fieldNumber"];
    private static readonly string[] Merged = ["x-ui", "x-en"];

    private readonly IReadOnlyDictionary<string, JsonObject> _parts;
    private readonly SchemaPatterns _patterns;

    private FormDefinitions(IReadOnlyDictionary<string, JsonObject> parts, SchemaPatterns patterns) => (_parts, _patterns) = (parts, patterns);

    /// <summary>No parts: every reference is a mistake.</summary>
    public static FormDefinitions None => new(new Dictionary<string, JsonObject>(), new());

    /// <summary>Reads the file of definitions; <see cref="CatalogueMistakes"/> as for a form.</summary>
    public static Outcome<FormDefinitions> Read(JsonElement document)
    {
        var mistakes = new List<Mistake>();
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("$defs", out var defs) || defs.ValueKind != JsonValueKind.Object)
            return new CatalogueMistakes([new("", "The file holds '$defs': parts of forms, by name.")]);
        foreach (var stranger in document.EnumerateObject().Where(member => member.Name is not ("$schema" or "$id" or "$defs" or "title")))
            mistakes.Add(new(JsonPointer.Append("", stranger.Name), $"'{stranger.Name}' is not known here; known are $schema, $id, title and $defs."));

        var written = defs.EnumerateObject().ToDictionary(part => part.Name, part => part.Value);
        var parts = new Dictionary<string, JsonObject>();
        foreach (var name in written.Keys)
            Part(name, written, parts, [], mistakes);
        var patterns = new SchemaPatterns();
        foreach (var (name, part) in parts)
            mistakes.AddRange(SchemaReader.CheckPart(Element(part), JsonPointer.Append("/$defs", name), patterns));
        return mistakes.Count > 0 ? new CatalogueMistakes(mistakes) : new FormDefinitions(parts, patterns);
    }

    /// <summary>Reads a form that refers to the parts; <see cref="CatalogueMistakes"/> as for <see cref="FormSchema.Read(JsonElement)"/>.</summary>
    public Outcome<FormSchema> Form(JsonElement written)
    {
        var complete = Complete(written);
        return complete.Succeeded ? FormSchema.Read(complete.Value, _patterns) : complete.Error;
    }

    /// <summary>The form with every reference replaced by what it names.</summary>
    public Outcome<JsonElement> Complete(JsonElement form)
    {
        var mistakes = new List<Mistake>();
        var completed = Replace(JsonNode.Parse(form.GetRawText()), "", Reference, name => _parts.GetValueOrDefault(name), _parts.Keys, mistakes);
        return mistakes.Count > 0 ? new CatalogueMistakes(mistakes) : Element(completed);
    }

    private static JsonObject? Part(
        string name, Dictionary<string, JsonElement> written, Dictionary<string, JsonObject> parts, IReadOnlyList<string> around, List<Mistake> mistakes)
    {
        if (parts.TryGetValue(name, out var known) || !written.TryGetValue(name, out var source))
            return known;
        var at = JsonPointer.Append("/$defs", name);
        if (around.Contains(name))
        {
            mistakes.Add(new(at, $"The definition contains itself: {string.Join(" → ", around.Append(name))}."));
            return [];
        }

        var part = Replace(JsonNode.Parse(source.GetRawText()), at, OwnReference, other => Part(other, written, parts, [.. around, name], mistakes), written.Keys, mistakes);
        if (part is not JsonObject schema)
        {
            mistakes.Add(new(at, "A schema is an object."));
            return null;
        }

        parts[name] = schema;
        return schema;
    }

    private static JsonNode? Replace(
        JsonNode? node, string at, string prefix, Func<string, JsonObject?> find, IEnumerable<string> known, List<Mistake> mistakes)
    {
        switch (node)
        {
            case JsonObject place when place["$ref"] is { } reference:
                var name = reference.GetValueKind() == JsonValueKind.String && reference.GetValue<string>() is { } text && text.StartsWith(prefix, StringComparison.Ordinal)
                    ? text[prefix.Length..]
                    : null;
                if (name is not null && find(name) is { } part)
                    return Joined(part, place, at, mistakes);
                mistakes.Add(new(at + "/$ref", $"Write '{prefix}' and one of {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
                return place;
            case JsonObject schema:
                foreach (var (key, value) in schema.ToList())
                    schema[key] = Detached(Replace(value, JsonPointer.Append(at, key), prefix, find, known, mistakes));
                return schema;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                    list[index] = Detached(Replace(list[index], $"{at}/{index}", prefix, find, known, mistakes));
                return list;
            default:
                return node;
        }
    }

    /// <summary>The definition with what the place says: its own label and hints, and more fields that are required.</summary>
    private static JsonObject Joined(JsonObject part, JsonObject place, string at, List<Mistake> mistakes)
    {
        var joined = (JsonObject)part.DeepClone();
        foreach (var (key, value) in place.Where(member => member.Key != "$ref"))
        {
            if (Replaced.Contains(key))
                joined[key] = value?.DeepClone();
            else if (Merged.Contains(key) && value is JsonObject hints)
                joined[key] = Over(joined[key] as JsonObject, hints);
            else if (key == "required" && value is JsonArray required)
                joined[key] = new JsonArray([.. (joined[key] as JsonArray ?? []).Concat(required).Select(name => name?.DeepClone())]);
            else
                mistakes.Add(new(JsonPointer.Append(at, key), $"Beside '$ref' may stand {string.Join(", ", [.. Replaced, .. Merged, "required"])}; for anything else write the field out."));
        }

        return joined;
    }

    private static JsonObject Over(JsonObject? hints, JsonObject changes)
    {
        var merged = hints is null ? [] : (JsonObject)hints.DeepClone();
        foreach (var (key, value) in changes)
            merged[key] = value?.DeepClone();
        return merged;
    }

    private static JsonNode? Detached(JsonNode? node) => node?.Parent is null ? node : node.DeepClone();

    private static JsonElement Element(JsonNode? node)
    {
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }
}
