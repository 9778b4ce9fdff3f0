using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>While checks are made again, since the applicant has sent something, the case does not go on: what follows goes by their answers.</summary>
public sealed class CheckedAgainTests
{
    private static readonly Step Tell = new Step.Notify { Id = "tell", Message = "tell" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Not_behind_the_last_opinion(bool silent)
    {
        var play = Begin(new Step.Consult { Id = "ask", Offices = [new("fire", 5) { IfSilent = OfficeAnswer.Agree }] }, Tell).Supplement("change", changes: true);

        play = silent ? play.Wait(days: 20) : play.Answer("fire", OfficeAnswer.Agree);

        GoesOnOnceTheChecksHaveAnswered(play, "ask");
    }

    [Fact]
    public void Not_behind_a_payment_on_another_way()
    {
        var play = PaidMeanwhile();

        Assert.Empty(play.Case.Payments);
        GoesOnOnceTheChecksHaveAnswered(play, "pay");
    }

    [Fact]
    public void Not_behind_a_wait_on_another_way()
    {
        var play = Begin(new Step.Parallel { Id = "both", Branches = [[new Step.Wait { Id = "wait", WorkingDays = 2 }, Tell], [new Step.Approve { Id = "assess", Group = "roads", DueInWorkingDays = 10 }]] })
            .Supplement("more");

        play.Wait(days: 4);

        Assert.Empty(play.Case.Waits);
        GoesOnOnceTheChecksHaveAnswered(play, "wait");
    }

    [Fact]
    public void What_was_paid_meanwhile_is_given_back_when_somebody_rejects_meanwhile()
    {
        var play = PaidMeanwhile();

        play.Reject(Anna);

        Assert.Equal(RefundReason.Rejected, Assert.Single(play.Effects.OfType<Effect.Refund>()).Order.Reason);
        Assert.Empty(play.Case.Held);
    }

    [Fact]
    public void A_case_on_a_plan_from_before_this_goes_on_as_it_began()
    {
        var process = new Process([new Step.Check { Id = "check" }, new Step.Consult { Id = "ask", Offices = [new("fire", 5)] }, Tell]) { Regime = Regime.Vwvfg };
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Checked("check", Facts.None) { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Supplemented("change") { At = Noon, Changes = true }).Case;

        current = Engine.Apply(process, current, new CaseEvent.Answered(current.Tasks[0].Id, Anna, OfficeAnswer.Agree, null) { At = Noon }).Case;

        Assert.Equal(["tell"], current.Steps);
    }

    private static Play PaidMeanwhile()
    {
        var play = Begin(
            new Step.Parallel
            {
                Id = "both",
                Branches = [[new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = "treasury" }, Tell], [new Step.Approve { Id = "assess", Group = "roads", DueInWorkingDays = 10 }]],
            }).Supplement("more");
        play.Payment = PaymentStatus.Booked;
        return play.WaitFor(OpenPayment.FirstAsking);
    }

    private static void GoesOnOnceTheChecksHaveAnswered(Play play, string step)
    {
        Assert.Empty(play.Case.Documents);
        Assert.Equal(step, Assert.Single(play.Case.Held));
        play.Release();
        Assert.Equal("tell.txt", Assert.Single(play.Case.Documents));
    }

    /// <summary>The first check has answered; from then on they take their time.</summary>
    private static Play Begin(params Step[] steps)
    {
        var facts = Facts.None with { Amounts = new Dictionary<string, long> { ["fee"] = 1000 } };
        var play = StartUnder(Regime.Vwvfg, [new Step.Check { Id = "check" }, .. steps], facts);
        play.Hold<Effect.Check>();
        return play;
    }
}
