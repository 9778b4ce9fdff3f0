using System.Globalization;
using System.Text.Json;

namespace Ozg.Core.Forms;

/// <summary>Reads JSON numbers without rounding: <c>1.0</c> and <c>1e0</c> are whole, <c>1e-40</c> is not 0.</summary>
internal static class ExactNumber
{
    private const int Digits = 28; // what decimal keeps

    /// <returns>False: the number has more digits than are kept.</returns>
    public static bool TryRead(JsonElement number, out decimal value, out bool isWhole)
    {
        (value, isWhole) = (0, false);
        var raw = number.GetRawText();
        if (raw.Length > 64)
            return false;

        var mantissa = raw.Split('e', 'E');
        if (mantissa.Length == 2 && !int.TryParse(mantissa[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return false;

        var point = mantissa[0].IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa[0].Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
            return isWhole = true;

        long exponent = mantissa.Length == 2 ? int.Parse(mantissa[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var scale = exponent - (point < 0 ? 0 : mantissa[0].Length - point - 1) + (digits.Length - significant.Length);
        if (significant.Length > Digits || significant.Length + scale > Digits || scale < -Digits)
            return false;

        value = decimal.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        isWhole = scale >= 0;
        return true;
    }
}
