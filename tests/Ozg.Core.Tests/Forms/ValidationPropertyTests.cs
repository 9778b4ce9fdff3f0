using System.Text;
using System.Text.Json;
using CsCheck;
using Ozg.Core.Forms;
using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

/// <summary>Whatever JSON comes, an answer comes: random documents, made of the form's own names and of what breaks readers.</summary>
public sealed class ValidationPropertyTests
{
    private static readonly FormSchema Form = Read("""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false, "required": ["text", "gruppe"],
          "properties": {
            "text": { "title": "Text", "type": "string", "minLength": 1, "maxLength": 20, "pattern": "^[A-Za-z]+$" },
            "name": { "title": "Name", "type": "string", "format": "person-name" },
            "tag": { "title": "Tag", "type": "string", "format": "date", "x-notAfter": "today" },
            "konto": { "title": "Konto", "type": "string", "format": "iban" },
            "zahl": { "title": "Zahl", "type": "integer", "minimum": 1, "maximum": 20 },
            "betrag": { "title": "Betrag", "type": "number", "minimum": 0.5 },
            "wahl": { "title": "Wahl", "type": "string", "enum": ["a", "ä"] },
            "liste": { "title": "Liste", "type": "array", "maxItems": 3, "items": { "type": "boolean", "const": true } },
            "gruppe": { "title": "Gruppe", "type": "object", "additionalProperties": false, "properties": { "text": { "title": "T", "type": "string" }, "zahl": { "title": "Z", "type": "number" } },
              "if": { "properties": { "text": { "const": "a" } }, "required": ["text"] }, "then": { "required": ["zahl"] }, "else": { "properties": { "zahl": { "maximum": 3 } } } }
          }
        }
        """);

    private static readonly Gen<string> Name = Gen.OneOf(
        "\"text\"", "\"name\"", "\"tag\"", "\"konto\"", "\"zahl\"", "\"betrag\"", "\"wahl\"", "\"liste\"", "\"gruppe\"",
        "\"\"", "\"\\u0074ext\"", "\"\\ud800\"", "\"\\u0000\"", "\"__proto__\"", "\"a/b~c\"", "\"😀\"");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "0", "-0", "1.0", "1e400", "-1e-400", "1e99999999999", "0.1e1", "123456789012345678901234567890123456789"),
        Gen.OneOf("\"\"", "\" \"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\uFFFE\"", "\"u\\u0308\"", "\"2026-11-23\"", "\"9999-12-31\"", "\"DE89370400440532013000\"", "\"a\""),
        Gen.Double.Where(double.IsFinite).Select(number => JsonSerializer.Serialize(number)),
        Gen.String.Select(text => JsonSerializer.Serialize(text)));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 5
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.Array[0, 5].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(Name, inner).Array[0, 8].Select(members => $"{{{string.Join(',', members.Select(member => $"{member.Item1}:{member.Item2}"))}}}")));

    [Fact]
    public void Validation_always_answers_with_errors_that_can_be_told() => Json.Sample(
        json =>
        {
            foreach (var error in Form.Validate(ArrangeForm.Json(json), Today))
            {
                Assert.Matches("^#(/([A-Za-z0-9._~-]|%[0-9A-F]{2})*)*\\z", error.Pointer);
                Assert.NotEmpty(error.Code);
            }
        },
        iter: 20_000);

    [Fact]
    public void What_is_valid_stays_valid_when_its_strings_are_decomposed() => Gen.OneOf("Müller", "Řeháková", "Nguyễn", "Ægir").Sample(
        name => Assert.Empty(Form.Validate(ArrangeForm.Json($$"""{"text":"a","gruppe":{},"name":"{{name.Normalize(NormalizationForm.FormD)}}"}"""), Today)));
}
