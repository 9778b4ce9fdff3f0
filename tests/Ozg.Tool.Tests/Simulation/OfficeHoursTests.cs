using Ozg.Core.Kommunen;
using Ozg.Tool.Simulation;

namespace Ozg.Tool.Tests.Simulation;

public sealed class OfficeHoursTests : IDisposable
{
    private readonly TestCatalogue _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Theory]
    [InlineData("2026-11-23T10:00", "2026-11-23T14:00", "2026-11-23T12:00")] // open
    [InlineData("2026-11-23T00:00", "2026-11-23T12:00", "2026-11-23T08:00")] // not yet open
    [InlineData("2026-11-23T14:00", "2026-11-25T00:00", "2026-11-24T08:00")] // closed already
    [InlineData("2026-11-27T12:00", "2026-12-01T00:00", "2026-11-30T08:00")] // a weekend
    [InlineData("2026-12-24T12:00", "2026-12-29T00:00", "2026-12-28T08:00")] // Christmas
    [InlineData("2026-11-23T18:00", "2026-11-23T20:00", "2026-11-23T19:00")] // no office hour is left
    public void A_clerk_acts_in_the_middle_of_the_time_if_the_office_is_open(string from, string due, string acts) =>
        Assert.Equal(Moment(acts), new OfficeHours(_catalogue.Offer().Plan).After(Moment(from), Moment(due), 0.5));

    [Fact]
    public void The_day_after_is_an_office_day() =>
        Assert.Equal(Moment("2026-11-30T08:00"), new OfficeHours(_catalogue.Offer().Plan).DayAfter(LegalTime.EndOf(new(2026, 11, 27)).AddTicks(-1)));

    [Theory]
    [InlineData("2026-03-29T01:30", "2026-03-29T00:30Z")] // before clocks go forward
    [InlineData("2026-03-29T03:30", "2026-03-29T01:30Z")] // after it
    [InlineData("2026-10-25T12:00", "2026-10-25T11:00Z")] // after they go back
    [InlineData("2026-11-23", "2026-11-22T23:00Z")]
    public void German_clocks_are_read_on_days_on_which_they_change_too(string local, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), Moment(local));

    private static DateTimeOffset Moment(string text) => GermanTime.TryRead(text, out var moment) ? moment : throw new FormatException(text);
}
