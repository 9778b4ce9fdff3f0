using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Payments;

namespace Ozg.Functions.Processing;

/// <summary>Asks the Kommune's platform how a payment stands.</summary>
public sealed class AskPayment(PaymentClient payments, TimeProvider clock)
{
    /// <summary>Idempotent: it asks only.</summary>
    [Function(nameof(AskPayment))]
    public async Task<Happened> Run([ActivityTrigger] Effect.AskPayment effect, CancellationToken cancellationToken)
    {
        var status = await payments.StatusAsync(effect.Case.Kommune, effect.Transaction, cancellationToken);
        return new(new CaseEvent.PaymentSeen(effect.Step, effect.Transaction, status) { At = clock.GetUtcNow() });
    }
}
