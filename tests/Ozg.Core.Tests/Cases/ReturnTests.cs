using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>A case that ends without being granted gives back what it took.</summary>
public sealed class ReturnTests
{
    [Fact]
    public void Who_withdraws_and_then_pays_on_the_page_that_is_still_open_gets_the_money_back()
    {
        var play = PayFirst().Withdraw();
        Assert.Equal((CaseStatus.Withdrawn, false), (play.Case.Status, play.Case.IsOver));
        play.Payment = PaymentStatus.Booked;

        play.Wait(days: 1);

        Assert.Equal(new RefundOrder("pay#1", 1000, RefundReason.Withdrawn), Assert.Single(play.Effects.OfType<Effect.Refund>()).Order);
        Assert.Equal(new OpenReturn.Refund("pay", "pay#1", 1000) { Ordered = true }, Assert.Single(play.Case.Returns));
        Assert.True(Acknowledged(play).Case is { IsOver: true, Status: CaseStatus.Withdrawn });
    }

    [Fact]
    public void Who_withdraws_after_paying_gets_the_money_back_at_once()
    {
        var play = Paid().Withdraw();

        Assert.Equal(("treasury", RefundReason.Withdrawn), (Refund(play).Target, Refund(play).Order.Reason));
        Assert.Null(play.Case.Deadline); // nothing is asked any more
    }

    [Fact]
    public void Who_is_rejected_after_paying_gets_the_money_back_when_the_case_ends()
    {
        var play = Paid().Reject(Anna);

        Assert.Equal((CaseStatus.Rejected, RefundReason.Rejected), (play.Case.Status, Refund(play).Order.Reason));
    }

    [Fact]
    public void Who_pays_after_the_due_date_gets_the_money_back()
    {
        var play = PayFirst().Wait(days: 16);
        Assert.Equal((CaseStatus.Rejected, false), (play.Case.Status, play.Case.IsOver));
        play.Payment = PaymentStatus.Booked;

        Assert.Equal(RefundReason.Unpaid, Refund(play.Wait(days: 2)).Order.Reason);
    }

    [Fact]
    public void What_is_granted_is_not_given_back()
    {
        var play = Paid().Approve(Anna);

        Assert.True(play.Case is { Status: CaseStatus.Completed, IsOver: true });
        Assert.Empty(play.Effects.OfType<Effect.Refund>());
    }

    [Fact]
    public void The_platform_is_asked_seldom_and_for_thirty_days()
    {
        var play = PayFirst().Withdraw();
        var asked = play.Effects.OfType<Effect.AskPayment>().Count();

        play.Wait(days: 29);
        Assert.False(play.Case.IsOver);
        play.Wait(days: 1);

        Assert.True(play.Case.IsOver);
        Assert.InRange(play.Effects.OfType<Effect.AskPayment>().Count() - asked, 30, 50);
        Assert.Empty(play.Effects.OfType<Effect.Refund>());
    }

    [Fact]
    public void Who_comes_back_from_the_page_after_the_end_is_asked_about_at_once()
    {
        var play = ComeBack(PayFirst().Wait(days: 2), play => play.Case.Payments[0].ComeBacks).Withdraw().Wait(days: 9);
        var watch = Watched(play);
        Assert.Equal((1, true), (watch.ComeBacks, watch.HeedsComeBack(play.Now)));
        play.Payment = PaymentStatus.Booked;

        ComeBack(play, nth: _ => 0);
        Assert.Equal(watch, Watched(play)); // it came back then too, and that is over
        ComeBack(play, play => Watched(play).ComeBacks).WaitFor(TimeSpan.Zero);

        Assert.Equal("pay#1", Refund(play).Order.Transaction);
    }

    [Theory]
    [InlineData(PaymentStatus.Failed)]
    [InlineData(PaymentStatus.Canceled)]
    public void A_payment_that_did_not_work_is_not_watched_on(PaymentStatus status)
    {
        var play = PayFirst().Withdraw();
        play.Payment = status;

        Assert.True(play.Wait(days: 1).Case.IsOver);
        Assert.Empty(play.Effects.OfType<Effect.Refund>());
    }

