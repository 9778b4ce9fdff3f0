using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Cases;

namespace Ozg.Functions.Processing;

/// <summary>Hands an application over to the Kommune that is responsible.</summary>
public sealed class HandApplicationOver(Forwarding forwarding, TimeProvider clock)
{
    /// <summary>Idempotent: the case there has an id made of the one here.</summary>
    [Function(nameof(HandApplicationOver))]
    public async Task<Happened> Run([ActivityTrigger] Effect.HandOver effect, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var there = await forwarding.HandOverAsync(durable, effect, cancellationToken);
        return new(new CaseEvent.HandedOver(effect.Step, there) { At = clock.GetUtcNow() });
    }
}
