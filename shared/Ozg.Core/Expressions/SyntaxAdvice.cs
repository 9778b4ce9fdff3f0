using Superpower.Model;

namespace Ozg.Core.Expressions;

/// <summary>What to tell the author where the signs do not go together.</summary>
internal static class SyntaxAdvice
{
    private const string Value = "a value (a field, a number, a 'text', a call or something in parentheses)";

    /// <summary>Asked before the parser recurses.</summary>
    public static MalformedExpression? TooDeep(TokenList<Sign> signs)
    {
        var depth = 0;
        foreach (var sign in signs)
        {
            depth += sign.Kind switch { Sign.Open or Sign.OpenList => 1, Sign.Close or Sign.CloseList => -1, _ => 0 };
            if (depth > Expression.MaxNesting)
                return new(sign.Position.Absolute + 1, $"Parentheses are nested deeper than {Expression.MaxNesting}.");
        }

        return null;
    }

    /// <param name="signs">All signs of the expression.</param>
    /// <param name="at">The sign that does not fit; their number when one is missing at the end.</param>
    /// <param name="text">The expression.</param>
    public static MalformedExpression For(Token<Sign>[] signs, int at, string text)
    {
        Sign? before = at > 0 ? signs[at - 1].Kind : null;
        if (at >= signs.Length)
            return new(text.TrimEnd().Length + 1, AtEnd(signs, before));

        var found = signs[at].ToStringValue();
        return new(signs[at].Position.Absolute + 1, EndsValue(before) ? AfterValue(signs, at, found) : InsteadOfValue(signs[at].Kind, before, found));
    }

    private static string AtEnd(Token<Sign>[] signs, Sign? before)
    {
        if (before == Sign.In)
            return "After 'in' comes a list: ['a', 'b'].";
        if (!EndsValue(before))
            return $"The expression ends too early: expected {Value}.";
        return Depth(signs, Sign.OpenList, Sign.CloseList) > 0 ? "A closing bracket ] is missing." : "A closing parenthesis ) is missing.";
    }

    private static string AfterValue(Token<Sign>[] signs, int at, string found) => signs[at].Kind switch
    {
        Sign.Comma => "A comma stands between the arguments of a call or the values of a list only. Decimals are written with a point: 1.5.",
        Sign.Close => "This ) has no opening parenthesis.",
        Sign.CloseList => "This ] has no opening bracket.",
        Sign.OpenList => "A list stands right of 'in' only: x in ['a', 'b'].",
        Sign.Not => "For 'not in' write: not (x in ['a', 'b']).",
        Sign.Open => "Only a function's name stands directly before a parenthesis; an operator is missing here.",
        >= Sign.Equal and <= Sign.GreaterOrEqual or Sign.In => "Comparisons do not chain; join two of them with 'and': a < b and b < c.",
        _ => $"An operator (and, or, ==, +, …) or a comma is missing before {found}.",
    };

    private static string InsteadOfValue(Sign sign, Sign? before, string found) => (sign, before) switch
    {
        (_, Sign.In) => "After 'in' comes a list: ['a', 'b'].",
        (Sign.OpenList, _) => "A list stands right of 'in' only: x in ['a', 'b'].",
        (Sign.Not, _) => "Put parentheses around: (not x).",
        (Sign.Minus, _) => "Put parentheses around: (-x).",
        _ => $"Expected {Value}, not {found}.",
    };

    /// <summary>Whether what follows this sign can only be an operator or an end.</summary>
    private static bool EndsValue(Sign? sign) => sign is >= Sign.Number and <= Sign.Received or Sign.Close or Sign.CloseList;

    private static int Depth(Token<Sign>[] signs, Sign open, Sign close) => signs.Count(sign => sign.Kind == open) - signs.Count(sign => sign.Kind == close);
}
