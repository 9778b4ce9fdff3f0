using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Delivery;

namespace Ozg.Functions.Processing;

/// <summary>Puts a result on the bus.</summary>
public sealed class PublishResult(ResultQueue results, TimeProvider clock)
{
    /// <summary>Idempotent: the same message id, and the same delivery, each time.</summary>
    [Function(nameof(PublishResult))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Publish effect, CancellationToken cancellationToken)
    {
        var result = new ResultMessage(effect.Case, effect.Step, effect.Target, effect.Result, effect.Documents, Try: 1);
        await results.SendAsync(result, notBefore: null, cancellationToken);
        return new(new CaseEvent.Published(effect.Step, effect.Delivery) { At = clock.GetUtcNow() });
    }
}
