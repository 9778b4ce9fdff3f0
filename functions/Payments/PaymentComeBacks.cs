using Microsoft.DurableTask.Client;
using Ozg.Core.Cases;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Payments;

/// <summary>Tells a case that somebody is back from its payment page, so that nobody who has just paid waits for the next asking.</summary>
public sealed class PaymentComeBacks(CaseProjection cases, EventRaiser raiser, TimeProvider clock)
{
    /// <summary>Tells it, if it waits for money, or gives back what comes too late, and does not ask anyway. Whether there is such a case, the caller does not learn.</summary>
    public async Task NoteAsync(DurableTaskClient durable, string id, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || await cases.FindAsync(new(id), cancellationToken) is not { } current)
            return;

        var now = clock.GetUtcNow();
        var open = current.Payments.Where(payment => payment.HeedsComeBack(now)).Select(payment => new CaseEvent.BackFromPayment(payment.Transaction!, payment.ComeBacks) { At = now });
        var watched = current.Returns.OfType<OpenReturn.Watch>().Where(watch => watch.HeedsComeBack(now)).Select(watch => new CaseEvent.BackFromPayment(watch.Transaction, watch.ComeBacks) { At = now });
        foreach (var back in open.Concat(watched))
            await raiser.RaiseAsync(durable, current.Id, back, cancellationToken);
    }
}
