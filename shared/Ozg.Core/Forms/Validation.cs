using System.Globalization;
using System.Text.Json;

namespace Ozg.Core.Forms;

/// <summary>One walk through an application along its schema. Goes no deeper than the schema, whatever the application holds.</summary>
internal sealed class Validation(DateOnly today)
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    private bool IsFull => _errors.Count >= FormSchema.MaxErrors;

    public void Check(SchemaNode node, JsonElement value, string pointer)
    {
        if (node.Type is { } type && !Is(type, value.ValueKind))
        {
            Add(pointer, FieldCodes.Type, node.Title);
            return;
        }

        if (node.Const is { } only && only.ValueKind != value.ValueKind)
        {
            Add(pointer, FieldCodes.Const, node.Title);
            return;
        }

        if (node.Enum is not null && value.ValueKind != JsonValueKind.String)
        {
            Add(pointer, FieldCodes.Enum, node.Title);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(node, value, pointer);
                break;
            case JsonValueKind.Array:
                CheckArray(node, value, pointer);
                break;
            case JsonValueKind.String:
                if (TextRules.FirstBroken(node, FieldText.Read(value, node.MaxLength ?? FormSchema.LongestText, node.IsMultiline), today) is var (code, limit))
                    Add(pointer, code, node.Title, limit);
                break;
            case JsonValueKind.Number:
                CheckNumber(node, value, pointer);
                break;
        }
    }

    private void CheckObject(SchemaNode node, JsonElement value, string pointer)
    {
        var (fields, strangers) = Members(node, value);
        foreach (var (name, label) in node.Required.Where(required => !fields.TryGetValue(required.Name, out var field) || IsBlank(field)))
        {
            Add(Append(pointer, name), FieldCodes.Required, label);
            fields.Remove(name); // one message is enough
        }

        foreach (var (name, field) in node.Properties)
        {
            if (IsFull)
                return;
            if (fields.TryGetValue(name, out var found))
                Check(field, found, Append(pointer, name));
        }

        foreach (var (name, code) in strangers)
            Add(name is null ? pointer : Append(pointer, name), code, null);

        if (node.If is { } condition && Branch(node, condition, value) is { } branch)
            Check(branch, value, pointer);
    }

    private SchemaNode? Branch(SchemaNode node, SchemaNode condition, JsonElement value)
    {
        var asked = new Validation(today);
        asked.Check(condition, value, "#");
        return asked.Errors.Count == 0 ? node.Then : node.Else;
    }

    /// <summary>The fields of an object that the schema knows, and what is wrong with the others.</summary>
    private static (Dictionary<string, JsonElement> Fields, List<(string? Name, string Code)> Strangers) Members(SchemaNode node, JsonElement value)
    {
        var fields = new Dictionary<string, JsonElement>();
        var strangers = new List<(string?, string)>();
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            var stranger = name switch
            {
                null => FieldCodes.Characters,
                _ when node.IsClosed && !node.Properties.ContainsKey(name) => FieldCodes.UnknownField,
                _ when !fields.TryAdd(name, member.Value) && node.IsClosed => FieldCodes.DuplicateField,
                _ => null,
            };
            if (stranger is not null && strangers.Count < FormSchema.MaxErrors)
                strangers.Add((name, stranger));
        }

        return (fields, strangers);
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException) // half a surrogate pair, written as an escape
        {
            return null;
        }
    }

    private static bool IsBlank(JsonElement field) =>
        field.ValueKind == JsonValueKind.String && FieldText.Read(field, FormSchema.LongestText, isMultiline: true) is { Refused: null, IsBlank: true };

    private void CheckArray(SchemaNode node, JsonElement value, string pointer)
    {
        var count = value.GetArrayLength();
        if (count < node.MinItems)
            Add(pointer, FieldCodes.TooFew, node.Title, Print(node.MinItems.Value));
        else if (count > node.MaxItems)
            Add(pointer, FieldCodes.TooMany, node.Title, Print(node.MaxItems.Value));
        else if (node.Items is { } items)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
                Check(items, item, $"{pointer}/{index}");
        }
    }

    private void CheckNumber(SchemaNode node, JsonElement value, string pointer)
    {
        if (!ExactNumber.TryRead(value, out var number, out var isWhole))
            Add(pointer, FieldCodes.Number, node.Title);
        else if (node.Type == FieldType.Integer && !isWhole)
            Add(pointer, FieldCodes.Type, node.Title);
        else if (node.Const is { } only && !(ExactNumber.TryRead(only, out var expected, out _) && number == expected))
            Add(pointer, FieldCodes.Const, node.Title);
        else if (number < node.Minimum)
            Add(pointer, FieldCodes.Minimum, node.Title, Print(node.Minimum.Value));
        else if (number > node.Maximum)
            Add(pointer, FieldCodes.Maximum, node.Title, Print(node.Maximum.Value));
    }

    private static bool Is(FieldType type, JsonValueKind kind) => type switch
    {
        FieldType.Object => kind == JsonValueKind.Object,
        FieldType.Array => kind == JsonValueKind.Array,
        FieldType.String => kind == JsonValueKind.String,
        FieldType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
        _ => kind == JsonValueKind.Number,
    };

    private void Add(string pointer, string code, string? label, string? limit = null)
    {
        if (!IsFull)
            _errors.Add(new(pointer, code, label, limit));
    }

    /// <summary>As a URI fragment (RFC 6901 § 6); a stranger's long name is cut.</summary>
    private static string Append(string pointer, string name)
    {
        var shortened = name.Length > 64 ? name[..64] + "…" : name;
        return $"{pointer}/{Uri.EscapeDataString(JsonPointer.Append("", shortened)[1..])}";
    }

    private static string Print(decimal limit) => limit.ToString("0.############################", CultureInfo.InvariantCulture);
}
