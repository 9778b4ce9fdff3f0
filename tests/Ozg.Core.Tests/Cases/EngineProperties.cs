using System.Text.Json;
using CsCheck;
using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>Whatever the process is, whatever comes, in whatever order, however often.</summary>
public sealed class EngineProperties
{
    private static readonly Gen<(Process Process, int[] Dice)> Any = Gen.Select(RandomProcess.Any, Gen.Int[0, 9999].Array[0, 80]);

    [Fact]
    public void A_case_always_ends_or_waits_for_something_named() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            var waits = ride.Case.Tasks.Count + ride.Case.Requests.Count + ride.Case.Payments.Count + ride.Case.Waits.Count
                + ride.Case.Steps.Count(step => any.Process.Find(step) is Step.Deliver);
            return ride.Pending.Count > 0 || ride.Case.IsClosed || waits > 0;
        });

    [Fact]
    public void A_case_that_gets_all_it_waits_for_comes_to_its_end() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            return ride.Case.IsOver;
        });

    [Fact]
    public void No_step_runs_twice() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            var once = ride.Effects.Where(effect => effect is Effect.Issue or Effect.Publish or Effect.Notify).Select(effect => effect.Step)
                .Concat(ride.Effects.OfType<Effect.RequestPayment>().Select(effect => $"{effect.Step}#{effect.Attempt}"))
                .Concat(ride.Effects.OfType<Effect.Check>().Select(effect => $"{effect.Step}#{effect.Supplements.Count}"))
                .ToList();
            return once.Distinct().Count() == once.Count && ride.TasksOpened.Distinct().Count() == ride.TasksOpened.Count;
        });

    [Fact]
    public void A_closed_case_does_nothing_more() =>
        Gen.Select(Any, Gen.Int[0, 9999].Array[1, 20]).Sample((any, more) =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            return more.All(die => Engine.Apply(any.Process, ride.Case, ride.AnyEvent(die)) is { Effects.Count: 0 } after && ReferenceEquals(after.Case, ride.Case));
        });

    [Fact]
    public void A_withdrawn_case_does_nothing_more_but_give_back_what_it_took() =>
        Gen.Select(Any, Gen.Bool).Sample((any, pays) =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            if (!Engine.CanWithdraw(ride.Case))
                return true;

            var (before, effects) = (ride.Case, ride.Effects.Count);
            ride.Take(new CaseEvent.Withdrawn { At = ride.Now });
            if (ride.Case.LateWithdrawal)
                return before.Tasks.Select(task => task.Fiction).Concat(before.Requests.Select(request => request.Fiction)).Any(fiction => fiction?.PassesAt <= ride.Now); // the law was faster
            ride.ToTheEnd(pays);
            return ride.Case is { Status: CaseStatus.Withdrawn, IsOver: true, Deadline: null, Steps: [], Tasks: [] }
                && ride.Effects.Skip(effects).All(effect => effect is Effect.AskPayment or Effect.Refund or Effect.Free);
        });

    [Fact]
    public void The_journal_makes_the_same_case_again() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            var again = ride.Journal.Aggregate(Case.Begin(Play.Id), (current, happened) => Engine.Apply(any.Process, current, Read<CaseEvent>(Json(happened))).Case);
            return Json(again) == Json(ride.Case) && ride.Case.Version == ride.Journal.Count;
        });

    [Fact]
    public void An_event_that_comes_again_changes_nothing() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            return ride.Journal.Where(happened => happened is not CaseEvent.DeadlinePassed)
                .All(happened => IsStillExpected(ride, happened) || ReferenceEquals(Engine.Apply(any.Process, ride.Case, happened).Case, ride.Case));
        });

    [Fact]
    public void Four_eyes_are_always_two_people() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            return ride.FourEyes.All(pair => !pair.First.SharesEyesWith(pair.Second));
        });

    [Fact]
    public void Who_opens_a_review_does_not_decide_it() =>
        Any.Sample(any =>
        {
            var ride = Ride.Through(any.Process, any.Dice);
            ride.ToTheEnd();
            return ride.Reviews.All(pair => !pair.Opened.SharesEyesWith(pair.Decided));
        });

    [Fact]
    public void What_is_held_waits_for_the_checks_or_for_another_Kommune_and_for_nothing_else() =>
        Any.Sample(any =>
        {
            var current = Ride.Through(any.Process, any.Dice).Case;
            return current.Held.Count == 0 || ((current.Rechecks.Count > 0 || current.IsOnItsWay) && current.Held.All(current.Steps.Contains));
        });

    [Fact]
    public void Nobody_approves_what_is_being_checked_again() =>
        Any.Where(any => any.Process.Regime is not null).Sample(any => Approvals(any).All(one =>
            one.Before.Rechecks.Count == 0 || (!one.Ends && one.After.Tasks.Single(task => task.Step == one.Task.Step).FirstApprovalBy == one.Task.FirstApprovalBy)));

    [Fact]
    public void Nobody_approves_alone_what_takes_two() =>
        Any.Sample(any => Approvals(any).All(one =>
            !one.Ends || ((Step.Approve)any.Process.Find(one.Task.Step)).FourEyesWhen is not { } condition
            || (condition != Conditions.Always && !one.Before.Facts.Conditions.GetValueOrDefault(condition))
            || one.Task.FirstApprovalBy?.SharesEyesWith(one.By) == false));

    [Fact]
    public void A_review_is_open_only_while_its_wait_is() =>
        Any.Sample(any =>
        {
            var current = Ride.Through(any.Process, any.Dice).Case;
            return current.Steps.All(step => any.Process.WaitOf(step) is not { } wait || current.Waits.Any(open => open.Step == wait.Id));
        });

    [Fact]
    public void Chance_leads_to_partial_grants_and_to_reviews_that_end_either_way()
    {
        var (granted, opened, ended) = (0, 0, 0);
        void Count((Process Process, int[] Dice) any)
        {
            var ride = Ride.Through(any.Process, any.Dice);
            Interlocked.Add(ref granted, ride.Journal.Count(happened => happened is CaseEvent.Approved { Altered.Supplement: not null }));
            Interlocked.Add(ref opened, ride.Journal.Count(happened => happened is CaseEvent.ReviewOpened));
            Interlocked.Add(ref ended, ride.Reviews.Count);
        }

        Any.Sample(Count, iter: 4000);

        Assert.True(granted > 0 && ended > 0 && opened > ended, $"{granted} grants in part, {opened} reviews, {ended} of them decided.");
    }

    [Fact]
    public void A_case_survives_its_journey_through_json() =>
        Any.Sample(any =>
        {
            var current = Ride.Through(any.Process, any.Dice).Case;
            return Json(Read<Case>(Json(current))) == Json(current);
        });

    [Fact]
    public void A_process_survives_its_journey_through_json() =>
        RandomProcess.Any.Sample(process => Json(JsonSerializer.Deserialize(Json(process), PlanJson.Default.Process)!) == Json(process));

    // Every approval that a case took in, and whether nobody has to approve the step any more.
    private static IEnumerable<(Case Before, OpenTask Task, Actor By, Case After, bool Ends)> Approvals((Process Process, int[] Dice) any)
    {
        var before = Case.Begin(Play.Id);
        foreach (var happened in Ride.Through(any.Process, any.Dice).Journal)
        {
            var after = Engine.Apply(any.Process, before, happened).Case;
            if (happened is CaseEvent.Approved approved)
                yield return (before, before.Tasks.Single(task => task.Id == approved.Task), approved.By, after, after.Tasks.All(task => task.Step != approved.Task.Step));
            before = after;
        }
    }

    // The same check, payment or publication can be under way anew: then the event is one that the case waits for.
    private static bool IsStillExpected(Ride ride, CaseEvent happened) => happened switch
    {
        CaseEvent.Checked check => ride.Case.Rechecks.Contains(check.Step),
        CaseEvent.HandedOver handedOver => ride.Case.IsOnItsWay && ride.Case.Steps.Contains(handedOver.Step),
        CaseEvent.Published published => ride.Case.Steps.Contains(published.Step),
        CaseEvent.PaymentSeen seen => ride.Case.Payments.Any(payment => payment.Transaction == seen.Transaction && payment.AskAt is null)
            || ride.Case.Returns.OfType<OpenReturn.Watch>().Any(watch => watch.Transaction == seen.Transaction && watch.AskAt is null),
        CaseEvent.PaymentRequested begun => ride.Case.Payments.Any(payment => payment.Step == begun.Step && payment.Transaction is null),
        _ => false,
    };

    private static string Json(Process process) => JsonSerializer.Serialize(process, PlanJson.Default.Process);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
