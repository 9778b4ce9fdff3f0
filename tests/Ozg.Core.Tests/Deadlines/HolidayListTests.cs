using Ozg.Core.Deadlines;

namespace Ozg.Core.Tests.Deadlines;

/// <summary>
/// Every Land's holidays of two years. Sources: date-holidays 3.37.0 (npm), whose lists are given here day by day; they agree with
/// kalender-online.com/kalender-2026 and with smart-rechner.de/feiertage (2027, read up to Easter).
/// </summary>
public sealed class HolidayListTests
{
    private const string In2026 = "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26";
    private const string In2027 = "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26";

    [Theory]
    [InlineData(Land.SchleswigHolstein, "10-31", "10-31")]
    [InlineData(Land.Hamburg, "10-31", "10-31")]
    [InlineData(Land.Niedersachsen, "10-31", "10-31")]
    [InlineData(Land.Bremen, "10-31", "10-31")]
    [InlineData(Land.NordrheinWestfalen, "06-04 11-01", "05-27 11-01")]
    [InlineData(Land.Hessen, "06-04", "05-27")]
    [InlineData(Land.RheinlandPfalz, "06-04 11-01", "05-27 11-01")]
    [InlineData(Land.BadenWuerttemberg, "01-06 06-04 11-01", "01-06 05-27 11-01")]
    [InlineData(Land.Bayern, "01-06 06-04 11-01", "01-06 05-27 11-01")]
    [InlineData(Land.Saarland, "06-04 08-15 11-01", "05-27 08-15 11-01")]
    [InlineData(Land.Berlin, "03-08", "03-08")]
    [InlineData(Land.Brandenburg, "04-05 05-24 10-31", "03-28 05-16 10-31")]
    [InlineData(Land.MecklenburgVorpommern, "03-08 10-31", "03-08 10-31")]
    [InlineData(Land.Sachsen, "10-31 11-18", "10-31 11-17")]
    [InlineData(Land.SachsenAnhalt, "01-06 10-31", "01-06 10-31")]
    [InlineData(Land.Thueringen, "09-20 10-31", "09-20 10-31")]
    public void A_land_keeps_the_nine_days_of_all_and_its_own(Land land, string beside2026, string beside2027)
    {
        Assert.Equal(Sorted($"{In2026} {beside2026}"), DaysIn(2026, land));
        Assert.Equal(Sorted($"{In2027} {beside2027}"), DaysIn(2027, land));
    }

    // Computed by hand from § 1 HFeiertagsG: Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag, Fronleichnam.
    [Theory]
    [InlineData(2026, "04-03 04-06 05-14 05-25 06-04")]
    [InlineData(2027, "03-26 03-29 05-06 05-17 05-27")]
    [InlineData(2028, "04-14 04-17 05-25 06-05 06-15")]
    [InlineData(2029, "03-30 04-02 05-10 05-21 05-31")]
    public void Hessen_keeps_five_movable_and_five_fixed_days(int year, string movable) =>
        Assert.Equal(Sorted($"01-01 05-01 10-03 12-25 12-26 {movable}"), DaysIn(year, Land.Hessen));

    [Theory]
    [InlineData("2026-01-06")] // Heilige Drei Könige
    [InlineData("2026-10-31")] // Reformationstag
    [InlineData("2026-11-01")] // Allerheiligen
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void Hessen_does_not_keep(string day) => Assert.Null(ArrangeCalendar.Hessen.HolidayOn(ArrangeCalendar.Day(day)));

    [Fact]
    public void A_holiday_names_its_law()
    {
        Assert.Equal("§ 1 Abs. 1 HFeiertagsG", ArrangeCalendar.Hessen.HolidayOn(new(2026, 6, 4))?.Source);
        Assert.Equal("Art. 2 Abs. 2 EinigVtr", ArrangeCalendar.Hessen.HolidayOn(new(2026, 10, 3))?.Source);
    }

    private static IEnumerable<string> Sorted(string days) => days.Split(' ').Order(StringComparer.Ordinal);

    private static IEnumerable<string> DaysIn(int year, Land land) => LegalCalendar.For(land).HolidaysIn(year).Select(holiday => $"{holiday.Day:MM-dd}");
}
