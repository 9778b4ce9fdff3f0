using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ozg.Core.Forms;

namespace Ozg.Core.Documents;

/// <summary>
/// Plain text with placeholders: <c>{{/antragsteller/familienname}}</c> is a JSON pointer into the application,
/// <c>{{reference}}</c> one of <see cref="Names"/>, <c>{{amount:gebuehr}}</c> an amount and <c>{{date:beginn}}</c> a date of the plan. Nothing else is replaced, and what was filled in is never looked at again.
/// </summary>
public static partial class Template
{
    /// <summary>The names that may stand in a template beside pointers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["reference", "date", "authority", "kommune", "reason", "verdict", "terms", "forwardedTo", "forwardedReference"];

    /// <summary>What amounts and dates are called in templates.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<string> amounts, IEnumerable<string> dates) =>
        [.. amounts.Select(Amount), .. dates.Select(Date)];

    /// <summary>What an amount is called in templates.</summary>
    public static string Amount(string name) => $"amount:{name}";

    /// <summary>What a date is called in templates.</summary>
    public static string Date(string name) => $"date:{name}";

    /// <summary>The text for one case, in NFC.</summary>
    /// <param name="text">The template.</param>
    /// <param name="application">A valid application: what a pointer does not find in it is left empty, and with it a line that has nothing else to say.</param>
    /// <param name="values">By name; a name without a value is left empty in the same way.</param>
    /// <param name="labels">By pointer, what stands for the values of a choice; null: the values themselves.</param>
    public static string Render(
        string text, JsonElement application, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? labels = null) =>
        string.Join('\n', text.Split('\n').Select(line => Fill(line, name => name.StartsWith('/')
            ? Label(labels?.GetValueOrDefault(name), Print(JsonPointer.Find(application, name)))
            : values.GetValueOrDefault(name, ""))).OfType<string>()).Normalize(NormalizationForm.FormC);

    /// <summary>What an author has to mend: names that nobody fills in, fields that the form does not have, braces that do not close.</summary>
    /// <param name="text">The template.</param>
    /// <param name="form">The form of the applications.</param>
    /// <param name="computed">The names of the plan's amounts and dates, as <see cref="NamesOf"/> spells them; null: it has none.</param>
    public static IReadOnlyList<string> Mistakes(string text, FormSchema form, IReadOnlyList<string>? computed = null) =>
    [
        .. Placeholder().Matches(text).Select(found => found.Groups["name"].Value.Trim()).Distinct()
            .Where(name => !(name.StartsWith('/') ? form.HasField(name) : Names.Contains(name) || computed?.Contains(name) == true))
            .Select(name => name.StartsWith('/')
                ? $"The form has no field '{name}'."
                : $"'{{{{{name}}}}}' is not filled in by anybody; there are {string.Join(", ", Names.Concat(computed ?? []))} and pointers to the form's fields."),
        .. Braces().IsMatch(Placeholder().Replace(text, "")) ? ["A placeholder does not close: '{{' and '}}' come in pairs, on one line."] : Array.Empty<string>(),
    ];

    /// <summary>The fields that a template shows: JSON pointers.</summary>
    public static IReadOnlyList<string> PointersIn(string text) =>
        [.. Placeholder().Matches(text).Select(found => found.Groups["name"].Value.Trim()).Where(name => name.StartsWith('/')).Distinct()];

    /// <summary>One line of a template; null when nothing of what it should show is there.</summary>
    private static string? Fill(string line, Func<string, string> valueOf)
    {
        var (asked, found) = (0, 0);
        var filled = Placeholder().Replace(line, placeholder =>
        {
            var value = valueOf(placeholder.Groups["name"].Value.Trim());
            (asked, found) = (asked + 1, found + (value.Length > 0 ? 1 : 0));
            return value;
        });
        return asked > 0 && found == 0 ? null : filled;
    }

    private static string Label(IReadOnlyDictionary<string, string>? labels, string value) => labels?.GetValueOrDefault(value) ?? value;

    /// <summary>Days as 14.06.2026, numbers with a comma, yes and no in German; groups of fields have no text.</summary>
    private static string Print(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => TextRules.TryReadDate(text.GetString()!, out var date)
            ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : text.GetString()!.ReplaceLineEndings(" "), // a line of its own could pass for one of ours
        { ValueKind: JsonValueKind.Number } number => number.GetRawText().Replace('.', ','),
        { ValueKind: JsonValueKind.True } => "ja",
        { ValueKind: JsonValueKind.False } => "nein",
        _ => "",
    };

    [GeneratedRegex(@"\{\{(?<name>[^{}\r\n]*)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{|\}\}")]
    private static partial Regex Braces();
}
