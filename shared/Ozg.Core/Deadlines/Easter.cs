namespace Ozg.Core.Deadlines;

/// <summary>Easter Sunday, from which the movable holidays are counted.</summary>
internal static class Easter
{
    /// <summary>The Gregorian Easter Sunday of a year by the anonymous algorithm that Butcher printed (1876); no exceptions, no table.</summary>
    public static DateOnly SundayOf(int year)
    {
        int golden = year % 19, century = year / 100, ofCentury = year % 100;
        var moon = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - moon + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var sum = epact + weekday - 7 * late + 114;
        return new(year, sum / 31, sum % 31 + 1);
    }
}
