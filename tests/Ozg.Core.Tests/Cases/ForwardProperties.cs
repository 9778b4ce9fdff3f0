using CsCheck;
using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>Whatever the process is and whatever comes: what another Kommune is responsible for goes there once, and is then done with here.</summary>
public sealed class ForwardProperties
{
    private static readonly Gen<(Process Process, int[] Dice)> Any = Gen.Select(RandomProcess.Any, Gen.Int[0, 9999].Array[0, 80]);

    [Fact]
    public void What_was_handed_on_was_handed_over_once_and_nobody_was_asked_for_anything_after_it() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            var handedOver = ride.Effects.OfType<Effect.HandOver>().ToList();
            return ride.Case.ForwardedAs is null
                ? handedOver.Count == 0 && ride.Case.Status != CaseStatus.Forwarded
                : handedOver.Count == 1 && handedOver[0].As == ride.Case.ForwardedAs && ride.Case.Status == CaseStatus.Forwarded
                    && ride.Effects.SkipWhile(effect => effect is not Effect.HandOver).Skip(1).All(effect => effect is not Effect.RequestPayment);
        });

    [Fact]
    public void Nothing_is_told_of_what_is_on_its_way() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            return ride.Effects.OfType<Effect.Notify>().Select(notify => notify.Result).Concat(ride.Effects.OfType<Effect.Issue>().Select(issue => issue.Result))
                .All(result => result.Verdict != Verdict.Forwarded || result.ForwardedTo is not null);
        });

    [Fact]
    public void What_is_rejected_or_handed_on_stays_so() =>
        Any.Sample(any =>
        {
            var verdict = Verdict.Approved;
            var current = Case.Begin(Play.Id);
            foreach (var happened in Ride.Through(any.Process, any.Dice).Journal)
            {
                current = Engine.Apply(any.Process, current, happened).Case;
                if (verdict != Verdict.Approved && current.Verdict != verdict)
                    return false;
                verdict = current.Verdict;
            }

            return true;
        });

    [Fact]
    public void Chance_leads_to_applications_that_are_handed_on()
    {
        var (byClerk, byRegister) = (0, 0);
        Any.Sample(
            any =>
            {
                var ride = Ride.Through(any.Process, any.Dice);
                ride.ToTheEnd();
                var isByClerk = ride.Journal.Any(happened => happened is CaseEvent.Forwarded);
                Interlocked.Add(ref byClerk, isByClerk ? 1 : 0);
                Interlocked.Add(ref byRegister, ride.Case.Status == CaseStatus.Forwarded && !isByClerk ? 1 : 0);
            },
            iter: 1000);

        Assert.True(byClerk > 0 && byRegister > 0, $"{byClerk} by a clerk, {byRegister} by a register.");
    }
}
