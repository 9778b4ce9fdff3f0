using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Tests.Deadlines;

public sealed class LegalCalendarTests
{
    private static readonly Holiday StateHoliday = Holiday.Proclaimed(new(2026, 9, 2), new("Tag der Landesverfassung"), "§ 2 HFeiertagsG");

    [Theory]
    [InlineData("06411000", Land.Hessen)]
    [InlineData("064320007007", Land.Hessen)]
    [InlineData("01", Land.SchleswigHolstein)]
    [InlineData("16076004", Land.Thueringen)]
    public void A_key_names_its_land(string key, Land land) => Assert.Equal(land, Lands.Of(key));

    [Theory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("00411000")]
    [InlineData("17411000")]
    [InlineData("AB411000")]
    public void A_key_of_no_land_is_refused(string key) => Assert.Throws<ArgumentException>(() => Lands.Of(key));

    // Crostwitz, Heiligenstadt, München, Augsburg.
    [Theory]
    [InlineData("14625110", RegionalHoliday.CorpusChristi, "2026-06-04")]
    [InlineData("16061045", RegionalHoliday.CorpusChristi, "2026-06-04")]
    [InlineData("09162000", RegionalHoliday.Assumption, "2026-08-15")]
    [InlineData("09761000", RegionalHoliday.PeaceFestival, "2026-08-08")]
    public void A_regional_holiday_is_kept_only_by_a_Kommune_that_says_so(string kommune, RegionalHoliday holiday, string day)
    {
        Assert.Null(LegalCalendar.For(new Ags(kommune)).HolidayOn(ArrangeCalendar.Day(day)));
        Assert.NotNull(LegalCalendar.For(new Ags(kommune), holiday).HolidayOn(ArrangeCalendar.Day(day)));
    }

    [Theory]
    [InlineData("06411000", RegionalHoliday.CorpusChristi)] // Hessen keeps it everywhere
    [InlineData("06411000", RegionalHoliday.Assumption)]
    [InlineData("09162000", RegionalHoliday.PeaceFestival)] // München
    public void A_regional_holiday_that_the_law_does_not_give_is_refused(string kommune, RegionalHoliday holiday) =>
        Assert.Throws<ArgumentException>(() => LegalCalendar.For(new Ags(kommune), holiday));

    [Fact]
    public void A_proclaimed_day_moves_the_end_of_a_period()
    {
        var deadline = DeadlineRules.After(new(2026, 9, 1), Period.Days(1), EndShift.Vwvfg, ArrangeCalendar.Hessen.With(StateHoliday));

        Assert.Equal(new(2026, 9, 3), deadline.Day);
        Assert.Contains(StateHoliday, ArrangeCalendar.Hessen.With(StateHoliday).HolidaysIn(2026));
    }

    [Fact]
    public void A_closing_day_counts_for_office_days_only()
    {
        var christmasEve = new DateOnly(2026, 12, 24);
        var closed = ArrangeCalendar.Hessen.WithClosingDays(christmasEve);
        DateOnly End(Period period) => DeadlineRules.After(christmasEve.AddDays(-1), period, EndShift.Vwvfg, closed).Day;

        Assert.Equal(christmasEve, End(Period.Days(1)));
        Assert.Equal(christmasEve, End(Period.WorkingDays(1)));
        Assert.Equal(new(2026, 12, 28), End(Period.OfficeDays(1)));
        Assert.True(closed.IsWerktag(christmasEve) && closed.IsWorkingDay(christmasEve) && !closed.IsOfficeDay(christmasEve));
    }

    [Fact]
    public void A_Saturday_is_a_Werktag_but_no_working_day()
    {
        var saturday = new DateOnly(2026, 6, 6);

        Assert.True(ArrangeCalendar.Hessen.IsWerktag(saturday));
        Assert.False(ArrangeCalendar.Hessen.IsWorkingDay(saturday));
    }
}
