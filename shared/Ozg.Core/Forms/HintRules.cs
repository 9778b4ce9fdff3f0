using System.Text.Json;

namespace Ozg.Core.Forms;

/// <summary>What the hints may say that change how a field is shown (<c>x-ui</c>, <c>x-en</c>).</summary>
internal static class HintRules
{
    private static readonly Dictionary<string, Widget> Widgets = new()
    {
        ["text"] = new("texts", node => node.Type == FieldType.String),
        ["textarea"] = new("texts of several lines; set x-multiline", node => node.IsMultiline),
        ["digits"] = new("texts and numbers", node => node.Type is FieldType.String or FieldType.Integer or FieldType.Number),
        ["email"] = new("texts", node => node.Type == FieldType.String),
        ["tel"] = new("texts", node => node.Type == FieldType.String),
        ["date"] = new("the format date", node => node.Format == TextFormat.Date),
        ["iban"] = new("the format iban", node => node.Format == TextFormat.Iban),
        ["radio"] = new("an enum or a boolean", node => node.Enum is not null || node.Type == FieldType.Boolean),
        ["select"] = new("an enum", node => node.Enum is not null),
        ["checkbox"] = new("a boolean", node => node.Type == FieldType.Boolean),
    };

    // The purposes that HTML knows for input fields and that a form of ours may ask for (WCAG 2.2, 1.3.5).
    private static readonly Dictionary<string, bool> Autocomplete = new[]
    {
        "name", "honorific-prefix", "given-name", "family-name", "organization", "organization-title", "street-address",
        "address-line1", "address-line2", "postal-code", "address-level2", "country-name", "email", "tel", "bday", "sex", "url", "off",
    }.ToDictionary(purpose => purpose, _ => true);

    /// <summary>The hints are known, and fit the field that they are for.</summary>
    public static void Check(Keywords keywords, SchemaNode node)
    {
        if (Hints(keywords, "x-ui", ["page", "order", "autocomplete", "widget", "options"]) is { } ui)
        {
            ui.OneOf("autocomplete", Autocomplete);
            ui.Count("page");
            ui.Count("order");
            if (ui.OneOf("widget", Widgets) is { } widget && !widget.Fits(node))
                ui.Say("widget", $"This widget is for {widget.For}.");
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

    private readonly record struct Widget(string For, Func<SchemaNode, bool> Fits);
}
