using System.Text;
using Superpower;
using Superpower.Model;

namespace Ozg.Core.Expressions;

/// <summary>Cuts an expression into its signs. What other languages write instead is refused with the way it is written here.</summary>
internal sealed class Lexer : Tokenizer<Sign>
{
    private const int MaxDigits = 28; // what decimal keeps

    private static readonly Dictionary<string, Sign> Words = new()
    {
        ["true"] = Sign.True,
        ["false"] = Sign.False,
        ["received"] = Sign.Received,
        ["and"] = Sign.And,
        ["or"] = Sign.Or,
        ["not"] = Sign.Not,
        ["in"] = Sign.In,
    };

    private static readonly (string Written, Sign Sign)[] Operators = // the longer ones first
    [
        ("==", Sign.Equal), ("!=", Sign.NotEqual), ("<=", Sign.LessOrEqual), (">=", Sign.GreaterOrEqual), ("<", Sign.Less), (">", Sign.Greater),
        ("+", Sign.Plus), ("-", Sign.Minus), ("*", Sign.Times), ("/", Sign.Divide),
        ("(", Sign.Open), (")", Sign.Close), ("[", Sign.OpenList), ("]", Sign.CloseList), (",", Sign.Comma),
    ];

    private static readonly (string Written, string Advice)[] Foreign =
    [
        ("<>", "Write != for 'is not'."), ("=", "Write == for 'equals'."), ("!", "Write 'not'."), ("&", "Write 'and'."), ("|", "Write 'or'."),
        ("\"", "A text stands in single quotes: 'like this'."), ("%", "Write 0.19 * x for 19 % of x."), ("€", "Write euros as a plain number: 12.50."),
        ("{", "A list stands in square brackets: ['a', 'b']."), (".", "A number begins with a digit: 0.5."), ("_", "A field's name is letters and digits."),
    ];

    protected override IEnumerable<Result<Sign>> Tokenize(TextSpan span)
    {
        for (var next = SkipWhiteSpace(span); next.HasValue;)
        {
            var start = next.Location;
            var (sign, length, refused) = Read(start.AsReadOnlySpan());
            yield return refused is null ? Result.Value(sign, start, start.Skip(length)) : Result.Empty<Sign>(start.Skip(length), refused);
            next = SkipWhiteSpace(start.Skip(length));
        }
    }

    /// <summary>A text as it is meant: without its quotes, in NFC.</summary>
    public static string Unquoted(string written) =>
        written[1..^1].Replace("''", "'", StringComparison.Ordinal).Normalize(NormalizationForm.FormC);

    /// <returns>The sign and its length; or the offset of what is refused, and why.</returns>
    private static (Sign Sign, int Length, string? Refused) Read(ReadOnlySpan<char> rest)
    {
        if (char.IsAsciiLetter(rest[0]))
            return Name(rest);
        if (char.IsAsciiDigit(rest[0]))
            return Number(rest);
        if (rest[0] == '\'')
            return Text(rest);

        foreach (var (written, advice) in Foreign)
        {
            if (rest.StartsWith(written) && !rest.StartsWith("==") && !rest.StartsWith("!="))
                return (default, 0, advice);
        }

        foreach (var (written, sign) in Operators)
        {
            if (rest.StartsWith(written))
                return (sign, written.Length, null);
        }

        return (default, 0, char.IsLetter(rest[0]) ? "A field's name has the letters a to z, A to Z and digits only." : "This character means nothing in an expression.");
    }

    private static (Sign, int, string?) Name(ReadOnlySpan<char> rest)
    {
        var length = Run(rest, char.IsAsciiLetterOrDigit);
        while (length < rest.Length && rest[length] == '.')
        {
            if (length + 1 == rest.Length || !char.IsAsciiLetter(rest[length + 1]))
                return (default, length, "After the dot comes the name of a field.");
            length += 1 + Run(rest[(length + 1)..], char.IsAsciiLetterOrDigit);
        }

        return (Words.TryGetValue(rest[..length].ToString(), out var word) ? word : Sign.Name, length, null);
    }

    private static (Sign, int, string?) Number(ReadOnlySpan<char> rest)
    {
        var length = Run(rest, char.IsAsciiDigit);
        if (length < rest.Length && rest[length] == '.')
        {
            var digits = Run(rest[(length + 1)..], char.IsAsciiDigit);
            if (digits == 0)
                return (default, length, "After the decimal point come digits.");
            length += 1 + digits;
        }

        if (length < rest.Length && (char.IsAsciiLetter(rest[length]) || rest[length] == '.'))
            return (default, length, "A number has digits and one decimal point only: 1200.50.");
        return length > MaxDigits ? (default, 0, "A number has at most 28 digits.") : (Sign.Number, length, null);
    }

    private static (Sign, int, string?) Text(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (true)
        {
            var quote = rest[length..].IndexOf('\'');
            if (quote < 0)
                return (default, 0, "The text has no closing quote. (A quote within a text is written twice: '').");
            length += quote + 1;
            if (length == rest.Length || rest[length] != '\'')
                break;
            length++;
        }

        for (var index = 0; index < length;)
        {
            if (Rune.DecodeFromUtf16(rest[index..length], out _, out var units) != System.Buffers.OperationStatus.Done)
                return (default, index, "Half a character (an unpaired surrogate) in a text.");
            index += units;
        }

        return (Sign.Text, length, null);
    }

    private static int Run(ReadOnlySpan<char> rest, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < rest.Length && belongs(rest[length]))
            length++;
        return length;
    }
}
