using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ozg.Core.Forms;

/// <summary>What a string of an application says: normalised (NFC), one line unless its field has more, without characters that only do harm.</summary>
internal readonly record struct FieldText(string Value, string? Refused)
{
    private static readonly char[] Directions = [.. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069')];

    /// <summary>Its length in code points.</summary>
    public int Length => Value.EnumerateRunes().Count();

    public bool IsBlank => string.IsNullOrWhiteSpace(Value);

    /// <summary>Reads a string; <see cref="Refused"/> is the code of the refusal.</summary>
    /// <param name="value">A JSON string, whatever it holds.</param>
    /// <param name="longest">Code points.</param>
    /// <param name="isMultiline">Line breaks are taken.</param>
    public static FieldText Read(JsonElement value, int longest, bool isMultiline = false)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException) // half a surrogate pair, written as an escape
        {
            return new("", FieldCodes.Characters);
        }

        // No code point of NFC comes from more than 4, or 8 UTF-16 units. Asked first: sorting a long row of combining marks,
        // as normalisation does, takes time that grows with the square of its length.
        if (text.Length > longest * 8L)
            return new("", FieldCodes.TooLong);
        if (text.EnumerateRunes().Any(rune => IsHarmful(rune) && !(isMultiline && rune.Value is '\n' or '\r')))
            return new("", FieldCodes.Characters);
        return new(text.Normalize(NormalizationForm.FormC), null);
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        || (rune.Value & 0xFFFE) == 0xFFFE // no characters, in no plane
        || rune.Value is >= 0xFDD0 and <= 0xFDEF
        || (rune.IsBmp && Directions.Contains((char)rune.Value));

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
