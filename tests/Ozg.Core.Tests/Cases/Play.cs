using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>A case on a process, driven as the orchestrator drives it: every effect succeeds at once.</summary>
internal sealed class Play
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero); // a Monday
    public static readonly Actor Anna = new(new("anna"));
    public static readonly Actor Bernd = new(new("bernd"));
    public static readonly CaseId Id = CaseId.Derive(new("06411000"), "dog-tax", "key");

    private readonly Process _process;
    private readonly Facts _facts;

    private readonly List<Effect> _held = [];
    private Type? _hold;

    private Play(Process process, Facts facts) => (_process, _facts) = (process, facts);

    public Process Process => _process;

    public Case Case { get; private set; } = Case.Begin(Id);

    public DateTimeOffset Now { get; private set; } = Noon;

    public List<Effect> Effects { get; } = [];

    public List<CaseEvent> Journal { get; } = [];

    /// <summary>Payments stay as they are begun until a test says how they stand.</summary>
    public PaymentStatus Payment { get; set; } = PaymentStatus.Initial;

    public OpenTask Task => Assert.Single(Case.Tasks);

    private static Process Of(IReadOnlyList<Step> steps) => new(steps) { Edition = Process.NewestEdition };

    public static Play Start(IReadOnlyList<Step> steps, params string[] conditions) =>
        Start(steps, Facts.Of(conditions.ToDictionary(name => name, _ => true)));

    public static Play Start(IReadOnlyList<Step> steps, Facts facts)
    {
        var play = new Play(Of(steps), facts);
        return play.Then(now => new CaseEvent.Received { At = now });
    }

    /// <summary>On a process that names its procedural law.</summary>
    public static Play StartUnder(Regime regime, IReadOnlyList<Step> steps, params string[] conditions) =>
        new Play(Of(steps) with { Regime = regime }, Facts.Of(conditions.ToDictionary(name => name, _ => true))).Then(now => new CaseEvent.Received { At = now });

    /// <summary>On a process that names its procedural law; one kind of effect may not be done yet.</summary>
    public static Play StartUnder(Regime regime, IReadOnlyList<Step> steps, Facts facts, Type? hold = null) =>
        new Play(Of(steps) with { Regime = regime }, facts) { _hold = hold }.Then(now => new CaseEvent.Received { At = now });

    /// <summary>A case of which one kind of effect is not done yet.</summary>
    public static Play StartHolding<T>(IReadOnlyList<Step> steps) where T : Effect
    {
        var play = new Play(Of(steps), Facts.None);
        play.Hold<T>();
        return play.Then(now => new CaseEvent.Received { At = now });
    }

    /// <summary>From now on one kind of effect is begun and not done.</summary>
    public void Hold<T>() where T : Effect => _hold = typeof(T);

    /// <summary>What was held is done.</summary>
    public void Release()
    {
        _hold = null;
        _held.ForEach(effect => Then(_ => Done(effect)));
    }

    public Play Then(Func<DateTimeOffset, CaseEvent> happened)
    {
        var waiting = new Queue<CaseEvent>([happened(Now)]);
        while (waiting.TryDequeue(out var next))
        {
            var advance = Engine.Apply(_process, Case, next);
            if (ReferenceEquals(advance.Case, Case))
                continue;
            Case = advance.Case;
            Journal.Add(next);
            Effects.AddRange(advance.Effects);
            _held.AddRange(advance.Effects.Where(effect => effect.GetType() == _hold));
            foreach (var effect in advance.Effects.Where(effect => effect.GetType() != _hold))
                waiting.Enqueue(Done(effect));
        }

        return this;
    }

    public Play Approve(Actor by, OpenTask? task = null, string? group = null) => Then(now => new CaseEvent.Approved((task ?? Task).Id, by, null) { At = now, Group = group });

    /// <summary>Approves something else than the task proposes.</summary>
    /// <param name="by">Who.</param>
    /// <param name="change">The stored change; null: all that was applied for.</param>
    /// <param name="upon">How many supplements the clerk had before them; null: all.</param>
    public Play Alter(Actor by, string? change, int? upon = null) =>
        Then(now => new CaseEvent.Approved(Task.Id, by, $"reasons/{change}.txt") { At = now, Altered = new(change, upon ?? Case.Supplements.Count) });

    public Play Review(Actor by) => Then(now => new CaseEvent.ReviewOpened(Engine.NextReview(_process, Case) ?? TaskId.For(Id, "review", 99), by, "reasons/review.txt") { At = now });

    public Play Reject(Actor by, OpenTask? task = null) => Then(now => new CaseEvent.Rejected((task ?? Task).Id, by, "reasons/1.txt") { At = now });

    public Play Ask(Actor by, OpenTask? task = null) => Then(now => new CaseEvent.InformationRequested((task ?? Task).Id, by, "reasons/ask.txt", (task ?? Task).Asked) { At = now });

    public Play Supplement(string id, bool changes = false, string? request = null) => Then(now => new CaseEvent.Supplemented(id) { At = now, Changes = changes, Request = request });

    public Play Withdraw() => Then(now => new CaseEvent.Withdrawn { At = now });

    public Play Answer(string group, OfficeAnswer answer, string? words = null, string? by = null) =>
        Then(now => new CaseEvent.Answered(Case.Tasks.Single(task => task.Group == group).Id, Anna, answer, words) { At = now, Group = by });

    public Play Acknowledge(string step) => Then(now => new CaseEvent.Delivered(Effect.DeliveryOf(Id, step), "R-1") { At = now });

    /// <summary>Lets a number of days go by, with every deadline that passes on the way.</summary>
    public Play Wait(int days) => WaitFor(TimeSpan.FromDays(days));

    /// <inheritdoc cref="Wait" />
    public Play WaitFor(TimeSpan time)
    {
        var until = Now + time;
        while (Case.Deadline is { } deadline && deadline <= until)
        {
            Now = deadline;
            Then(now => new CaseEvent.DeadlinePassed { At = now });
        }

        Now = until;
        return this;
    }

    public static ForwardedCase There(CaseId id) => new(id, "Fischbachtal", "Der Gemeindevorstand", "FB-2026-0000-0000");

    /// <summary>Lets time go by of which no timer tells yet.</summary>
    public Play SleepFor(TimeSpan time)
    {
        Now += time;
        return this;
    }

    private CaseEvent Done(Effect effect) => effect switch
    {
        Effect.Check check => new CaseEvent.Checked(check.Step, _facts) { At = Now },
        Effect.Issue issue => new CaseEvent.Issued(issue.Step, $"{issue.Template}.txt") { At = Now },
        Effect.Notify notify => new CaseEvent.Notified(notify.Step, $"{notify.Template}.txt") { At = Now },
        Effect.Publish publish => new CaseEvent.Published(publish.Step, publish.Delivery) { At = Now },
        Effect.RequestPayment pay => new CaseEvent.PaymentRequested(pay.Step, $"{pay.Step}#{pay.Attempt}", new("https://pay.example/")) { At = Now },
        Effect.AskPayment ask => new CaseEvent.PaymentSeen(ask.Step, ask.Transaction, Payment) { At = Now },
        Effect.Refund refund => new CaseEvent.RefundOrdered(refund.Step, refund.Order.Transaction, refund.Order.AmountCents, refund.Delivery) { At = Now },
        Effect.HandOver handOver => new CaseEvent.HandedOver(effect.Step, There(handOver.As)) { At = Now },
        Effect.Free => new CaseEvent.Freed(effect.Step) { At = Now },
        _ => throw new System.Diagnostics.UnreachableException(effect.GetType().Name),
    };
}
