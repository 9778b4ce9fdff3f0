using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>A case to which dice happen: effects that are done now or later, people who do anything, time that passes.</summary>
internal sealed class Ride
{
    private static readonly Actor[] People =
        [new(new("anna")), new(new("bernd")), new(new("bernd"), For: new("anna")), new(new("carla"), Partner: new("06432007"))];

    // Where one has opened a review and another approved it first as a third one's deputy, it takes a fourth.
    private static readonly Actor[] Everybody = [.. People, new(new("dora"))];

    private readonly Process _process;
    private int _supplements;

    private Ride(Process process) => _process = process;

    public Case Case { get; private set; } = Case.Begin(Play.Id);

    public DateTimeOffset Now { get; private set; } = Play.Noon;

    public Queue<Effect> Pending { get; } = new();

    public List<Effect> Effects { get; } = [];

    public List<CaseEvent> Journal { get; } = [];

    public List<string> TasksOpened { get; } = [];

    public List<(Actor First, Actor Second)> FourEyes { get; } = [];

    /// <summary>Who opened a review, and who ended it.</summary>
    public List<(Actor Opened, Actor Decided)> Reviews { get; } = [];

    public static Ride Through(Process process, IEnumerable<int> dice)
    {
        var ride = new Ride(process);
        ride.Take(new CaseEvent.Received { At = ride.Now });
        foreach (var die in dice)
            ride.Throw(die);
        return ride;
    }

    public void Take(CaseEvent happened)
    {
        var (next, effects) = Engine.Apply(_process, Case, happened);
        if (ReferenceEquals(next, Case))
        {
            Assert.Empty(effects);
            return;
        }

        if (happened is CaseEvent.Approved approved && Case.Tasks.Single(task => task.Id == approved.Task).FirstApprovalBy is { } first
            && next.Tasks.All(task => task.FirstApprovalBy != first))
            FourEyes.Add((first, approved.By));
        if (happened is CaseEvent.Approved or CaseEvent.Rejected && ClerkAct.Of(happened) is { } act && Case.Tasks.Single(task => task.Id == act.Task).OpenedBy is { } opener
            && next.Tasks.All(task => task.Step != act.Task.Step))
            Reviews.Add((opener, act.By));
        TasksOpened.AddRange(next.Tasks.Where(task => Case.Tasks.All(known => known.Id != task.Id)).Select(task => task.Id.Value));
        if (next.IsClosed && !Case.IsClosed)
            DropWhatIsQueued();
        Case = next;
        Journal.Add(happened);
        Effects.AddRange(effects);
        foreach (var effect in effects)
            Pending.Enqueue(effect);
    }

    // As the orchestrator does: what is in flight is waited for, and nothing else of the process is begun.
    private void DropWhatIsQueued()
    {
        var inFlight = Pending.Take(1).ToList();
        Pending.Clear();
        inFlight.ForEach(Pending.Enqueue);
    }

    /// <summary>Everybody does what is asked of them.</summary>
    /// <param name="pays">Whether that goes for who pays too.</param>
    public void ToTheEnd(bool pays = true)
    {
        for (var turns = 0; !Case.IsOver && turns < 2000; turns++)
        {
            if (Pending.TryDequeue(out var effect))
                Take(Done(effect, pays ? PaymentStatus.Booked : PaymentStatus.Initial, turns));
            else if (Case.Deadline <= Now)
                PassTime(); // what nobody decided in time, nobody decides any more
            else if (Case.Steps.FirstOrDefault(step => _process.Find(step) is Step.Deliver) is { } deliver)
                Take(new CaseEvent.Delivered(Effect.DeliveryOf(Case.Id, deliver), "R") { At = Now });
            else if (Case.Returns.OfType<OpenReturn.Refund>().FirstOrDefault() is { } refund)
                Take(new CaseEvent.Delivered(Effect.RefundOf(Case.Id, refund.Step), "R") { At = Now });
            else if (Case.Tasks is [var task, ..])
                Take(task.IsOpinion ? new CaseEvent.Answered(task.Id, Everybody[turns % 5], OfficeAnswer.Agree, null) { At = Now } : new CaseEvent.Approved(task.Id, Everybody[turns % 5], null) { At = Now });
            else
                PassTime();
        }
    }

