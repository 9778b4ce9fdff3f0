using System.Text.Json;

namespace Ozg.Tool.Guide;

/// <summary>What an applicant fills in, from the form's schema.</summary>
internal static class FormFields
{
    private static readonly string[] Branches = ["then", "else"];

    /// <summary>A heading and a table for every group of fields, in the form's order.</summary>
    public static string Sections(JsonElement form)
    {
        var groups = Ordered(form).ToList();
        var loose = groups.Where(group => !Has(group.Value, "properties")).Select(group => Row(group.Value, "", Need(form, group.Name))).ToList();
        return string.Join("\n\n", groups
            .Where(group => Has(group.Value, "properties"))
            .Select(group => $"### {Title(group.Value)}\n\n{Intro(form, group)}{Table(Rows(group.Value, ""))}")
            .Concat(loose.Count > 0 ? [$"### {Words.Say("form.more")}\n\n{Table(loose)}"] : []));
    }

    private static string Table(IEnumerable<IReadOnlyList<string>> rows) =>
        Markdown.Table([Words.Say("form.field"), Words.Say("form.need"), Words.Say("form.hint")], rows, "");

    private static string Intro(JsonElement form, JsonProperty group) =>
        Need(form, group.Name) == Words.Say("need.yes") ? "" : Words.Say("form.optionalGroup") + "\n\n";

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonElement parent, string prefix)
    {
        foreach (var field in Ordered(parent))
        {
            var inner = Has(field.Value, "items") ? field.Value.GetProperty("items") : field.Value;
            if (Has(inner, "properties"))
            {
                foreach (var row in Rows(inner, $"{prefix}{Title(field.Value)}: "))
                    yield return row;
            }
            else
            {
                yield return Row(field.Value, prefix, Need(parent, field.Name));
            }
        }
    }

    private static string[] Row(JsonElement field, string prefix, string need) =>
        [prefix + Title(field), need, Has(field, "description") ? Markdown.Plain(field.GetProperty("description").GetString()!) : ""];

    /// <summary>Whether it has to be given: yes, no, or as other answers have it.</summary>
    private static string Need(JsonElement parent, string name) =>
        Requires(parent, name) ? Words.Say("need.yes") :
        Branches.Any(branch => Has(parent, branch) && Requires(parent.GetProperty(branch), name)) ? Words.Say("need.depends") :
        Words.Say("need.no");

    private static bool Requires(JsonElement schema, string name) =>
        Has(schema, "required") && schema.GetProperty("required").EnumerateArray().Any(required => required.GetString() == name);

    private static IEnumerable<JsonProperty> Ordered(JsonElement parent) =>
        parent.GetProperty("properties").EnumerateObject().OrderBy(field => Hint(field.Value, "page")).ThenBy(field => Hint(field.Value, "order"));

    private static int Hint(JsonElement field, string name) =>
        Has(field, "x-ui") && field.GetProperty("x-ui").TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private static string Title(JsonElement field) => Markdown.Plain(field.GetProperty("title").GetString()!);

    private static bool Has(JsonElement schema, string name) => schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out _);
}
