using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Functions.Access;

namespace Ozg.Functions.Tests.Organisation;

/// <summary>For which of their Kommunen a helper stands before a task.</summary>
public sealed class HelperTests
{
    private static readonly Ags Lender = new("06411000");
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_helps_from_two_kommunen_acts_for_the_one_to_which_the_task_is_lent()
    {
        var helper = new Clerk(new("vera"), new HashSet<string> { Role.Clerk }, new HashSet<string>()) { Loans = [Lent("06432007", "amt"), Lent("06432001", "leitung")] };

        Assert.Equal("06432007", helper.Before(Task("amt")).Partner?.Value);
        Assert.Equal("06432001", helper.Before(Task("leitung")).Partner?.Value);
        Assert.False(helper.MayKnow(Task("pruefung")));
        Assert.DoesNotContain("pruefung", helper.Before(Task("pruefung")).Groups);
    }

    private static Loan Lent(string to, string group) => new(to, Lender, new(to), group, null, new(2026, 6, 1), new(2026, 6, 30), "Urlaub", new("lotte"), Noon);

    private static OpenTask Task(string group) =>
        new(TaskId.For(CaseId.Derive(Lender, "einfach", "1"), "assess", 1), "assess", group, Noon, DeadlineRules.AfterHours(Noon, 24));
}
