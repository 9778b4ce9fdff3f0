using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Processing;

/// <summary>Stored, then raised: how every event from outside reaches its case.</summary>
public sealed class EventRaiser(OutsideEvents events, ILogger<EventRaiser> logger)
{
    /// <summary>
    /// Stores an event and raises it. When the process dies in between, the sweep raises it; the case ignores one it has seen.
    /// </summary>
    /// <returns>False, with nothing done, when the event's id is taken by an earlier one.</returns>
    public async Task<bool> RaiseAsync(DurableTaskClient durable, CaseId id, CaseEvent happened, CancellationToken cancellationToken)
    {
        if (!await events.StoreAsync(id, happened, cancellationToken))
            return false;

        await RaiseStoredAsync(durable, id, happened, cancellationToken);
        return true;
    }

    /// <summary>Raises an event that is stored, whether or not it was raised before: what builds on it must not come first.</summary>
    public async Task RaiseStoredAsync(DurableTaskClient durable, CaseId id, CaseEvent happened, CancellationToken cancellationToken)
    {
        try
        {
            await durable.RaiseEventAsync(id.Value, ProcessApplication.EventName, new Happened(happened), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.RaiseFailed(failure, happened.StoredAs!, id); // stored is enough: the sweep raises it
        }
    }
}
