using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ozg.Core.Forms;

/// <summary>The keywords of one schema, read by type; whatever has another type is told once and then counts as absent.</summary>
internal readonly record struct Keywords(JsonElement Schema, string At, List<Mistake> Mistakes)
{
    public JsonElement? Find(string keyword) => Schema.TryGetProperty(keyword, out var value) ? value : null;

    public bool Has(string keyword) => Schema.TryGetProperty(keyword, out _);

    public void Say(string keyword, string what) => Mistakes.Add(new(keyword.Length == 0 ? At : JsonPointer.Append(At, keyword), what));

    public string? Text(string keyword)
    {
        if (Find(keyword) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Say(keyword, $"'{keyword}' is a text.");
        return null;
    }

    public List<string>? Texts(string keyword)
    {
        if (Find(keyword) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(item => item.GetString()!.Normalize(NormalizationForm.FormC))];
        Say(keyword, $"'{keyword}' is a list of texts.");
        return null;
    }

    public int? Count(string keyword)
    {
        if (Find(keyword) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0)
            return count;
        Say(keyword, $"'{keyword}' is a whole number from 0.");
        return null;
    }

    public bool Flag(string keyword)
    {
        if (Find(keyword) is not { } value)
            return false;
        if (value.ValueKind != JsonValueKind.True)
            Say(keyword, $"'{keyword}' is true, or left out.");
        return true;
    }

    public decimal? Number(string keyword)
    {
        if (Find(keyword) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && ExactNumber.TryRead(value, out var number, out _))
            return number;
        Say(keyword, $"'{keyword}' is a number.");
        return null;
    }

    public T? OneOf<T>(string keyword, IReadOnlyDictionary<string, T> choices) where T : struct
    {
        if (Text(keyword) is not { } name)
            return null;
        if (choices.TryGetValue(name, out var choice))
            return choice;
        Say(keyword, $"'{name}' is not taken; there are {string.Join(", ", choices.Keys)}.");
        return null;
    }

    public List<string>? Enum()
    {
        var choices = Texts("enum");
        if (choices is { Count: 0 })
            Say("enum", "At least one choice.");
        return choices;
    }

    public JsonElement? Const()
    {
        if (Find("const") is not { } only)
            return null;
        if (only.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            Say("const", "'const' is a text, a number, true or false.");
        return only.Clone();
    }

    public Regex? Pattern(SchemaPatterns patterns)
    {
        if (Text("pattern") is not { } pattern)
            return null;
        var (expression, what) = patterns.Compile(pattern);
        if (what is not null)
            Say("pattern", what);
        return expression;
    }

    public DateBound? Bound(string keyword)
    {
        if (Text(keyword) is not { } text)
            return null;
        if (DateBound.TryRead(text, out var bound))
            return bound;
        Say(keyword, $"A bound is {DateBound.Form}.");
        return null;
    }
}
