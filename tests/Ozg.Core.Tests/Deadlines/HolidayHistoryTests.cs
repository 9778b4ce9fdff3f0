using Ozg.Core.Deadlines;

namespace Ozg.Core.Tests.Deadlines;

/// <summary>Holidays came, and some came once.</summary>
public sealed class HolidayHistoryTests
{
    [Fact]
    public void The_Reformation_day_of_2017_was_kept_everywhere() =>
        Assert.All(Enum.GetValues<Land>(), land => Assert.Equal("reformation-day", IdOn("2017-10-31", land)));

    [Theory]
    [InlineData(Land.Hamburg, "10-31", "reformation-day", 2017)]
    [InlineData(Land.Bremen, "10-31", "reformation-day", 2017)]
    [InlineData(Land.Niedersachsen, "10-31", "reformation-day", 2017)]
    [InlineData(Land.SchleswigHolstein, "10-31", "reformation-day", 2017)]
    [InlineData(Land.Berlin, "03-08", "womens-day", 2019)]
    [InlineData(Land.MecklenburgVorpommern, "03-08", "womens-day", 2023)]
    [InlineData(Land.Thueringen, "09-20", "childrens-day", 2019)]
    public void A_new_holiday_is_kept_from_its_first_year_on(Land land, string day, string id, int first)
    {
        Assert.Null(IdOn($"{first - 1}-{day}", land));
        Assert.All(Enumerable.Range(first, 10), year => Assert.Equal(id, IdOn($"{year}-{day}", land)));
    }

    [Theory]
    [InlineData(2020, true)]
    [InlineData(2021, false)]
    [InlineData(2024, false)]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void The_eighth_of_May_was_a_holiday_twice_and_in_Berlin_only(int year, bool kept)
    {
        Assert.Equal(kept ? "liberation-day" : null, IdOn($"{year}-05-08", Land.Berlin));
        Assert.All(Enum.GetValues<Land>().Except([Land.Berlin]), land => Assert.Null(IdOn($"{year}-05-08", land)));
    }

    [Fact]
    public void Berlin_keeps_the_anniversary_of_the_uprising_once()
    {
        Assert.Equal("uprising-day", IdOn("2028-06-17", Land.Berlin));
        Assert.Null(IdOn("2029-06-17", Land.Berlin));
    }

    [Fact]
    public void Years_whose_laws_are_not_known_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ArrangeCalendar.Hessen.HolidayOn(new(1994, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArrangeCalendar.Hessen.HolidaysIn(1994));
    }

    private static string? IdOn(string day, Land land) => LegalCalendar.For(land).HolidayOn(ArrangeCalendar.Day(day))?.Id;
}
