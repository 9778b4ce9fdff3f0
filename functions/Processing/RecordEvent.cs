using Microsoft.Azure.Functions.Worker;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Writes an event down: the journal first, since it is the truth, then what is read, then the note is done with.</summary>
public sealed class RecordEvent(Journal journal, CaseProjection projection, PendingWork pending, SubmissionStore submissions)
{
    /// <summary>Idempotent. Answers where the journal now ends.</summary>
    [Function(nameof(RecordEvent))]
    public async Task<JournalHead> Run([ActivityTrigger] Recording recording, CancellationToken cancellationToken)
    {
        var id = recording.Current.Id;
        var manifest = await submissions.ReadAsync(id, cancellationToken);
        var head = await journal.AppendAsync(id, recording.Journal, recording.Event, cancellationToken);
        await projection.ShowAsync(recording.Current, manifest, cancellationToken);
        if (recording.Event.StoredAs is { } storedAs)
            await pending.ConsumedAsync(id, storedAs, cancellationToken);
        return head;
    }
}
