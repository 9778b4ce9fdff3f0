using System.Diagnostics;
using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Tool.Simulation;

/// <summary>What answers the engine's effects: registers, the payment platform, the back-office, and the applicant who pays.</summary>
internal sealed class World(Plan plan, PartialGrants grants, Scenario scenario, Agenda agenda)
{
    private static readonly TimeSpan Activity = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BackOffice = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Paying = TimeSpan.FromMinutes(7);

    private readonly Dictionary<string, DateTimeOffset> _paidAt = [];

    /// <param name="effects">In their order; one takes two seconds.</param>
    /// <param name="now">When they begin.</param>
    public void CarryOut(IReadOnlyList<Effect> effects, DateTimeOffset now)
    {
        foreach (var (index, effect) in effects.Index())
            agenda.Add(now + (index + 1) * Activity, (_, at) => Done(effect, at));
    }

    /// <summary>The applicant pays on every page that is still open.</summary>
    public void PayWhatIsOpen(Case current, DateTimeOffset now)
    {
        foreach (var watch in current.Returns.OfType<OpenReturn.Watch>())
            _paidAt.TryAdd(watch.Transaction, now + Paying);
    }

    private CaseEvent Done(Effect effect, DateTimeOffset at)
    {
        switch (effect)
        {
            case Effect.Check check:
                var step = (Step.Check)plan.Process.Find(effect.Step);
                return new CaseEvent.Checked(effect.Step, Facts(step, check.Supplements)) { At = at, Responsible = step.ForwardWhen is null ? null : scenario.Responsible };
            case Effect.HandOver handOver:
                return new CaseEvent.HandedOver(effect.Step, new(handOver.As, handOver.As.Kommune.Value, "simulated", "simulated")) { At = at };
            case Effect.Issue issue:
                return new CaseEvent.Issued(effect.Step, $"{issue.Template}.txt") { At = at };
            case Effect.Notify notify:
                return new CaseEvent.Notified(effect.Step, $"{notify.Template}.txt") { At = at };
            case Effect.Publish publish:
                agenda.Add(at + BackOffice, (_, later) => new CaseEvent.Delivered(publish.Delivery, "simulated") { At = later });
                return new CaseEvent.Published(effect.Step, publish.Delivery) { At = at };
            case Effect.RequestPayment payment:
                var transaction = $"{effect.Step}-{payment.Attempt}";
                if (scenario.Pays)
                    _paidAt[transaction] = at + Paying;
                return new CaseEvent.PaymentRequested(effect.Step, transaction, new($"https://pay.example/{transaction}")) { At = at };
            case Effect.Refund refund:
                agenda.Add(at + BackOffice, (_, later) => new CaseEvent.Delivered(refund.Delivery, "simulated") { At = later });
                return new CaseEvent.RefundOrdered(effect.Step, refund.Order.Transaction, refund.Order.AmountCents, refund.Delivery) { At = at };
            case Effect.Free:
                return new CaseEvent.Freed(effect.Step) { At = at };
            case Effect.AskPayment ask:
                var booked = _paidAt.TryGetValue(ask.Transaction, out var paidAt) && paidAt <= at;
                return new CaseEvent.PaymentSeen(effect.Step, ask.Transaction, booked ? PaymentStatus.Booked : PaymentStatus.Initial) { At = at };
            default:
                throw new UnreachableException($"Nobody carries out {effect.GetType().Name}.");
        }
    }

    private Facts Facts(Step.Check step, IReadOnlyList<string> supplements) =>
        FactRules.Of(plan, grants.After(supplements), (step.Answers ?? []).ToDictionary(name => name, name => scenario.Yes?.Contains(name) == true));
}
