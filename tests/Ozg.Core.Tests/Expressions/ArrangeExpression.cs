using Ozg.Core.Deadlines;
using Ozg.Core.Expressions;
using Ozg.Core.Forms;
using Ozg.Core.Tests.Forms;

namespace Ozg.Core.Tests.Expressions;

internal static class ArrangeExpression
{
    public static readonly DateOnly Received = new(2026, 3, 31);

    /// <summary>Of Hessen, for offices that are closed on a bridge day.</summary>
    public static readonly LegalCalendar Calendar = LegalCalendar.For(Land.Hessen).WithClosingDays(new DateOnly(2026, 5, 15));

    public static readonly string[] Kinds = ["lageplan", "haltungserlaubnis"];

    /// <summary>Required: art, menge, flaeche, von, bis, zugesagt, hund.rasse, positionen. Optional: all that begins with <c>evtl</c>.</summary>
    public static readonly FormSchema Form = ArrangeForm.Object("""
        "required": ["art", "menge", "flaeche", "von", "bis", "zugesagt", "hund", "positionen"],
        "properties": {
          "art": { "title": "Art", "type": "string", "enum": ["geruest", "container", "café"] },
          "fest": { "title": "Fest", "type": "string", "const": "nur" },
          "menge": { "title": "Menge", "type": "integer", "minimum": 0 },
          "flaeche": { "title": "Fläche", "type": "number" },
          "von": { "title": "Von", "type": "string", "format": "date" },
          "bis": { "title": "Bis", "type": "string", "format": "date" },
          "zugesagt": { "title": "Zugesagt", "type": "boolean" },
          "evtlArt": { "title": "Art", "type": "string", "enum": ["geruest", "container"] },
          "evtlMenge": { "title": "Menge", "type": "integer" },
          "evtlTag": { "title": "Tag", "type": "string", "format": "date" },
          "evtlBox": { "title": "Box", "type": "boolean" },
          "hund": { "title": "Hund", "type": "object", "additionalProperties": false, "required": ["rasse"], "properties": {
            "rasse": { "title": "Rasse", "type": "string" },
            "aufnahmeAm": { "title": "Aufnahme", "type": "string", "format": "date" } } },
          "evtlGruppe": { "title": "Gruppe", "type": "object", "additionalProperties": false, "required": ["zahl"], "properties": {
            "zahl": { "title": "Zahl", "type": "number" } } },
          "positionen": { "title": "Positionen", "type": "array", "maxItems": 9, "items": { "type": "object", "additionalProperties": false, "required": ["menge"], "properties": {
            "menge": { "title": "Menge", "type": "integer" },
            "preis": { "title": "Preis", "type": "number" },
            "art": { "title": "Art", "type": "string", "enum": ["holz", "metall"] } } } },
          "marken": { "title": "Marken", "type": "array", "maxItems": 9, "items": { "type": "string" } }
        }
        """);

    public static readonly Scope Case = Scope("""
        {
          "art": "container", "menge": 3, "flaeche": 12.5, "von": "2026-01-31", "bis": "2026-03-01", "zugesagt": true,
          "hund": { "rasse": "Dackel" },
          "positionen": [{ "menge": 2, "preis": 1.10, "art": "holz" }, { "menge": 5 }, { "menge": 1, "preis": 0.15, "art": "metall" }],
          "marken": ["a", "b"]
        }
        """);

    public static Scope Scope(string application) => new(ArrangeForm.Json(application), Received, ["lageplan"], Calendar);

    public static Expression Parse(string text)
    {
        var parsed = Expression.Parse(text);
        Assert.True(parsed.Succeeded, parsed.Succeeded ? "" : $"{text}: {parsed.Error}");
        return parsed.Value;
    }

    /// <summary>Parses and checks; a mistake fails the test.</summary>
    public static Expression Checked(ExpressionType type, string text)
    {
        var expression = Parse(text);
        Assert.Equal([], expression.Check(type, Form, Kinds));
        return expression;
    }

    public static bool Holds(string text) => Checked(ExpressionType.Condition, text).Holds(Case).Value;

    public static decimal Amount(string text) => Checked(ExpressionType.Amount, text).Amount(Case).Value;

    public static DateOnly Date(string text) => Checked(ExpressionType.Date, text).Date(Case).Value;

    public static (int Column, string Message) Refusal(string text)
    {
        var error = Assert.IsType<MalformedExpression>(Expression.Parse(text).Error);
        return (error.Column, error.Message);
    }

    /// <summary>The only mistake of an expression.</summary>
    public static (int Column, string Message) Mistake(ExpressionType type, string text)
    {
        var mistake = Assert.Single(Parse(text).Check(type, Form, Kinds));
        return (mistake.Column, mistake.Message);
    }
}
