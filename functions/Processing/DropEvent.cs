using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Processing;

/// <summary>An outside event that its case does not take in.</summary>
/// <param name="Case">The case.</param>
/// <param name="StoredAs">The id under which the event stays stored.</param>
public sealed record DroppedEvent(CaseId Case, string StoredAs);

/// <summary>Removes the note by which the sweep would raise an event again and again.</summary>
public sealed class DropEvent(PendingWork pending)
{
    /// <summary>Idempotent.</summary>
    [Function(nameof(DropEvent))]
    public Task Run([ActivityTrigger] DroppedEvent dropped, CancellationToken cancellationToken) =>
        pending.ConsumedAsync(dropped.Case, dropped.StoredAs, cancellationToken);
}
