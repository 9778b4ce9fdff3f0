using System.Text.Json;

namespace Ozg.Core.Forms;

/// <summary>Which keywords a schema may have, and what must hold among them.</summary>
internal static class SchemaRules
{
    private static readonly string[] Main = ["type", "title", "description", "x-en", "x-ui", "additionalProperties", "$schema", "$id"];

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

    private static readonly string[] Widgets = ["text", "digits", "email", "tel", "date", "iban", "radio", "select", "checkbox"];

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
        CheckHints(keywords);
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
    }

    private static void CheckHints(Keywords keywords)
    {
        if (Hints(keywords, "x-ui", ["page", "order", "autocomplete", "widget", "options"]) is { } ui)
        {
            ui.Text("autocomplete");
            ui.Count("page");
            ui.Count("order");
            ui.OneOf("widget", Widgets.ToDictionary(widget => widget, _ => true));
            CheckOptions(ui, keywords);
        }

        if (Hints(keywords, "x-en", ["title", "description", "options"]) is { } english)
        {
            english.Text("title");
            english.Text("description");
            CheckOptions(english, keywords);
        }
    }

    private static Keywords? Hints(Keywords keywords, string keyword, string[] known)
    {
        if (keywords.Find(keyword) is not { } hints)
            return null;
        if (hints.ValueKind != JsonValueKind.Object)
        {
            keywords.Say(keyword, $"'{keyword}' is an object.");
            return null;
        }

        var inner = new Keywords(hints, $"{keywords.At}/{keyword}", keywords.Mistakes);
        foreach (var name in hints.EnumerateObject().Select(hint => hint.Name).Where(name => !known.Contains(name)))
            inner.Say(name, $"The hint '{name}' is unknown; known are {string.Join(", ", known)}.");
        return inner;
    }

    /// <summary>Labels of the choices: one for each, none for another.</summary>
    private static void CheckOptions(Keywords hints, Keywords schema)
    {
        if (hints.Find("options") is not { } options)
            return;
        var choices = schema.Find("enum") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(choice => choice.ToString()) : [];
        if (options.ValueKind != JsonValueKind.Object || options.EnumerateObject().Any(option => option.Value.ValueKind != JsonValueKind.String))
            hints.Say("options", "'options' has a label for each choice.");
        else if (!options.EnumerateObject().Select(option => option.Name).Order(StringComparer.Ordinal).SequenceEqual(choices.Order(StringComparer.Ordinal)))
            hints.Say("options", "'options' has a label for each choice of 'enum' and no others.");
    }
}
