using System.Text.Json;

namespace Ozg.Core.Forms;

/// <summary>Which keywords a schema may have, and what must hold among them.</summary>
internal static class SchemaRules
{
    private const int HighestFieldNumber = 999;

    private static readonly string[] Main = ["type", "title", "description", "x-en", "x-ui", "x-fieldNumber", "additionalProperties", "$schema", "$id"];

    private static readonly Dictionary<string, FieldType[]> Checked = new()
    {
        ["const"] = [FieldType.String, FieldType.Integer, FieldType.Number, FieldType.Boolean],
        ["enum"] = [FieldType.String],
        ["pattern"] = [FieldType.String],
        ["minLength"] = [FieldType.String],
        ["maxLength"] = [FieldType.String],
        ["format"] = [FieldType.String],
        ["x-notBefore"] = [FieldType.String],
        ["x-notAfter"] = [FieldType.String],
        ["x-multiline"] = [FieldType.String],
        ["minimum"] = [FieldType.Integer, FieldType.Number],
        ["maximum"] = [FieldType.Integer, FieldType.Number],
        ["items"] = [FieldType.Array],
        ["minItems"] = [FieldType.Array],
        ["maxItems"] = [FieldType.Array],
        ["properties"] = [FieldType.Object],
        ["required"] = [FieldType.Object],
        ["if"] = [FieldType.Object],
        ["then"] = [FieldType.Object],
        ["else"] = [FieldType.Object],
    };

    /// <summary>No keyword is unknown, out of place, or without effect on this type.</summary>
    public static void CheckKeywords(Keywords keywords, FieldType? type, bool isBranch)
    {
        foreach (var name in keywords.Schema.EnumerateObject().Select(keyword => keyword.Name))
        {
            if (Checked.TryGetValue(name, out var types))
            {
                if (type is { } known && !types.Contains(known))
                    keywords.Say(name, $"'{name}' has no effect on the type {JsonNamingPolicy.CamelCase.ConvertName(known.ToString())}.");
            }
            else if (!Main.Contains(name))
                keywords.Say(name, $"The keyword '{name}' is unknown or not of the subset; known are {string.Join(", ", Main.Concat(Checked.Keys))}.");
            else if (isBranch)
                keywords.Say(name, $"'{name}' belongs to the main schema, not to a condition.");
            else if (name.StartsWith('$') && keywords.At.Length > 0)
                keywords.Say(name, $"'{name}' belongs to the root.");
            else if (name == "additionalProperties" && type != FieldType.Object)
                keywords.Say(name, $"'{name}' belongs to objects.");
        }

        keywords.Text("description");
    }

    /// <summary>Bounds are in order and fields have what a form needs.</summary>
    public static void CheckNode(Keywords keywords, SchemaNode node, SchemaNode? declared)
    {
        if (declared is null && keywords.At.Length > 0 && node.Title is null && !keywords.At.EndsWith("/items", StringComparison.Ordinal))
            keywords.Say("", "A field has a title: its label in German.");
        if (node.Type == FieldType.Array && (node.Items is null || node.MaxItems is null))
            keywords.Say("", "An array says what its items are and has maxItems.");
        if (node.MinLength > node.MaxLength || node.Minimum > node.Maximum || node.MinItems > node.MaxItems)
            keywords.Say("", "The lower bound is above the upper one.");
        if ((node.NotBefore ?? node.NotAfter) is not null && (node.Format ?? declared?.Format) != TextFormat.Date)
            keywords.Say("", "x-notBefore and x-notAfter belong to the format date.");
        if (node.NotBefore is { } first && node.NotAfter is { } last && first.IsAlwaysAfter(last))
            keywords.Say("x-notBefore", "No day can keep both bounds: x-notBefore is after x-notAfter.");
        if (node.IsMultiline && (node.Format ?? declared?.Format) is not null)
            keywords.Say("x-multiline", "A text of several lines has no format.");
        if (node is { IsMultiline: true, Type: FieldType.String, MaxLength: null })
            keywords.Say("x-multiline", "A text of several lines has a maxLength.");
        if (node.IsMultiline && declared is not null)
            keywords.Say("x-multiline", "'x-multiline' belongs to the main schema, not to a condition.");
        if (node.FieldNumber is < 1 or > HighestFieldNumber)
            keywords.Say("x-fieldNumber", $"A field of the paper form has a number from 1 to {HighestFieldNumber}.");
        if (node.FieldNumber is not null && keywords.At.Contains("/items", StringComparison.Ordinal))
            keywords.Say("x-fieldNumber", "The number belongs to the list, not to what is in it.");
    }
}
