using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Delivery;

namespace Ozg.Functions.Processing;

/// <summary>Puts the order to give a payment back on the bus, for the treasury.</summary>
public sealed class OrderRefund(ResultQueue results, TimeProvider clock)
{
    /// <summary>Idempotent: the same message id, and the same delivery, each time.</summary>
    [Function(nameof(OrderRefund))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Refund effect, CancellationToken cancellationToken)
    {
        var order = new ResultMessage(effect.Case, effect.Step, effect.Target, Result: null, Documents: [], Try: 1) { Refund = effect.Order };
        await results.SendAsync(order, notBefore: null, cancellationToken);
        return new(new CaseEvent.RefundOrdered(effect.Step, effect.Order.Transaction, effect.Order.AmountCents, effect.Delivery) { At = clock.GetUtcNow() });
    }
}
