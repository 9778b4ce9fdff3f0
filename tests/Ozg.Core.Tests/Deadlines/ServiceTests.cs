using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class ServiceTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 4);

    // Sent on the last day of 2024 or the first working day of 2025 (Thursday the 2nd); Monday is the 6th.
    [Theory]
    [InlineData(Regime.Vwvfg, "2024-12-31", "2025-01-03")]
    [InlineData(Regime.Vwvfg, "2025-01-01", "2025-01-05")]
    [InlineData(Regime.Vwvfg, "2025-01-02", "2025-01-06")]
    [InlineData(Regime.Ao, "2024-12-31", "2025-01-03")]
    [InlineData(Regime.Ao, "2025-01-01", "2025-01-06")]
    public void Since_2025_the_fourth_day_counts_and_the_day_of_sending_decides(Regime regime, string sent, string served)
    {
        Assert.Equal(Day(served), DayOf(new Dispatch.Post(Day(sent)), regime: regime, fictions: ServiceFictions.Bund));
        Assert.Equal(Day(served), DayOf(new Dispatch.Electronic(Day(sent)), regime: regime, fictions: ServiceFictions.Bund));
        Assert.Equal(Day(served), DayOf(new Dispatch.Mailbox(Day(sent)), regime: regime, fictions: ServiceFictions.Bund));
    }

    [Fact]
    public void The_fiction_of_the_AO_follows_the_holidays_where_the_decision_arrives()
    {
        var sent = new Dispatch.Post(new(2026, 10, 28)); // the fourth day is Sunday, 1 November, Monday the 2nd everywhere
        var epiphany = new Dispatch.Post(new(2027, 1, 2)); // the fourth day is Wednesday, 6 January

        Assert.Equal(new(2026, 11, 2), DayOf(sent, regime: Regime.Ao));
        Assert.Equal(new(2027, 1, 6), DayOf(epiphany, regime: Regime.Ao));
        Assert.Equal(new(2027, 1, 7), DayOf(epiphany, regime: Regime.Ao, at: LegalCalendar.For(Land.Bayern)));
    }

    [Theory]
    [InlineData("2026-11-06", "2026-11-08")] // earlier: the fiction stays
    [InlineData("2026-11-08", "2026-11-08")]
    [InlineData("2026-11-11", "2026-11-11")] // later: the day of arrival
    [InlineData("2026-11-14", "2026-11-14")] // also on a Saturday
    public void A_proven_arrival_counts_only_when_it_is_later(string arrived, string served) =>
        Assert.Equal(Day(served), DayOf(new Dispatch.Post(Wednesday), new Receipt.On(Day(arrived))));

    [Fact]
    public void An_arrival_on_the_day_of_the_fiction_adds_nothing() =>
        Assert.Equal(ReasonCode.PostedFiction, Assert.Single(Of(new Dispatch.Post(Wednesday), new Receipt.On(new(2026, 11, 8))).Reasoning).Code);

    [Fact]
    public void An_arrival_on_the_weekend_to_which_the_AO_moves_the_fiction_is_not_later() =>
        Assert.Equal(new(2026, 11, 9), DayOf(new Dispatch.Post(Wednesday), new Receipt.On(new(2026, 11, 8)), Regime.Ao));

    [Fact]
    public void What_never_arrived_is_not_served()
    {
        Assert.IsType<Service.NotServed>(Of(new Dispatch.Post(Wednesday), new Receipt.Never()));
        Assert.IsType<Service.NotServed>(Of(new Dispatch.Electronic(Wednesday), new Receipt.Never()));
    }

    [Fact]
    public void From_the_portal_it_is_served_the_day_after_it_was_fetched() =>
        Assert.Equal(new(2026, 11, 15), DayOf(new Dispatch.Portal(Wednesday), new Receipt.On(new(2026, 11, 14))));

    [Fact]
    public void On_the_portal_it_waits_ten_days_and_then_has_to_be_sent_again()
    {
        Assert.Equal(new(2026, 11, 14), Assert.IsType<Service.Open>(Of(new Dispatch.Portal(Wednesday), new Receipt.Unknown())).Until);
        Assert.IsType<Service.NotServed>(Of(new Dispatch.Portal(Wednesday), new Receipt.Never()));
        Assert.IsType<Service.NotServed>(Of(new Dispatch.Portal(Wednesday), new Receipt.On(new(2026, 11, 15))));
    }

    [Fact]
    public void The_AO_has_no_portal() => Assert.Throws<ArgumentException>(() => Of(new Dispatch.Portal(Wednesday), new Receipt.Unknown(), Regime.Ao));

    [Fact]
    public void In_the_mailbox_neither_fetching_nor_not_fetching_changes_the_day() =>
        Assert.All<Receipt>(
            [new Receipt.Unknown(), new Receipt.Never(), new Receipt.On(Wednesday), new Receipt.On(Wednesday.AddDays(20))],
            receipt => Assert.Equal(new(2026, 11, 8), DayOf(new Dispatch.Mailbox(Wednesday), receipt)));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", ReasonCode.FirstRetrieval)]
    [InlineData("2026-11-24", "2026-11-24", ReasonCode.PostedFiction)]
    [InlineData("2026-11-30", "2026-11-24", ReasonCode.PostedFiction)]
    public void Fetching_it_before_it_is_made_known_again_counts(string fetched, string served, ReasonCode because)
    {
        var again = Of(new Dispatch.Post(new(2026, 11, 20)));

        var found = Assert.IsType<Service.Served>(ServiceRules.Renewed(Day(fetched), again));

        Assert.Equal((Day(served), because), (found.Day, found.Reasoning[^1].Code));
    }

    [Fact]
    public void Fetching_it_counts_when_making_it_known_again_failed()
    {
        var again = Of(new Dispatch.Post(new(2026, 11, 20)), new Receipt.Never());

        Assert.Equal(new(2026, 11, 30), Assert.IsType<Service.Served>(ServiceRules.Renewed(new(2026, 11, 30), again)).Day);
    }

    [Fact]
    public void With_proof_nothing_is_presumed() => Assert.Equal(Wednesday, DayOf(new Dispatch.Proven(Wednesday, "§ 3 VwZG")));

    [Fact]
    public void A_special_law_without_a_fiction_leaves_it_to_the_VwVfG() =>
        Assert.Equal(DayOf(new Dispatch.Post(Wednesday)), DayOf(new Dispatch.Post(Wednesday), regime: Regime.Sonder));

    [Fact]
    public void A_special_law_with_a_fiction_of_its_own_uses_it()
    {
        var own = ServiceFictions.Hessen.With(new ServiceFiction(Regime.Sonder, ServiceChannel.Post, DateOnly.MinValue, 7, Moves: false, "§ 99 Mustergesetz"));

        Assert.Equal(new(2026, 11, 11), DayOf(new Dispatch.Post(Wednesday), regime: Regime.Sonder, fictions: own));
    }

    [Fact]
    public void Without_any_fiction_there_is_no_guess() =>
        Assert.Throws<InvalidOperationException>(() => Of(new Dispatch.Post(Wednesday), fictions: new([])));

    [Fact]
    public void What_is_assumed_for_Hessen_says_so_and_federal_law_does_not()
    {
        Assert.True(Of(new Dispatch.Post(Wednesday)).Reasoning[0].Assumed);
        Assert.False(Of(new Dispatch.Post(Wednesday), fictions: ServiceFictions.Bund).Reasoning[0].Assumed);
        Assert.False(Of(new Dispatch.Post(new(2024, 6, 3))).Reasoning[0].Assumed);
    }

    private static DateOnly DayOf(Dispatch dispatch, Receipt? receipt = null, Regime regime = Regime.Vwvfg, ServiceFictions? fictions = null, LegalCalendar? at = null) =>
        Assert.IsType<Service.Served>(Of(dispatch, receipt, regime, fictions, at)).Day;

    private static Service Of(Dispatch dispatch, Receipt? receipt = null, Regime regime = Regime.Vwvfg, ServiceFictions? fictions = null, LegalCalendar? at = null) =>
        ServiceRules.Of(dispatch, receipt ?? new Receipt.Unknown(), regime, fictions ?? ServiceFictions.Hessen, at ?? Hessen);
}
