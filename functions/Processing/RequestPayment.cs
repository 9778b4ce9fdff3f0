using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Payments;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Begins a payment with the Kommune's platform.</summary>
public sealed class RequestPayment(PaymentClient payments, SubmissionStore submissions, TimeProvider clock)
{
    /// <summary>Idempotent: the same attempt is the same request, and gives the same transaction.</summary>
    [Function(nameof(RequestPayment))]
    public async Task<Happened> Run([ActivityTrigger] Effect.RequestPayment effect, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(effect.Case, cancellationToken);
        var order = new PaymentOrder(effect.Case, effect.Step, effect.Attempt, effect.Cents, effect.Purpose, manifest.Reference);
        var begun = await payments.BeginAsync(order, cancellationToken);
        return new(new CaseEvent.PaymentRequested(effect.Step, begun.Transaction, begun.Page) { At = clock.GetUtcNow() });
    }
}
