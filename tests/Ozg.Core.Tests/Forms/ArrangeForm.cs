using System.Text.Json;
using Ozg.Core.Forms;

namespace Ozg.Core.Tests.Forms;

internal static class ArrangeForm
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A form with the one field <c>feld</c>, labelled Feld.</summary>
    public static FormSchema With(string keywords) => Object($$"""
        "properties": { "feld": { "title": "Feld", {{keywords}} } }
        """);

    /// <summary>A form with these keywords at its root.</summary>
    public static FormSchema Object(string keywords) => Read($$"""
        { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false, {{keywords}} }
        """);

    public static FormSchema Read(string schema) => FormSchema.Read(Json(schema)).Value;

    public static IReadOnlyList<Mistake> MistakesOf(string schema) => ((CatalogueMistakes)FormSchema.Read(Json(schema)).Error).All;

    /// <summary>The errors of an application whose <c>feld</c> is this JSON.</summary>
    public static IReadOnlyList<FieldError> Errors(this FormSchema form, string value) => form.Validate(Json($$"""{"feld":{{value}}}"""), Today);

    /// <summary>The code of the only error; null when there is none.</summary>
    public static string? Code(this FormSchema form, string value) => form.Errors(value).SingleOrDefault()?.Code;
}
