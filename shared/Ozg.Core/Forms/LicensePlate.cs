using System.Text.RegularExpressions;

namespace Ozg.Core.Forms;

/// <summary>
/// German licence plates as one writes them: <c>DA-XX 1</c>, <c>DI-E 1234 H</c>. Umlauts only in the district's part, which ends
/// with the hyphen; spaces between the parts are taken. Seasons and the district's existence are not looked at.
/// </summary>
internal static partial class LicensePlate
{
    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[A-ZÄÖÜ]{1,3} ?- ?[A-Z]{1,2} ?[0-9]{1,4}( ?[EH])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>Numbers of animals' chips (ISO 11784): 15 digits; spaces between groups are taken.</summary>
internal static class ChipNumber
{
    public static bool IsValid(string text) =>
        text.Length <= 30 && text.All(sign => char.IsAsciiDigit(sign) || sign == ' ') && text.Count(char.IsAsciiDigit) == 15;
}
