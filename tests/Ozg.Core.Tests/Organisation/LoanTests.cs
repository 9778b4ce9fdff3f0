using Ozg.Core.Cases;
using Ozg.Core.Organisation;
using Ozg.Core.Processes;
using Ozg.Core.Tests.Cases;

namespace Ozg.Core.Tests.Organisation;

/// <summary>When a loan holds, and what it covers.</summary>
public sealed class LoanTests
{
    private static readonly Loan Queue = new("1", Play.Id.Kommune, new("06432007"), "amt", null, new(2026, 11, 23), new(2026, 11, 24), "Urlaub", new("lotte"), Play.Noon);

    private static readonly OpenTask Task = Play.Start([new Step.Approve { Id = "assess", Group = "amt", DueInWorkingDays = 10 }]).Task;

    [Theory]
    [InlineData("2026-11-22T22:59:59Z", false)]
    [InlineData("2026-11-22T23:00:00Z", true)]
    [InlineData("2026-11-24T22:59:59Z", true)]
    [InlineData("2026-11-24T23:00:00Z", false)]
    public void A_loan_holds_on_its_days_as_German_clocks_count_them(string moment, bool holds) =>
        Assert.Equal(holds, Queue.HoldsAt(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_loan_that_is_ended_does_not_hold_any_more()
    {
        var ended = Queue with { EndedAt = Play.Noon.AddHours(1) };

        Assert.True(ended.HoldsAt(Play.Noon));
        Assert.False(ended.HoldsAt(Play.Noon.AddHours(1)));
    }

    [Fact]
    public void A_loan_covers_the_group_or_the_case_that_it_names()
    {
        Assert.True(Queue.Covers(Task));
        Assert.True((Queue with { Group = "leitung" }).Covers(Task with { EscalatedTo = "leitung" }));
        Assert.True((Queue with { Group = null, Application = Play.Id }).Covers(Task));
        Assert.False((Queue with { Group = "leitung" }).Covers(Task));
        Assert.False((Queue with { Group = null, Application = CaseId.Derive(Play.Id.Kommune, "x", "y") }).Covers(Task));
    }

    [Fact]
    public void What_lies_at_the_lenders_desk_for_others_is_not_its_to_lend()
    {
        Assert.False(Queue.Covers(Task with { Partner = Queue.Lender }));
        Assert.False((Queue with { Lender = new("06432001") }).Covers(Task));
    }
}
