using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;
using Ozg.Platform.Organisation;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Writes an event down: the journal first, since it is the truth, then what is read, on both sides where a partner Kommune helps, then the note is done with.</summary>
public sealed class RecordEvent(Journal journal, CaseProjection projection, PendingWork pending, SubmissionStore submissions, PlanStore plans, LoanBook loans)
{
    /// <summary>Idempotent. Answers where the journal now ends.</summary>
    [Function(nameof(RecordEvent))]
    public async Task<JournalHead> Run([ActivityTrigger] Recording recording, CancellationToken cancellationToken)
    {
        var id = recording.Current.Id;
        var manifest = await submissions.ReadAsync(id, cancellationToken);
        var head = await journal.AppendAsync(id, recording.Journal, recording.Event, cancellationToken);
        var process = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process;
        await projection.ShowAsync(recording.Current, process, manifest, cancellationToken);
        // At a partner's own desk, as the second pair of eyes or an office, nobody acts under a loan.
        if (ClerkAct.Of(recording.Event) is { Partner: not null } act && await projection.FindTaskAsync(id.Kommune, act.Task, cancellationToken) is not null)
            await loans.NoteAsync(act, recording.Event.StoredAs!, process.GroupsOf(act.Task.Step), cancellationToken);
        if (recording.Event.StoredAs is { } storedAs)
            await pending.ConsumedAsync(id, storedAs, cancellationToken);
        return head;
    }
}
