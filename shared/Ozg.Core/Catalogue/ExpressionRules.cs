using Ozg.Core.Expressions;

namespace Ozg.Core.Catalogue;

/// <summary>The expressions of the catalogue fit the form that they ask, long before a citizen waits for the answer.</summary>
internal static class ExpressionRules
{
    /// <summary>All that is wrong with one expression.</summary>
    public static IEnumerable<string> Check(string text, ExpressionType expected, Leistung leistung)
    {
        var parsed = Expression.Parse(text);
        return parsed.Succeeded
            ? parsed.Value.Check(expected, leistung.Form, [.. leistung.Attachments.Select(kind => kind.Kind)]).Select(mistake => $"At character {mistake.Column} of '{text}': {mistake.Message}")
            : [$"At character {((MalformedExpression)parsed.Error).Column} of '{text}': {((MalformedExpression)parsed.Error).Message}"];
    }

    /// <summary>All that is wrong with what a layer defines by name; pointers into the layer's offer or document.</summary>
    public static IEnumerable<Mistake> Check(
        IReadOnlyDictionary<string, string>? conditions, IReadOnlyDictionary<string, string>? amounts, IReadOnlyDictionary<string, string>? dates,
        IReadOnlyDictionary<string, FormRule>? rules, Leistung leistung) =>
    [
        .. Named("/conditions", conditions, ExpressionType.Condition, leistung),
        .. (conditions ?? new Dictionary<string, string>()).Keys.Where(Processes.Conditions.BuiltIn.Contains)
            .Select(name => new Mistake(JsonPointer.Append("/conditions", name), $"'{name}' is a condition that every process has; call this one otherwise.")),
        .. Named("/amounts", amounts, ExpressionType.Amount, leistung),
        .. Named("/dates", dates, ExpressionType.Date, leistung),
        .. (rules ?? new Dictionary<string, FormRule>()).SelectMany(rule => Rule(rule.Key, rule.Value, leistung).Select(mistake => mistake.Within(JsonPointer.Append("/rules", rule.Key)))),
    ];

    private static IEnumerable<Mistake> Named(string at, IReadOnlyDictionary<string, string>? expressions, ExpressionType expected, Leistung leistung)
    {
        foreach (var (name, text) in expressions ?? new Dictionary<string, string>())
        {
            var pointer = JsonPointer.Append(at, name);
            if (!Names.AreWellFormed(name))
                yield return new(pointer, $"'{name}' is not a name: {Names.Form}.");
            foreach (var what in Check(text, expected, leistung))
                yield return new(pointer, what);
        }
    }

    private static IEnumerable<Mistake> Rule(string name, FormRule rule, Leistung leistung)
    {
        if (!Names.AreWellFormed(name))
            yield return new("", $"'{name}' is not a name: {Names.Form}.");
        if (!leistung.Form.HasField(rule.At))
            yield return new("/at", $"The form has no field '{rule.At}'; name the one that the applicant has to mend.");
        foreach (var what in Check(rule.Expect, ExpressionType.Condition, leistung))
            yield return new("/expect", what);
    }
}
