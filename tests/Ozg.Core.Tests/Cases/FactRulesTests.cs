using System.Text.Json;
using Ozg.Core.Expressions;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>A check answers what the plan asks of an application.</summary>
public sealed class FactRulesTests
{
    private static readonly Plan Plan = new(
        new("06411000"), "Musterstadt", "Der Magistrat", "test", new([new Step.Check { Id = "check" }]), new Dictionary<string, string> { ["viel"] = "menge > 10" }, new Dictionary<string, string>())
    {
        Amounts = new Dictionary<string, string> { ["gebuehr"] = "menge * 1.005" },
        Dates = new Dictionary<string, string> { ["beginn"] = "addDays(received, 1)" },
    };

    private static readonly Dictionary<string, bool> Nothing = [];

    [Fact]
    public void Conditions_amounts_in_cents_and_dates_are_answered()
    {
        var facts = FactRules.Of(Plan, Scope("""{"menge":11}"""), Nothing);

        Assert.True(facts.Conditions["viel"]);
        Assert.Equal(1106, facts.Amounts["gebuehr"]); // 11.055 euros, half a cent rounded up
        Assert.Equal(new DateOnly(2026, 3, 1), facts.Dates["beginn"]);
    }

    [Fact]
    public void The_register_answers_further_conditions()
    {
        var facts = FactRules.Of(Plan, Scope("""{"menge":1}"""), new Dictionary<string, bool> { ["wohnt-hier"] = true });

        Assert.True(facts.Conditions["wohnt-hier"]);
        Assert.False(facts.Conditions["viel"]);
    }

    [Fact]
    public void What_has_no_answer_stops_the_check_and_is_named()
    {
        var broken = Plan with { Amounts = new Dictionary<string, string> { ["gebuehr"] = "1 / menge" } };

        Assert.Contains("gebuehr", Assert.Throws<InvalidOperationException>(() => FactRules.Of(broken, Scope("""{"menge":0}"""), Nothing)).Message, StringComparison.Ordinal);
    }

    private static Scope Scope(string application)
    {
        using var document = JsonDocument.Parse(application);
        return new(document.RootElement.Clone(), new(2026, 2, 28), [], Plan.Calendar);
    }
}
