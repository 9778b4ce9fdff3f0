using System.Globalization;

namespace Ozg.Core.Forms;

/// <summary>A day of the calendar, or one that moves with the day on which it is asked for.</summary>
/// <param name="Fixed">Null: counted from today.</param>
/// <param name="Days">Calendar days after today, before it when negative; 0 for a fixed day.</param>
internal readonly record struct DateBound(DateOnly? Fixed, int Days = 0)
{
    /// <summary>Said wherever a bound has another form.</summary>
    public const string Form = "'today', 'today+90d', 'today-14d' or a day such as 1900-01-01";

    private const string Today = "today";
    private const int MostDays = 36_500; // a century

    public DateOnly On(DateOnly today) => Fixed ?? today.AddDays(Days);

    /// <summary>Whether no day can keep both bounds, whatever the day on which they are asked for.</summary>
    public bool IsAlwaysAfter(DateBound other) =>
        (Fixed is null) == (other.Fixed is null) && (Fixed is { } day ? day > other.Fixed : Days > other.Days);

    public static bool TryRead(string text, out DateBound bound)
    {
        bound = default;
        if (TextRules.TryReadDate(text, out var day))
            bound = new(day);
        else if (text != Today && !TryReadDays(text, out bound))
            return false;
        return true;
    }

    private static bool TryReadDays(string text, out DateBound bound)
    {
        bound = default;
        if (!text.StartsWith(Today, StringComparison.Ordinal) || !text.EndsWith('d') || text.Length < Today.Length + 3 || text[Today.Length] is not ('+' or '-'))
            return false;
        if (!int.TryParse(text[(Today.Length + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
            return false;
        bound = new(null, text[Today.Length] == '+' ? days : -days);
        return true;
    }
}
