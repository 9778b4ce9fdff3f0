using Ozg.Core.Documents;
using Ozg.Core.Tests.Forms;

namespace Ozg.Core.Tests.Documents;

public sealed class TemplateTests
{
    [Fact]
    public void Pointers_and_names_are_filled_in() =>
        Assert.Equal(
            "Guten Tag Erika Mustermann, Aktenzeichen DA-1.",
            Render("Guten Tag {{/person/vornamen}} {{ /person/familienname }}, Aktenzeichen {{reference}}.",
                """{"person":{"vornamen":"Erika","familienname":"Mustermann"}}""", ("reference", "DA-1")));

    [Fact]
    public void What_is_filled_in_is_not_looked_at_again() =>
        Assert.Equal("{{reason}} {{/b}}", Render("{{/a}} {{reason}}", """{"a":"{{reason}}","b":"geheim"}""", ("reason", "{{/b}}")));

    [Fact]
    public void What_is_not_there_is_left_empty() =>
        Assert.Equal("[][][][1]", Render("[{{/nichts/da}}][{{reason}}][{{/gruppe}}][{{/gruppe/a}}]", """{"gruppe":{"a":1}}"""));

    [Fact]
    public void A_line_of_which_nothing_is_there_is_left_out() =>
        Assert.Equal("Eins\n\nDrei: 3", Render("Eins\n\nZwei: {{/zwei}} {{reason}}\nDrei: {{/drei}}", """{"drei":3}"""));

    [Fact]
    public void Days_truth_values_and_numbers_read_as_in_German() =>
        Assert.Equal("14.06.2026 ja nein 3 12,5", Render("{{/tag}} {{/a}} {{/b}} {{/n}} {{/m}}", """{"tag":"2026-06-14","a":true,"b":false,"n":3,"m":12.5}"""));

    [Fact]
    public void A_choice_is_shown_in_the_words_of_the_form()
    {
        var labels = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["/art"] = new Dictionary<string, string> { ["geruest"] = "Gerüst" } };

        Assert.Equal("Gerüst, geruest", Template.Render("{{ /art }}, {{/anders}}", ArrangeForm.Json("""{"art":"geruest","anders":"geruest"}"""), new Dictionary<string, string>(), labels));
    }

    [Fact]
    public void Names_are_written_in_their_composed_form() =>
        Assert.Equal("Müller", Render("{{/name}}", """{"name":"Mu\u0308ller"}"""));

    [Theory]
    [InlineData("{{familienname}}", "'{{familienname}}'")]
    [InlineData("{{/famlienname}}", "'/famlienname'")]
    [InlineData("{{reference}", "pairs")]
    [InlineData("Text }} {{reference}}", "pairs")]
    [InlineData("{{reference\n}}", "pairs")]
    public void A_mistake_of_the_author_is_told(string text, string part) =>
        Assert.Contains(part, Assert.Single(Template.Mistakes(text, ArrangeForm.With("\"type\":\"string\""))), StringComparison.Ordinal);

    [Fact]
    public void A_template_of_known_names_has_no_mistake() =>
        Assert.Empty(Template.Mistakes("{{/feld}} {{ date }} {{reference}} {{authority}} {{kommune}} {{reason}} {{verdict}} {x}", ArrangeForm.With("\"type\":\"string\"")));

    private static string Render(string text, string application, params (string Name, string Value)[] values) =>
        Template.Render(text, ArrangeForm.Json(application), values.ToDictionary(value => value.Name, value => value.Value));

    [Fact]
    public void A_text_of_several_lines_cannot_pass_for_lines_of_the_document()
    {
        using var application = System.Text.Json.JsonDocument.Parse("""{"text":"eins\r\nDatum: heute\nzwei"}""");

        Assert.Equal("Text: eins Datum: heute zwei", Template.Render("Text: {{/text}}", application.RootElement, new Dictionary<string, string>()));
    }
}
