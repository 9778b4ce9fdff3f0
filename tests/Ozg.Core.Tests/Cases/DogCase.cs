using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>A case on the process of the dog tax, driven as the orchestrator drives it.</summary>
internal static class DogCase
{
    public const string Dangerous = "dangerous-dog";
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly ClerkId Anna = new("anna");
    public static readonly ClerkId Bernd = new("bernd");
    public static readonly CaseId Id = CaseId.Derive(new("06411000"), "dog-tax", "key");

    public static readonly Process Steps = new(
    [
        new Step.Check { Id = "check" },
        new Step.Approve { Id = "assess", Group = "tax", FourEyesWhen = Dangerous, DueInWorkingDays = 10 },
        new Step.Approve { Id = "order", Group = "public-order", When = Dangerous, DueInWorkingDays = 7 },
        new Step.Issue { Id = "grant", On = Verdict.Approved, Document = "bescheid" },
        new Step.Issue { Id = "refuse", On = Verdict.Rejected, Document = "ablehnung" },
        new Step.Deliver { Id = "deliver", On = Verdict.Approved, Target = "tax" },
        new Step.Notify { Id = "notify", Message = "nachricht" },
    ]);

    public static Case Checked(bool dangerous = false) => After(Case.Begin(Id), Received, Check(dangerous));

    public static Case After(Case current, params IEnumerable<CaseEvent> events) =>
        events.Aggregate(current, (before, happened) => Engine.Apply(Steps, before, happened).Case);

    /// <summary>Lets every effect succeed until the case waits for somebody or is closed.</summary>
    public static Case Settle(Advance advance)
    {
        var (current, effects) = advance;
        while (effects.Count > 0)
        {
            var done = effects.Select(Done).ToList();
            effects = [];
            foreach (var happened in done)
                (current, effects) = Engine.Apply(Steps, current, happened);
        }

        return current;
    }

    public static CaseEvent Received => new CaseEvent.Received { At = Noon };

    public static CaseEvent Check(bool dangerous) => new CaseEvent.Checked("check", Facts.Of(new Dictionary<string, bool> { [Dangerous] = dangerous })) { At = Noon };

    public static CaseEvent Approve(Case current, ClerkId by) => new CaseEvent.Approved(Assert.Single(current.Tasks).Id, new(by), null) { At = Noon };

    public static CaseEvent Reject(Case current, ClerkId by) => new CaseEvent.Rejected(Assert.Single(current.Tasks).Id, new(by), "reasons/1.txt") { At = Noon };

    public static CaseEvent Acknowledge(string step = "deliver") => new CaseEvent.Delivered(Effect.DeliveryOf(Id, step), "R-1") { At = Noon };

    public static CaseEvent Late(DateTimeOffset at) => new CaseEvent.DeadlinePassed { At = at };

    private static CaseEvent Done(Effect effect) => effect switch
    {
        Effect.Check => Check(dangerous: false),
        Effect.Issue issue => new CaseEvent.Issued(issue.Step, $"{issue.Template}.txt") { At = Noon },
        Effect.Notify notify => new CaseEvent.Notified(notify.Step, $"{notify.Template}.txt") { At = Noon },
        Effect.Publish publish => new CaseEvent.Published(publish.Step, publish.Delivery) { At = Noon },
        _ => throw new System.Diagnostics.UnreachableException(effect.GetType().Name),
    };
}
