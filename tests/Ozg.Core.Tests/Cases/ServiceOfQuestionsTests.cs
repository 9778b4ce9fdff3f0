using System.Globalization;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>The applicant's time runs from the day on which the question counts as made known, where the process names its law.</summary>
public sealed class ServiceOfQuestionsTests
{
    [Theory]
    [InlineData(Regime.Vwvfg)]
    [InlineData(Regime.Sonder)]
    public void A_question_of_Monday_counts_as_made_known_on_Friday_and_the_time_to_answer_follows(Regime regime)
    {
        var due = Assert.Single(Begin(regime).Ask(Anna).Case.Requests).Due;

        Assert.Equal(new DateOnly(2026, 12, 11), due.Day); // 23.11. and 4 days are Friday 27.11., and 14 more
        Assert.Equal([ReasonCode.SentFiction, ReasonCode.SetByAuthority, ReasonCode.DaysEnd], due.Reasoning.Select(step => step.Code));
        Assert.Equal(["§ 41 Abs. 2 Satz 2 HVwVfG", "§ 31 Abs. 2 VwVfG", "§ 188 Abs. 1 BGB"], due.Reasoning.Select(step => step.Source));
        Assert.Equal(
            "Das Schreiben wurde am Montag, 23.11.2026, elektronisch abgesandt. Es gilt am 4. Tag danach als bekannt gegeben: Freitag, 27.11.2026.",
            ReasoningText.Of(due.Reasoning[0], CultureInfo.GetCultureInfo("de")));
    }

    [Fact]
    public void A_tax_office_does_not_make_known_on_Christmas_Day()
    {
        var due = Assert.Single(Begin(Regime.Ao).Wait(days: 28).Ask(Anna).Case.Requests).Due; // on Monday, 21 December

        Assert.Equal(new DateOnly(2027, 1, 11), due.Day); // the 25th is a holiday, then comes a weekend: Monday 28.12., and 14 days
        Assert.Equal(["§ 122 Abs. 2a AO", "§ 108 Abs. 2 AO"], due.Reasoning.Where(step => step.Code is ReasonCode.SentFiction or ReasonCode.SetByAuthority).Select(step => step.Source));
    }

    [Fact]
    public void A_hearing_runs_from_then_too() =>
        Assert.Equal(new DateOnly(2026, 12, 11), Assert.Single(Begin(Regime.Vwvfg).Reject(Anna).Case.Requests).Due.Day);

    [Fact]
    public void The_authoritys_own_time_stands_still_from_the_question_itself()
    {
        var play = Begin(Regime.Vwvfg).Wait(days: 2).Ask(Anna);
        Assert.Equal(new DateOnly(2026, 11, 25), play.Task.SuspendedOn);

        Assert.Equal(new DateOnly(2026, 12, 11), play.Wait(days: 5).Supplement("s1").Task.Due.Day); // as without a law
    }

    [Fact]
    public void A_plan_that_names_no_law_keeps_its_dates() =>
        Assert.Equal(new DateOnly(2026, 12, 7), Assert.Single(Start([Approve]).Ask(Anna).Case.Requests).Due.Day);

    private static Play Begin(Regime regime) => StartUnder(regime, [Approve]);

    private static Step.Approve Approve => new() { Id = "assess", Group = "tax", DueInWorkingDays = 10, Hearing = new(14) };
}
