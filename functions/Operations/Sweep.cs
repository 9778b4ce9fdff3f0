using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ozg.Core.Cases;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Operations;

/// <summary>Brings to its case what was stored and never arrived. Doing it twice, or beside the one who stored it, is harmless.</summary>
public sealed class Sweep(
    PendingWork pending, SubmissionStore submissions, OutsideEvents events, CaseProjection cases, CaseStarter starter,
    IOptions<OperationsOptions> options, TimeProvider clock, ILogger<Sweep> logger)
{
    /// <summary>Starts the applications that were committed and never started.</summary>
    public async Task StartsAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await foreach (var note in pending.StartsBeforeAsync(clock.GetUtcNow() - options.Value.SweepAfter, cancellationToken))
        {
            await OneByOneAsync(note.Id, () => StartAsync(durable, note, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Raises the outside events that were stored and never taken in.</summary>
    public async Task EventsAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await foreach (var note in pending.EventsBeforeAsync(clock.GetUtcNow() - options.Value.SweepAfter, cancellationToken))
        {
            await OneByOneAsync(note.Id, () => RaiseAsync(durable, note, cancellationToken), cancellationToken);
        }
    }

    private async Task StartAsync(DurableTaskClient durable, PendingStart note, CancellationToken cancellationToken)
    {
        if (await submissions.FindAsync(note.Id, cancellationToken) is { } manifest)
        {
            await starter.StartAsync(durable, manifest, cancellationToken);
            logger.StartedLate(note.Id);
        }
        else if (clock.GetUtcNow() - note.NotedAt > options.Value.ForgetAfter)
        {
            await pending.ForgetAsync(note, cancellationToken); // never committed, so never promised
        }
    }

    private async Task RaiseAsync(DurableTaskClient durable, PendingEvent note, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(note.Id, cancellationToken) is { } current && (current.IsOver || current.Seen.Contains(note.StoredAs)))
        {
            await pending.ConsumedAsync(note.Id, note.StoredAs, cancellationToken);
        }
        else if (await events.FindAsync(note.Id, note.StoredAs, cancellationToken) is { } happened)
        {
            await durable.RaiseEventAsync(note.Id.Value, ProcessApplication.EventName, new Happened(happened), cancellationToken);
            logger.RaisedLate(note.StoredAs, note.Id);
        }
        else if (clock.GetUtcNow() - note.NotedAt > options.Value.ForgetAfter)
        {
            await pending.ForgetAsync(note, cancellationToken); // never stored, so never promised
        }
    }

    // One that cannot be mended now must not keep the others waiting; it is met again by the next sweep.
    private async Task OneByOneAsync(CaseId id, Func<Task> mend, CancellationToken cancellationToken)
    {
        try
        {
            await mend();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.NotMended(failure, id);
        }
    }
}
