using CsCheck;
using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>Whatever the process is and whatever comes: who is not granted anything keeps neither money nor place.</summary>
public sealed class ReturnProperties
{
    private static readonly Gen<(Process Process, int[] Dice, bool Pays)> Any = Gen.Select(RandomProcess.Any, Gen.Int[0, 9999].Array[0, 120], Gen.Bool);

    [Fact]
    public void Every_booked_payment_of_a_case_that_was_not_granted_is_given_back_exactly_once() =>
        Any.Sample(any =>
        {
            var ride = ToTheEnd(any);
            var booked = ride.Journal.OfType<CaseEvent.PaymentSeen>().Where(seen => seen.Status == PaymentStatus.Booked && ((Step.Pay)any.Process.Find(seen.Step)).RefundTo is not null);
            var refunds = ride.Effects.OfType<Effect.Refund>().Select(refund => refund.Order.Transaction);
            return ride.Case.Status == CaseStatus.Completed ? !refunds.Any() : booked.Select(seen => seen.Transaction).Order().SequenceEqual(refunds.Order());
        });

    [Fact]
    public void Every_check_that_may_have_reserved_something_is_freed_exactly_once_unless_it_was_granted() =>
        Any.Sample(any =>
        {
            var ride = ToTheEnd(any);
            var begun = ride.Effects.OfType<Effect.Check>().Select(check => check.Step).Where(step => ((Step.Check)any.Process.Find(step)).Reserves == true).Distinct();
            var freed = ride.Effects.OfType<Effect.Free>().Select(free => free.Step);
            return ride.Case.Status == CaseStatus.Completed ? !freed.Any() : begun.Order().SequenceEqual(freed.Order());
        });

    [Fact]
    public void Money_that_is_booked_while_the_platform_is_still_asked_is_never_overlooked() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            var open = ride.Case.Payments.Where(payment => payment.Transaction is not null && ((Step.Pay)any.Process.Find(payment.Step)).RefundTo is not null).ToList();
            if (!Engine.CanWithdraw(ride.Case))
                return true;

            ride.Take(new CaseEvent.Withdrawn { At = ride.Now });
            if (ride.Case.LateWithdrawal)
                return true; // the law has approved before
            foreach (var payment in open)
                ride.Take(new CaseEvent.PaymentSeen(payment.Step, payment.Transaction!, PaymentStatus.Booked) { At = ride.Now.AddDays(-1) });
            return open.All(payment => ride.Effects.OfType<Effect.Refund>().Any(refund => refund.Order.Transaction == payment.Transaction && refund.Order.AmountCents == payment.Cents));
        });

    [Fact]
    public void What_belongs_to_the_end_can_come_twice_and_in_any_order() =>
        Any.Sample(any =>
        {
            var ride = ToTheEnd(any);
            return ride.Journal.Where(happened => happened is CaseEvent.PaymentSeen or CaseEvent.RefundOrdered or CaseEvent.Freed or CaseEvent.Delivered)
                .All(happened => ReferenceEquals(Engine.Apply(any.Process, ride.Case, happened).Case, ride.Case));
        });

    private static Ride ToTheEnd((Process Process, int[] Dice, bool Pays) any)
    {
        var ride = Ride.Through(any.Process, any.Dice);
        ride.ToTheEnd(any.Pays);
        Assert.True(ride.Case.IsOver);
        return ride;
    }
}
