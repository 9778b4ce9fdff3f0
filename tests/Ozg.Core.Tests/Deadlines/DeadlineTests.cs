using System.Text.Json;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class DeadlineTests
{
    // Winter, summer, the days on which clocks change, and the last of the year.
    [Theory]
    [InlineData("2026-12-07", "2026-12-08T00:00:00+01:00")]
    [InlineData("2026-06-05", "2026-06-06T00:00:00+02:00")]
    [InlineData("2026-03-28", "2026-03-29T00:00:00+01:00")]
    [InlineData("2026-03-29", "2026-03-30T00:00:00+02:00")]
    [InlineData("2026-10-24", "2026-10-25T00:00:00+02:00")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00+01:00")]
    [InlineData("2026-12-31", "2027-01-01T00:00:00+01:00")]
    public void A_day_ends_at_midnight_in_Germany(string day, string end)
    {
        var moment = LegalTime.EndOf(Day(day));

        Assert.Equal(DateTimeOffset.Parse(end, null), moment);
        Assert.Equal(Day(day), LegalTime.DayOf(moment.AddTicks(-1)));
        Assert.Equal(Day(day).AddDays(1), LegalTime.DayOf(moment));
    }

    [Fact]
    public void It_is_stored_as_json_with_its_reasoning() =>
        Assert.All(ReasoningSamples.Deadlines, deadline => AssertSurvives(deadline, found => (found.Day, found.PassesAt), found => found.Reasoning));

    [Fact]
    public void So_is_how_a_decision_was_served() =>
        Assert.All(ReasoningSamples.Services, service => AssertSurvives(service, found => found.GetType(), found => found.Reasoning));

    [Fact]
    public void Reasoning_that_leads_elsewhere_is_refused()
    {
        var found = DeadlineRules.On(new(2026, 6, 5), Stays, Hessen);

        Assert.Throws<ArgumentException>(() => new Deadline(found.Day.AddDays(1), LegalTime.EndOf(found.Day.AddDays(1)), found.Reasoning));
        Assert.Throws<ArgumentException>(() => new Deadline(found.Day, LegalTime.EndOf(found.Day.AddDays(1)), found.Reasoning));
        Assert.Throws<ArgumentException>(() => new Deadline(found.Day, found.PassesAt, []));
        Assert.Throws<ArgumentException>(() => new Service.Served([]));
    }

    private static void AssertSurvives<T>(T stored, Func<T, object> facts, Func<T, IReadOnlyList<ReasoningStep>> reasoning)
    {
        var found = JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(stored, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

        Assert.Equal(facts(stored), facts(found));
        Assert.Equal(reasoning(stored), reasoning(found));
    }
}