    [Fact]
    public void A_payment_that_had_failed_by_the_due_date_is_not_watched_on()
    {
        var play = PayFirst().Wait(days: 14);
        play.Payment = PaymentStatus.Failed;

        Assert.True(play.Wait(days: 2).Case is { Status: CaseStatus.Rejected, IsOver: true });
    }

    [Fact]
    public void What_the_platform_was_asked_before_the_end_counts_after_it()
    {
        var play = PayFirst().Withdraw();

        play.Then(now => new CaseEvent.PaymentSeen("pay", "pay#1", PaymentStatus.Booked) { At = now.AddSeconds(-2) });

        Assert.Equal(1000, Refund(play).Order.AmountCents);
    }

    [Fact]
    public void The_treasury_may_have_the_order_before_it_is_known_that_it_is_on_its_way()
    {
        var play = Paid();
        play.Hold<Effect.Refund>();
        Acknowledged(play.Withdraw());
        Assert.False(play.Case.IsOver);

        play.Release();

        Assert.True(play.Case.IsOver);
    }

    [Fact]
    public void Nobody_can_act_on_a_case_that_still_gives_back()
    {
        var play = Paid().Withdraw();
        var before = play.Case;

        play.Withdraw().Supplement("s1");

        Assert.Same(before, play.Case);
        Assert.False(Engine.CanWithdraw(play.Case) || Engine.CanSupplement(play.Case));
    }

    [Fact]
    public void On_a_plan_of_an_earlier_release_a_closed_case_is_over()
    {
        Assert.True(PayFirst(refundTo: null).Withdraw().Case.IsOver);
        Assert.True(Paid(refundTo: null).Reject(Anna).Case.IsOver);
    }

    [Fact]
    public void A_case_that_an_earlier_release_stored_has_nothing_to_give_back()
    {
        var stored = JsonSerializer.SerializeToNode(PayFirst(refundTo: null).Withdraw().Case)!.AsObject();
        foreach (var name in new[] { nameof(Case.Returns), nameof(Case.PastPayments), nameof(Case.ClosedWith), nameof(Case.Held) })
            Assert.True(stored.Remove(name));

        Assert.True(stored.Deserialize<Case>() is { IsOver: true, PastPayments: [], Held: [], ClosedWith: null });
    }

    [Fact]
    public void A_day_that_a_register_keeps_is_freed()
    {
        var play = Booking().Withdraw();

        Assert.Equal("check", Assert.Single(play.Effects.OfType<Effect.Free>()).Step);
        Assert.True(play.Case.IsOver);
    }

    [Fact]
    public void A_register_that_has_not_answered_yet_is_told_too()
    {
        var play = Booking(hold: true).Withdraw();

        Assert.Equal("check", Assert.Single(play.Effects.OfType<Effect.Free>()).Step);
    }

    [Fact]
    public void A_day_that_was_granted_stays() => Assert.Empty(Booking().Wait(days: 7).Effects.OfType<Effect.Free>());

    private static Effect.Refund Refund(Play play) => Assert.Single(play.Effects.OfType<Effect.Refund>());

    private static OpenReturn.Watch Watched(Play play) => Assert.IsType<OpenReturn.Watch>(Assert.Single(play.Case.Returns));

    private static Play ComeBack(Play play, Func<Play, int> nth) => play.Then(now => new CaseEvent.BackFromPayment("pay#1", nth(play)) { At = now });

    private static Play Acknowledged(Play play) => play.Then(now => new CaseEvent.Delivered(Effect.RefundOf(Id, "pay"), "K-1") { At = now });

    private static Play Paid(string? refundTo = "treasury")
    {
        var play = PayFirst(refundTo);
        play.Payment = PaymentStatus.Booked;
        return play.Wait(days: 1);
    }

    private static Play PayFirst(string? refundTo = "treasury") => Start(
        [
            new Step.Check { Id = "check" },
            new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = refundTo },
            new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10 },
            new Step.Notify { Id = "tell", Message = "end" },
        ],
        Facts.None with { Amounts = new Dictionary<string, long> { ["fee"] = 1000 } });

    private static Play Booking(bool hold = false)
    {
        var steps = new Step[] { new Step.Check { Id = "check", Register = "calendar", Answers = ["full"], Reserves = true }, new Step.Wait { Id = "until", WorkingDays = 2 } };
        return hold ? StartHolding<Effect.Check>(steps) : Start(steps);
    }
}
