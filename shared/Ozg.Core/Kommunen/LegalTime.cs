namespace Ozg.Core.Kommunen;

/// <summary>The time that counts before a German authority.</summary>
public static class LegalTime
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The calendar day of a moment in Germany (EinhZeitG § 4).</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Germany).DateTime);
}
