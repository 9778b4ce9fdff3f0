namespace Ozg.Core.Kommunen;

/// <summary>The time that counts before a German authority.</summary>
public static class LegalTime
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The calendar day of a moment in Germany (EinhZeitG § 4).</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(ClockOf(moment).DateTime);

    /// <summary>A moment as German clocks show it; the same instant.</summary>
    public static DateTimeOffset ClockOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Germany);

    /// <summary>
    /// 24:00 of a day in Germany, which is 0:00 of the next; 23, 24 or 25 hours after its beginning. Clocks change at 2 or 3 o'clock, so
    /// that there is exactly one such moment.
    /// </summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(midnight, Germany.GetUtcOffset(midnight));
    }
}