    /// <summary>An event that may or may not fit.</summary>
    public CaseEvent AnyEvent(int die)
    {
        var task = Case.Tasks.Count > 0 ? Case.Tasks[die / 100 % Case.Tasks.Count].Id : TaskId.For(Case.Id, $"s{die % 9}", 1);
        var by = People[die / 10 % 4];
        var known = Case.Tasks.FirstOrDefault(open => open.Id == task);
        return (die % 26) switch
        {
            0 => new CaseEvent.Approved(task, by, null) { At = Now, Group = GroupOf(die) },
            1 => new CaseEvent.Rejected(task, by, "reason") { At = Now },
            2 => new CaseEvent.Answered(task, by, (OfficeAnswer)(die / 10 % 4), "words") { At = Now, Group = GroupOf(die) },
            3 => new CaseEvent.InformationRequested(task, by, "words", known?.Asked ?? 0) { At = Now },
            4 => new CaseEvent.Supplemented($"x{_supplements++}") { At = Now.AddDays(-(die % 3)), Changes = die % 2 == 0, Request = RequestOf(die) },
            5 when die > 9000 => new CaseEvent.Withdrawn { At = Now },
            6 => new CaseEvent.Claimed(task, by, known?.Turn ?? 0) { At = Now },
            7 => new CaseEvent.Released(task, by, die % 3) { At = Now },
            8 => new CaseEvent.Delegated(task, by, People[die % 4].Clerk, known?.Turn ?? 0) { At = Now, ToPartner = die % 5 == 0 ? new("06432007") : null },
            9 => new CaseEvent.Extended(task, by, "reason") { At = Now },
            10 => new CaseEvent.Delivered(Effect.DeliveryOf(Case.Id, $"s{die % 9}"), "R") { At = Now },
            11 => new CaseEvent.DeadlinePassed { At = Now },
            12 => new CaseEvent.PaymentSeen($"s{die % 9}", $"s{die % 9}#1", PaymentStatus.Booked) { At = Now },
            13 => new CaseEvent.Issued($"s{die % 9}", "stray.txt") { At = Now.AddDays(-1) },
            14 => Case.Steps.FirstOrDefault(step => _process.Find(step) is Step.Deliver) is { } deliver
                ? new CaseEvent.Delivered(Effect.DeliveryOf(Case.Id, deliver), "R") { At = Now }
                : new CaseEvent.Received { At = Now },
            15 => new CaseEvent.PaymentSeen($"s{die % 9}", $"s{die % 9}#1", (PaymentStatus)(die / 10 % 4)) { At = Now.AddDays(-(die % 3)) },
            16 => new CaseEvent.Delivered(Effect.RefundOf(Case.Id, $"s{die % 9}"), "R") { At = Now },
            17 => new CaseEvent.RefundOrdered($"s{die % 9}", $"s{die % 9}#1", 1000, Effect.RefundOf(Case.Id, $"s{die % 9}")) { At = Now },
            18 => new CaseEvent.Freed($"s{die % 9}") { At = Now },
            19 => ComeBack(die),
            20 => new CaseEvent.Approved(task, by, "words") { At = Now, Altered = new(die % 3 == 0 ? null : $"change-of-{task}", die % 7 == 0 ? 0 : Case.Supplements.Count) },
            23 when die / 26 % 2 == 0 => new CaseEvent.Forwarded(task, by, RandomProcess.Neighbour, "words", die % 7 == 0 ? 0 : Case.Supplements.Count) { At = Now },
            24 when die / 26 % 2 == 0 => new CaseEvent.HandedOver($"s{die % 9}", Play.There(Case.Id.ForwardedTo(RandomProcess.Neighbour))) { At = Now },
            21 or 22 => new CaseEvent.ReviewOpened(Engine.NextReview(_process, Case) ?? task, by, "words") { At = Now },
            _ => new CaseEvent.Received { At = Now },
        };
    }

    private CaseEvent.BackFromPayment ComeBack(int die) => Case switch
    {
        { Payments: [{ Transaction: { } begun } payment, ..] } => new(begun, die / 17 % 2 == 0 ? payment.ComeBacks : die / 17 % 3) { At = Now },
        _ when Case.Returns.OfType<OpenReturn.Watch>().FirstOrDefault() is { } watch => new(watch.Transaction, die / 17 % 2 == 0 ? watch.ComeBacks : die / 17 % 3) { At = Now },
        _ => new($"s{die % 9}#1", die / 17 % 3) { At = Now },
    };

    private string? RequestOf(int die) => (die / 3 % 4) switch { 0 => "stray", 1 when Case.Requests.Count > 0 => Case.Requests[die % Case.Requests.Count].Id, _ => null };

    private static string? GroupOf(int die) => (die % 3) switch { 0 => null, 1 => "x", _ => "z" };

    private void Throw(int die)
    {
        // An effect is answered by its own event only: a stray one that fits would be another process's.
        if (Pending.Count > 0 && die % 3 != 0)
            Take(Done(Pending.Dequeue(), (PaymentStatus)(die / 7 % 4), die));
        else if (die % 5 == 0)
            PassTime();
        else if (AnyEvent(die) is var happened && (Pending.Count == 0 || happened is not CaseEvent.Issued))
            Take(happened);
    }

    private void PassTime()
    {
        if (Case.Deadline is not { } deadline)
            return;

        Now = deadline > Now ? deadline : Now;
        Take(new CaseEvent.DeadlinePassed { At = deadline });
    }

    private CaseEvent Done(Effect effect, PaymentStatus payment, int die) => effect switch
    {
        Effect.Check check => new CaseEvent.Checked(check.Step, Answers(die)) { At = Now, Responsible = die % 3 > 0 ? RandomProcess.Neighbour : null },
        Effect.Issue issue => new CaseEvent.Issued(issue.Step, $"{issue.Step}.txt") { At = Now },
        Effect.Notify notify => new CaseEvent.Notified(notify.Step, $"{notify.Step}.txt") { At = Now },
        Effect.Publish publish => new CaseEvent.Published(publish.Step, publish.Delivery) { At = Now },
        Effect.RequestPayment pay => new CaseEvent.PaymentRequested(pay.Step, $"{pay.Step}#{pay.Attempt}", new("https://pay.example/")) { At = Now },
        Effect.AskPayment ask => new CaseEvent.PaymentSeen(ask.Step, ask.Transaction, payment) { At = Now },
        Effect.Refund refund => new CaseEvent.RefundOrdered(refund.Step, refund.Order.Transaction, refund.Order.AmountCents, refund.Delivery) { At = Now },
        Effect.HandOver handOver => new CaseEvent.HandedOver(effect.Step, Play.There(handOver.As)) { At = Now },
        Effect.Free => new CaseEvent.Freed(effect.Step) { At = Now },
        _ => throw new System.Diagnostics.UnreachableException(effect.GetType().Name),
    };

    private static Facts Answers(int die) => new(
        RandomProcess.OwnConditions.Select((name, bit) => (name, bit)).ToDictionary(one => one.name, one => (die >> one.bit & 1) == 1),
        new Dictionary<string, long> { ["fee"] = die % 2 * 1000 },
        new Dictionary<string, DateOnly> { ["end"] = new DateOnly(2026, 12, 1).AddDays(die % 40) });
}
