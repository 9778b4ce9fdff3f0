using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class AppealTests
{
    private static readonly Service.Served Served = new([new(ReasonCode.ProvenService, new(2026, 11, 9), "§ 3 VwZG")]);

    [Theory]
    [InlineData(Remedy.Objection)]
    [InlineData(Remedy.CourtAction)]
    public void There_is_a_month_and_a_year_without_right_information(Remedy remedy)
    {
        Assert.Equal(new(2026, 12, 9), AppealRules.Until(Served, remedy, informed: true, Hessen).Day);
        Assert.Equal(new(2027, 11, 9), AppealRules.Until(Served, remedy, informed: false, Hessen).Day);
    }

    [Fact]
    public void The_reasoning_begins_with_how_it_was_served_and_names_both_laws()
    {
        var sources = AppealRules.Until(Served, Remedy.CourtAction, informed: false, Hessen).Reasoning.Select(step => step.Source);

        Assert.Equal(["§ 3 VwZG", "§ 74 VwGO", "§ 58 Abs. 2 VwGO", "§ 187 Abs. 1 BGB", "§ 188 Abs. 2 BGB"], sources);
    }

    [Theory]
    [InlineData(Remedy.Objection, "§ 31 Abs. 3 Satz 1 VwVfG")]
    [InlineData(Remedy.CourtAction, "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO")]
    public void An_end_on_a_Sunday_moves_by_the_rule_of_the_remedy(Remedy remedy, string source)
    {
        var served = new Service.Served([new(ReasonCode.ProvenService, new(2026, 11, 13), "§ 3 VwZG")]);

        var deadline = AppealRules.Until(served, remedy, informed: true, Hessen);

        Assert.Equal((new DateOnly(2026, 12, 14), source), (deadline.Day, deadline.Reasoning[^1].Source));
    }

    [Fact]
    public void A_period_set_by_the_authority_runs_from_the_day_after_it_was_made_known()
    {
        var deadline = DeadlineRules.SetByAuthority(Served, Period.Weeks(2), EndShift.Vwvfg, Hessen);

        Assert.Equal(new(2026, 11, 23), deadline.Day);
        Assert.Equal(["§ 3 VwZG", "§ 31 Abs. 2 VwVfG", "§ 188 Abs. 2 BGB"], deadline.Reasoning.Select(step => step.Source));
    }
}
