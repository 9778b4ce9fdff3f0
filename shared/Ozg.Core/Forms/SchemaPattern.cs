using System.Text;
using System.Text.RegularExpressions;

namespace Ozg.Core.Forms;

/// <summary>
/// Patterns that mean the same in every browser and here. JSON Schema's are ECMAScript's, in which <c>\d</c> is 0 to 9 only and
/// <c>$</c> the very end; in .NET they are any script's digits and the end or the line break before it.
/// </summary>
/// <param name="Expression">Null when the pattern is none that is taken.</param>
/// <param name="What">What is wrong with it; null otherwise.</param>
internal sealed record SchemaPattern(Regex? Expression, string? What)
{
    private const string Escapable = @"\/.-+*?()[]{}|^$";

    /// <summary>Translates a pattern as JSON Schema has it.</summary>
    public static SchemaPattern Compile(string pattern)
    {
        var translated = new StringBuilder();
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var sign = pattern[index];
            if (sign == '\\')
            {
                var escape = ++index < pattern.Length ? pattern[index] : ' ';
                if (escape == 'd')
                    translated.Append(inClass ? "0-9" : "[0-9]");
                else if (Escapable.Contains(escape, StringComparison.Ordinal))
                    translated.Append('\\').Append(escape);
                else
                    return new(null, $"The escape '\\{escape}' is not taken; write the characters you mean, as in [A-Za-z].");
            }
            else if (sign == '(' && !inClass && pattern[index..].StartsWith("(?", StringComparison.Ordinal) && !pattern[index..].StartsWith("(?:", StringComparison.Ordinal))
                return new(null, "Of the groups with '(?', only '(?:' is taken.");
            else if (sign == '[' && inClass)
                return new(null, "Write '\\[' for a bracket within brackets.");
            else
            {
                inClass = inClass ? sign != ']' : sign == '[';
                translated.Append(sign == '$' && !inClass ? @"\z" : sign);
            }
        }

        try
        {
            // Takes time linear in the text, so that no text can make it hang.
            return new(new Regex(translated.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), null);
        }
        catch (ArgumentException exception)
        {
            return new(null, $"Not a regular expression: {exception.Message}");
        }
    }
}
