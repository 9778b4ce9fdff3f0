namespace Ozg.Core.Forms;

/// <summary>International bank account numbers (ISO 13616); spaces between the groups are taken.</summary>
internal static class Iban
{
    public static bool IsValid(string text)
    {
        var iban = text.Replace(" ", "", StringComparison.Ordinal);
        if (iban.Length is < 15 or > 34 || !iban.All(sign => char.IsAsciiDigit(sign) || char.IsAsciiLetterUpper(sign)))
            return false;
        if (!char.IsAsciiLetter(iban[0]) || !char.IsAsciiLetter(iban[1]) || !char.IsAsciiDigit(iban[2]) || !char.IsAsciiDigit(iban[3]))
            return false;

        // ISO 7064 mod 97-10 over the rearranged number, letters counting 10 to 35.
        var remainder = 0;
        foreach (var sign in iban[4..] + iban[..4])
            remainder = (char.IsAsciiDigit(sign) ? (remainder * 10) + (sign - '0') : (remainder * 100) + (sign - 'A' + 10)) % 97;
        return remainder == 1;
    }
}
