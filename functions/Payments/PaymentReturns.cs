using Microsoft.DurableTask.Client;
using Ozg.Core.Cases;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Payments;

/// <summary>Tells a case that somebody is back from its payment page, so that nobody who has just paid waits for the next asking.</summary>
public sealed class PaymentReturns(CaseProjection cases, EventRaiser raiser, TimeProvider clock)
{
    /// <summary>Tells it, if it waits for money, or gives back what comes too late, and does not ask anyway. Whether there is such a case, the caller does not learn.</summary>
    public async Task NoteAsync(DurableTaskClient durable, string id, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || await cases.FindAsync(new(id), cancellationToken) is not { } current)
            return;

        var now = clock.GetUtcNow();
        var open = current.Payments.Where(payment => payment.HeedsReturn(now)).Select(payment => new CaseEvent.PaymentReturned(payment.Transaction!, payment.Returns) { At = now });
        var watched = current.Returns.OfType<OpenReturn.Watch>().Where(watch => watch.HeedsReturn(now)).Select(watch => new CaseEvent.PaymentReturned(watch.Transaction, watch.Returns) { At = now });
        foreach (var back in open.Concat(watched))
            await raiser.RaiseAsync(durable, current.Id, back, cancellationToken);
    }
}
