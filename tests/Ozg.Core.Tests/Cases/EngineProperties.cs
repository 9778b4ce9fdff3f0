using System.Text.Json;
using CsCheck;
using Ozg.Core.Cases;
using static Ozg.Core.Tests.Cases.DogCase;

namespace Ozg.Core.Tests.Cases;

/// <summary>Whatever comes, in whatever order, however often.</summary>
public sealed class EngineProperties
{
    private static readonly Gen<TaskId> AnyTask =
        Gen.Select(OneOf("assess", "order"), Gen.Int[1, 3]).Select((step, round) => TaskId.For(Id, step, round));

    private static readonly Gen<ClerkId> AnyClerk = OneOf(Anna, Bernd);

    private static readonly Gen<CaseEvent> AnyEvent = Gen.OneOf<CaseEvent>(
        Gen.Const(Received),
        Gen.Bool.Select(Check),
        Gen.Select(AnyTask, AnyClerk).Select((task, clerk) => (CaseEvent)new CaseEvent.Claimed(task, clerk) { At = Noon }),
        Gen.Select(AnyTask, AnyClerk).Select((task, clerk) => (CaseEvent)new CaseEvent.Approved(task, clerk, null) { At = Noon }),
        Gen.Select(AnyTask, AnyClerk).Select((task, clerk) => (CaseEvent)new CaseEvent.Rejected(task, clerk, "reason") { At = Noon }),
        Gen.Int[0, 30].Select(days => Late(Noon.AddDays(days))),
        OneOf("grant", "refuse").Select(step => (CaseEvent)new CaseEvent.Issued(step, $"{step}.txt") { At = Noon }),
        Gen.Const((CaseEvent)new CaseEvent.Published("deliver", Effect.DeliveryOf(Id, "deliver")) { At = Noon }),
        Gen.Const(Acknowledge()),
        Gen.Const((CaseEvent)new CaseEvent.Notified("notify", "nachricht.txt") { At = Noon }));

    private static readonly Gen<CaseEvent[]> AnyHistory = AnyEvent.Array[0, 60];

    [Fact]
    public void An_outside_event_that_comes_twice_changes_nothing_the_second_time() =>
        Gen.Select(AnyHistory, AnyEvent).Sample((history, happened) =>
        {
            var once = After(After(Case.Begin(Id), history), happened);
            return happened.StoredAs is null || ReferenceEquals(once, After(once, happened));
        });

    [Fact]
    public void The_recorded_events_alone_make_the_same_case() =>
        AnyHistory.Sample(history =>
        {
            var (current, journal) = (Case.Begin(Id), new List<CaseEvent>());
            foreach (var happened in history)
            {
                var next = Engine.Apply(Steps, current, happened).Case;
                if (!ReferenceEquals(next, current))
                    journal.Add(happened);
                current = next;
            }

            return Json(After(Case.Begin(Id), journal)) == Json(current) && current.Version == journal.Count;
        });

    [Fact]
    public void A_closed_case_does_nothing_more() =>
        Gen.Select(AnyHistory, AnyEvent).Sample((history, happened) =>
        {
            var current = After(Case.Begin(Id), history);
            return !current.IsClosed || Engine.Apply(Steps, current, happened) is { Effects.Count: 0 } after && ReferenceEquals(after.Case, current);
        });

    [Fact]
    public void A_granted_dangerous_dog_was_approved_by_two_people() =>
        AnyHistory.Sample(history =>
        {
            CaseEvent[] begun = [Received, Check(dangerous: true)];
            var (current, approvers) = (After(Case.Begin(Id), begun), new HashSet<ClerkId>());
            foreach (var happened in history)
            {
                var next = Engine.Apply(Steps, current, happened).Case;
                if (!ReferenceEquals(next, current) && happened is CaseEvent.Approved { Task: var task } approved && task.Value.Contains("assess", StringComparison.Ordinal))
                    approvers.Add(approved.By);
                current = next;
            }

            return current.Step is not ("order" or "grant" or "deliver") || approvers.Count == 2;
        });

    [Fact]
    public void A_case_survives_its_journey_through_json() =>
        AnyHistory.Sample(history =>
        {
            var current = After(Case.Begin(Id), history);
            return Json(JsonSerializer.Deserialize<Case>(Json(current))!) == Json(current);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static string Json(Case current) => JsonSerializer.Serialize(current);
}
