using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

/// <summary>Cases worked out by hand for Hessen.</summary>
public sealed class WorkedCaseTests
{
    // As Hessen's law said before it followed the Bund, and may have said later than that.
    private static readonly ServiceFictions ThreeDays = ServiceFictions.Hessen.With(
        new ServiceFiction(Regime.Vwvfg, ServiceChannel.Post, new(2025, 1, 1), 3, Moves: false, "§ 41 Abs. 2 Satz 1 HVwVfG"));

    [Fact]
    public void A_dog_taken_in_a_week_before_Christmas_is_registered_by_the_first_Monday() =>
        Assert.Equal(new(2027, 1, 4), DeadlineRules.After(new(2026, 12, 18), Period.Weeks(2), EndShift.Ao, Hessen).Day);

    [Fact]
    public void A_trade_notice_of_the_week_before_Whitsun_is_answered_on_Tuesday() =>
        Assert.Equal(new(2026, 5, 26), DeadlineRules.After(new(2026, 5, 21), Period.Days(3), EndShift.Vwvfg, Hessen).Day);

    [Fact]
    public void Three_months_from_the_end_of_November_end_on_the_first_of_March() =>
        Assert.Equal(new(2027, 3, 1), new DeemedApproval { CompleteOn = new(2026, 11, 30), End = EndShift.Vwvfg }.In(Hessen).Day);

    [Fact]
    public void Posted_on_a_Wednesday_and_made_known_on_the_third_day() =>
        Assert.Equal(new(2026, 12, 7), ObjectionTo(new(2026, 11, 4), Regime.Vwvfg, ThreeDays).Day);

    [Fact]
    public void Posted_on_a_Wednesday_and_made_known_on_the_fourth_day_a_Sunday() =>
        Assert.Equal(new(2026, 12, 8), ObjectionTo(new(2026, 11, 4), Regime.Vwvfg, ServiceFictions.Hessen).Day);

    [Fact]
    public void Posted_on_a_Wednesday_under_the_AO_which_moves_the_Sunday() =>
        Assert.Equal(new(2026, 12, 9), ObjectionTo(new(2026, 11, 4), Regime.Ao, ServiceFictions.Hessen).Day);

    [Fact]
    public void Posted_before_Christmas_under_the_AO() =>
        Assert.Equal(new(2027, 1, 28), ObjectionTo(new(2026, 12, 21), Regime.Ao, ServiceFictions.Hessen).Day);

    [Fact]
    public void Made_known_at_the_end_of_January_in_a_leap_year()
    {
        var served = Served(new Dispatch.Proven(new(2028, 1, 31), "§ 3 VwZG"), Regime.Vwvfg, ServiceFictions.Hessen);

        Assert.Equal(new(2028, 2, 29), AppealRules.Until(served, Remedy.Objection, informed: true, Hessen).Day);
    }

    private static Deadline ObjectionTo(DateOnly posted, Regime regime, ServiceFictions fictions) =>
        AppealRules.Until(Served(new Dispatch.Post(posted), regime, fictions), Remedy.Objection, informed: true, Hessen);

    private static Service.Served Served(Dispatch dispatch, Regime regime, ServiceFictions fictions) =>
        Assert.IsType<Service.Served>(ServiceRules.Of(dispatch, new Receipt.Unknown(), regime, fictions, Hessen));
}
