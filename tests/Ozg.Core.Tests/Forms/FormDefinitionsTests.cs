using Ozg.Core.Forms;
using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

public sealed class FormDefinitionsTests
{
    private const string Defs = """
        { "$defs": {
          "plz": { "title": "Postleitzahl", "x-ui": { "order": 3, "autocomplete": "postal-code" }, "type": "string", "pattern": "^\\d{5}$" },
          "anschrift": { "title": "Anschrift", "type": "object", "additionalProperties": false, "required": ["plz"],
            "properties": { "plz": { "$ref": "#/$defs/plz" }, "ort": { "title": "Ort", "type": "string" } } } } }
        """;

    [Fact]
    public void A_form_holds_what_it_refers_to()
    {
        var form = Complete("""{"$ref":"../../forms/common.schema.json#/$defs/anschrift"}""");

        Assert.DoesNotContain("$ref", form.Document.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([new FieldError("#/feld/plz", "required", "Postleitzahl")], form.Validate(Json("""{"feld":{"ort":"Darmstadt"}}"""), Today));
    }

    [Fact]
    public void A_place_has_its_own_label_and_hints_and_may_require_more()
    {
        var form = Complete("""
            {"$ref":"../../forms/common.schema.json#/$defs/anschrift","title":"Betrieb","x-ui":{"order":9},"x-fieldNumber":15,"required":["ort"]}
            """);

        Assert.Equal(["Postleitzahl", "Ort"], form.Validate(Json("""{"feld":{}}"""), Today).Select(error => error.Label));
        Assert.Equal([new FieldError("#/feld", "type", "Betrieb")], form.Validate(Json("""{"feld":1}"""), Today));
        Assert.Equal(["/feld"], form.FieldsNumbered(15));
    }

    [Fact]
    public void Hints_of_the_definition_stay_where_the_place_says_nothing()
    {
        var hints = Complete("""{"$ref":"../../forms/common.schema.json#/$defs/plz","x-ui":{"order":1}}""").Document
            .GetProperty("properties").GetProperty("feld").GetProperty("x-ui");

        Assert.Equal((1, "postal-code"), (hints.GetProperty("order").GetInt32(), hints.GetProperty("autocomplete").GetString()));
    }

    [Theory]
    [InlineData("""{"$ref":"#/$defs/plz"}""", "/properties/feld/$ref", "../../forms/common.schema.json#/$defs/")]
    [InlineData("""{"$ref":"../../forms/common.schema.json#/$defs/pls"}""", "/properties/feld/$ref", "anschrift, plz")]
    [InlineData("""{"$ref":1}""", "/properties/feld/$ref", "anschrift, plz")]
    [InlineData("""{"$ref":"../../forms/common.schema.json#/$defs/plz","maxLength":3}""", "/properties/feld/maxLength", "Beside '$ref'")]
    [InlineData("""{"$ref":"../../forms/common.schema.json#/$defs/plz","x-ui":1}""", "/properties/feld/x-ui", "Beside '$ref'")]
    public void A_reference_that_leads_nowhere_is_told(string place, string pointer, string part)
    {
        var mistake = Assert.Single(((CatalogueMistakes)FormDefinitions.Read(Json(Defs)).Value.Complete(Form(place)).Error).All);

        Assert.Equal(pointer, mistake.Pointer);
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "", "$defs")]
    [InlineData("""{"$defs":{},"properties":{}}""", "/properties", "not known here")]
    [InlineData("""{"$defs":{"a":1}}""", "/$defs/a", "object")]
    [InlineData("""{"$defs":{"a":{"title":"A","type":"strnig"}}}""", "/$defs/a/type", "string")]
    [InlineData("""{"$defs":{"a":{"$ref":"#/$defs/a"}}}""", "/$defs/a", "a → a")]
    [InlineData("""{"$defs":{"a":{"$ref":"#/$defs/b"}}}""", "/$defs/a/$ref", "one of a")]
    public void A_mistake_in_the_definitions_is_told(string definitions, string pointer, string part) =>
        Assert.Contains(
            ((CatalogueMistakes)FormDefinitions.Read(Json(definitions)).Error).All,
            mistake => mistake.Pointer == pointer && mistake.What.Contains(part, StringComparison.Ordinal));

    private static FormSchema Complete(string place) => FormSchema.Read(FormDefinitions.Read(Json(Defs)).Value.Complete(Form(place)).Value).Value;

    private static System.Text.Json.JsonElement Form(string place) => Json($$"""
        { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false, "properties": { "feld": {{place}} } }
        """);
}
