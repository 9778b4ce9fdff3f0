using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

public sealed class PaymentTests
{
    [Fact]
    public void The_case_waits_for_the_money_and_shows_where_to_pay()
    {
        var play = Pay(cents: 3070);

        Assert.Equal((CaseStatus.AwaitingPayment, 3070), (play.Case.Status, Assert.Single(play.Case.Payments).Cents));
        Assert.NotNull(play.Case.Payments[0].Page);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void What_costs_nothing_is_not_paid(long cents) => Assert.Equal(CaseStatus.Completed, Pay(cents).Case.Status);

    [Fact]
    public void What_no_platform_takes_goes_on_an_invoice()
    {
        var play = Pay(cents: 100_000_000);

        Assert.Equal(CaseStatus.Completed, play.Case.Status);
        Assert.True(play.Case.Facts.Conditions[Conditions.Invoice]);
    }

    [Fact]
    public void The_platform_is_asked_until_the_money_is_booked()
    {
        var play = Pay().Wait(days: 1);
        Assert.Equal(CaseStatus.AwaitingPayment, play.Case.Status);
        Assert.InRange(play.Effects.OfType<Effect.AskPayment>().Count(), 10, 20); // soon at first, then every four hours

        play.Payment = PaymentStatus.Booked;

        Assert.Equal(CaseStatus.Completed, play.Wait(days: 1).Case.Status);
    }

    [Fact]
    public void Whoever_comes_back_from_the_payment_page_is_not_kept_waiting()
    {
        var play = Pay().Wait(days: 1); // by now the platform is asked every four hours
        play.Payment = PaymentStatus.Booked;

        ComeBack(play);

        Assert.Equal(CaseStatus.Completed, play.WaitFor(TimeSpan.FromSeconds(1)).Case.Status);
    }

    [Fact]
    public void Nobody_loses_the_days_to_pay_to_a_platform_that_is_down()
    {
        var play = StartUnder(Regime.Vwvfg, PayOnly, Fee(1000), hold: typeof(Effect.RequestPayment)).Wait(days: 20);

        play.Release();
        Assert.Equal(CaseStatus.AwaitingPayment, play.Wait(days: 13).Case.Status);

        Assert.Equal(CaseStatus.Rejected, play.Wait(days: 3).Case.Status); // 27.12. is a Sunday
    }

    [Fact]
    public void Who_comes_back_before_the_money_is_booked_is_looked_after_as_at_first()
    {
        var play = ComeBack(Pay().Wait(days: 1));
        play.WaitFor(TimeSpan.FromSeconds(1)).Payment = PaymentStatus.Booked;

        Assert.Equal(CaseStatus.Completed, play.WaitFor(TimeSpan.FromMinutes(1)).Case.Status);
    }

    [Fact]
    public void Coming_back_again_and_again_makes_nobody_ask_more_often_than_at_first()
    {
        var play = Pay().Wait(days: 1);
        var before = play.Effects.OfType<Effect.AskPayment>().Count();

        for (var second = 0; second < 60; second++)
            ComeBack(play).WaitFor(TimeSpan.FromSeconds(1));

        Assert.InRange(play.Effects.OfType<Effect.AskPayment>().Count() - before, 1, 5);
    }

    [Fact]
    public void Coming_back_twice_at_once_counts_once()
    {
        var play = ComeBack(Pay().Wait(days: 1));
        var before = play.Case;

        play.Then(now => new CaseEvent.BackFromPayment(before.Payments[0].Transaction!, 0) { At = now });

        Assert.Same(before, play.Case);
    }

    [Fact]
    public void A_return_is_heeded_some_dozen_times_and_not_while_the_platform_is_asked_anyway()
    {
        var play = Pay().Wait(days: 1);
        var payment = play.Case.Payments[0];

        Assert.True(payment.HeedsComeBack(play.Now));
        Assert.False((payment with { AskAt = null }).HeedsComeBack(play.Now));
        Assert.False((payment with { AskAt = play.Now.AddSeconds(10) }).HeedsComeBack(play.Now));
        Assert.False((payment with { ComeBacks = 50 }).HeedsComeBack(play.Now));
    }

    [Theory]
    [InlineData(PaymentStatus.Failed)]
    [InlineData(PaymentStatus.Canceled)]
    public void A_payment_that_did_not_work_can_be_tried_again(PaymentStatus status)
    {
        var play = Pay();
        play.Payment = status;
        play.Wait(days: 1);
        play.Payment = PaymentStatus.Booked;

        Assert.True(Assert.Single(play.Case.Payments).Attempt > 1);
        Assert.Equal(CaseStatus.Completed, play.Wait(days: 1).Case.Status);
    }

    [Fact]
    public void What_is_not_paid_in_time_is_rejected_as_unpaid()
    {
        var play = Pay().Wait(days: 16);

        Assert.Equal(CaseStatus.Rejected, play.Case.Status);
        Assert.Equal(["unpaid.txt"], play.Case.Documents);
    }

    [Fact]
    public void Money_that_comes_at_the_last_moment_counts()
    {
        var play = Pay().Wait(days: 14);
        play.Payment = PaymentStatus.Booked;

        Assert.Equal(CaseStatus.Completed, play.Wait(days: 2).Case.Status);
    }

    [Fact]
    public void An_answer_about_another_transaction_changes_nothing()
    {
        var play = Pay();
        var before = play.Case;

        play.Then(now => new CaseEvent.PaymentSeen("pay", "another", PaymentStatus.Booked) { At = now });

        Assert.Same(before, play.Case);
    }

    [Fact]
    public void The_applicant_can_withdraw_instead_of_paying() => Assert.Equal(CaseStatus.Withdrawn, Pay().Withdraw().Case.Status);

    private static Play ComeBack(Play play) =>
        play.Then(now => new CaseEvent.BackFromPayment(play.Case.Payments[0].Transaction!, play.Case.Payments[0].ComeBacks) { At = now });

    private static readonly Step[] PayOnly =
    [
        new Step.Check { Id = "check" },
        new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14 },
        new Step.Issue { Id = "refuse", On = Verdict.Rejected, When = Conditions.Unpaid, Document = "unpaid" },
    ];

    private static Play Pay(long cents = 1000) => Start(PayOnly, Fee(cents));

    private static Facts Fee(long cents) => Facts.None with { Amounts = new Dictionary<string, long> { ["fee"] = cents } };
}
