using System.Globalization;
using System.Text;

namespace Ozg.Core.Forms;

/// <summary>
/// Names of natural persons, near DIN 91379 (data type A): Latin letters, also those that need combining marks, and the signs
/// that names hold. Takes every letter of the norm and a few neighbours; refuses other scripts, digits, emoji.
/// </summary>
internal static class PersonName
{
    private const string Signs = " ',-.`~¨´·ʹʺʾʿˈˌ’‡"; // the norm's non-letters N1
    private const int MostMarks = 3; // the norm's longest sequence has two

    /// <param name="name">In NFC.</param>
    public static bool IsValid(string name)
    {
        var marks = MostMarks;
        var hasLetter = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsLatinLetter(rune))
                (marks, hasLetter) = (0, true);
            else if (rune.Value is >= 0x300 and <= 0x36F && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && marks < MostMarks)
                marks++;
            else if (rune.IsBmp && Signs.Contains((char)rune.Value, StringComparison.Ordinal))
                marks = MostMarks; // a sign carries no mark
            else
                return false;
        }

        return hasLetter;
    }

    private static bool IsLatinLetter(Rune rune) =>
        Rune.IsLetter(rune)
        && rune.Value is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7) or 'ə' or 'ɨ' or 'ʒ' or (>= 0x1E00 and <= 0x1EFF);
}
