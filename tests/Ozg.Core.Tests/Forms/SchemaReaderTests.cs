using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("\"type\":\"string\",\"minLenght\":1", "/properties/feld/minLenght", "unknown")]
    [InlineData("\"type\":\"string\",\"oneOf\":[]", "/properties/feld/oneOf", "unknown")]
    [InlineData("\"type\":\"string\",\"default\":\"x\"", "/properties/feld/default", "unknown")]
    [InlineData("\"type\":\"text\"", "/properties/feld/type", "string")]
    [InlineData("\"type\":[\"string\",\"null\"]", "/properties/feld/type", "text")]
    [InlineData("\"description\":\"ohne Typ\"", "/properties/feld", "'type' is missing")]
    [InlineData("\"type\":\"integer\",\"maxLength\":3", "/properties/feld/maxLength", "no effect on the type integer")]
    [InlineData("\"type\":\"string\",\"maxLength\":\"3\"", "/properties/feld/maxLength", "whole number")]
    [InlineData("\"type\":\"string\",\"minLength\":3,\"maxLength\":2", "/properties/feld", "lower bound")]
    [InlineData("\"type\":\"string\",\"format\":\"uri\"", "/properties/feld/format", "date, iban, person-name, license-plate, chip-number")]
    [InlineData("\"type\":\"string\",\"x-notAfter\":\"today\"", "/properties/feld", "format date")]
    [InlineData("\"type\":\"string\",\"format\":\"date\",\"x-notAfter\":\"morgen\"", "/properties/feld/x-notAfter", "1900-01-01")]
    [InlineData("\"type\":\"string\",\"format\":\"date\",\"x-notAfter\":\"today+90\"", "/properties/feld/x-notAfter", "today+90d")]
    [InlineData("\"type\":\"string\",\"format\":\"date\",\"x-notAfter\":\"today+99999d\"", "/properties/feld/x-notAfter", "today+90d")]
    [InlineData("\"type\":\"string\",\"format\":\"date\",\"x-notBefore\":\"today-+1d\"", "/properties/feld/x-notBefore", "today+90d")]
    [InlineData("\"type\":\"string\",\"format\":\"date\",\"x-notBefore\":\"today+3d\",\"x-notAfter\":\"today\"", "/properties/feld/x-notBefore", "No day")]
    [InlineData("\"type\":\"string\",\"format\":\"date\",\"x-notBefore\":\"2027-01-01\",\"x-notAfter\":\"2026-01-01\"", "/properties/feld/x-notBefore", "No day")]
    [InlineData("\"type\":\"string\",\"x-multiline\":true", "/properties/feld/x-multiline", "maxLength")]
    [InlineData("\"type\":\"string\",\"x-multiline\":false,\"maxLength\":9", "/properties/feld/x-multiline", "left out")]
    [InlineData("\"type\":\"integer\",\"x-multiline\":true", "/properties/feld/x-multiline", "no effect")]
    [InlineData("\"type\":\"string\",\"x-multiline\":true,\"maxLength\":9,\"format\":\"iban\"", "/properties/feld/x-multiline", "no format")]
    [InlineData("\"type\":\"string\",\"x-fieldNumber\":0", "/properties/feld/x-fieldNumber", "1 to 999")]
    [InlineData("\"type\":\"string\",\"x-fieldNumber\":\"15\"", "/properties/feld/x-fieldNumber", "whole number")]
    [InlineData("\"type\":\"array\",\"maxItems\":2,\"items\":{\"type\":\"string\",\"x-fieldNumber\":3}", "/properties/feld/items/x-fieldNumber", "belongs to the list")]
    [InlineData("\"$ref\":\"#/$defs/x\",\"type\":\"string\"", "/properties/feld/$ref", "unknown")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"widget\":\"date\"}", "/properties/feld/x-ui/widget", "format date")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"widget\":\"textarea\"}", "/properties/feld/x-ui/widget", "x-multiline")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"widget\":\"checkbox\"}", "/properties/feld/x-ui/widget", "a boolean")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"widget\":\"radio\"}", "/properties/feld/x-ui/widget", "enum")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"autocomplete\":\"surname\"}", "/properties/feld/x-ui/autocomplete", "family-name")]
    [InlineData("\"type\":\"string\",\"pattern\":\"(\"", "/properties/feld/pattern", "regular expression")]
    [InlineData("\"type\":\"string\",\"pattern\":\"\\\\p{L}\"", "/properties/feld/pattern", "'\\p'")]
    [InlineData("\"type\":\"string\",\"pattern\":\"(?=a)\"", "/properties/feld/pattern", "(?:")]
    [InlineData("\"type\":\"string\",\"enum\":[]", "/properties/feld/enum", "one choice")]
    [InlineData("\"type\":\"string\",\"enum\":[1]", "/properties/feld/enum", "texts")]
    [InlineData("\"type\":\"string\",\"const\":null", "/properties/feld/const", "true or false")]
    [InlineData("\"type\":\"array\",\"items\":{\"type\":\"string\"}", "/properties/feld", "maxItems")]
    [InlineData("\"type\":\"object\",\"properties\":{}", "/properties/feld", "additionalProperties")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"x\"]", "/properties/feld/required", "'x'")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"Ä\":{\"title\":\"Ä\",\"type\":\"string\"}}", "/properties/feld/properties/Ä", "ASCII")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"x\":{\"type\":\"string\"}}", "/properties/feld/properties/x", "title")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"then\":{}", "/properties/feld/then", "'if'")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"if\":{}", "/properties/feld/if", "'then'")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"if\":{\"properties\":{\"x\":{}}},\"then\":{}", "/properties/feld/if/properties/x", "no field 'x'")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":false,\"if\":{\"type\":\"object\"},\"then\":{}", "/properties/feld/if/type", "main schema")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"wigdet\":\"date\"}", "/properties/feld/x-ui/wigdet", "widget")]
    [InlineData("\"type\":\"string\",\"x-ui\":{\"widget\":\"map\"}", "/properties/feld/x-ui/widget", "'map'")]
    [InlineData("\"type\":\"string\",\"enum\":[\"a\",\"b\"],\"x-ui\":{\"options\":{\"a\":\"A\"}}", "/properties/feld/x-ui/options", "each choice")]
    public void A_mistake_in_a_schema_is_told_by_its_pointer(string keywords, string pointer, string part)
    {
        var mistake = Assert.Single(MistakesOf($$"""
            { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false,
              "properties": { "feld": { "title": "Feld", {{keywords}} } } }
            """));

        Assert.Equal(pointer, mistake.Pointer);
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object","additionalProperties":false}""", "/$schema")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false}""", "/$schema")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"string"}""", "/type")]
    [InlineData("[]", "")]
    public void A_form_is_an_object_in_the_dialect_of_2020_12(string schema, string pointer) =>
        Assert.Equal(pointer, Assert.Single(MistakesOf(schema)).Pointer);

    [Fact]
    public void All_mistakes_come_at_once() =>
        Assert.Equal(3, MistakesOf("""{"type":"object","additionalProperties":false,"foo":1,"properties":{"a":{"title":"A","type":"string","bar":1,"minLength":-1}}}""").Count);
}
