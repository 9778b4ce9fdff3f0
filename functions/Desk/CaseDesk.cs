using System.Globalization;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Functions.Access;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Desk;

/// <summary>What clerks do with the tasks of their Kommune.</summary>
public sealed class CaseDesk(
    CaseProjection cases, CaseDocuments documents, SubmissionStore submissions, Journal journal, OutsideEvents events, EventRaiser raiser,
    TimeProvider clock, ILogger<CaseDesk> logger)
{
    /// <summary>The open tasks of the clerk's groups, most urgent first.</summary>
    public async Task<Outcome<TaskList>> ListAsync(Ags kommune, Clerk clerk, TaskFilter filter, CancellationToken cancellationToken)
    {
        var open = await cases.OpenTasksAsync(kommune, cancellationToken);
        return TaskPage.Of(open.Where(task => clerk.Groups.Contains(task.Task.Group) && filter.Matches(task.Task)), filter.Cursor, filter.Language);
    }

    /// <summary>Takes a task for a clerk. Claiming one's own task again is no error.</summary>
    public async Task<Outcome<TaskId>> ClaimAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(kommune, clerk, taskId, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var task = found.Value;
        var claim = new CaseEvent.Claimed(task.Task.Id, clerk.Id) { At = clock.GetUtcNow() };
        if (!await raiser.RaiseAsync(durable, task.Task.Id.Case, claim, cancellationToken))
        {
            return await ClaimantAsync(task.Task.Id, cancellationToken) == clerk.Id ? task.Task.Id : new ClaimedByAnother();
        }

        await cases.ShowTaskAsync(task with { Task = task.Task with { Assignee = clerk.Id } }, cancellationToken);
        return task.Task.Id;
    }

    /// <summary>Decides a task, once.</summary>
    internal async Task<Outcome<TaskId>> DecideAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, Decision decision, CancellationToken cancellationToken)
    {
        var found = await FindAsync(kommune, clerk, taskId, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var task = found.Value;
        if (await ClaimantAsync(task.Task.Id, cancellationToken) is { } claimant && claimant != clerk.Id)
            return new ClaimedByAnother();

        var reason = decision.Reason is { } words ? await documents.WriteReasonAsync(task.Task.Id, words, cancellationToken) : null;
        CaseEvent decided = decision.Verdict == Verdict.Approved
            ? new CaseEvent.Approved(task.Task.Id, clerk.Id, reason) { At = clock.GetUtcNow() }
            : new CaseEvent.Rejected(task.Task.Id, clerk.Id, reason!) { At = clock.GetUtcNow() };
        if (!await raiser.RaiseAsync(durable, task.Task.Id.Case, decided, cancellationToken))
            return new AlreadyDecided();

        await cases.ShowTaskAsync(task with { Open = false }, cancellationToken);
        logger.TaskDecided(task.Task.Id, kommune, (decided.At - task.Task.OpenedAt).TotalHours);
        return task.Task.Id;
    }

    /// <summary>The whole case, for a clerk of its Kommune.</summary>
    public async Task<Outcome<CaseFile>> FileAsync(Ags kommune, string id, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || new CaseId(id).Kommune != kommune || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest)
            return new UnknownCase();

        var current = await cases.FindAsync(manifest.Id, cancellationToken);
        return new CaseFile(
            manifest.Id, manifest.Reference, kommune, manifest.Leistung, current?.Status ?? CaseStatus.Received, manifest.ReceivedAt,
            await submissions.ReadApplicationAsync(manifest, cancellationToken),
            [.. manifest.Attachments.Select(file => new CaseFileAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))],
            await journal.ReadAsync(manifest.Id, cancellationToken));
    }

    // Who has claimed is what is stored; the list may not show it yet.
    private async Task<ClerkId?> ClaimantAsync(TaskId task, CancellationToken cancellationToken) =>
        (await events.FindAsync(task.Case, CaseEvent.ClaimOn(task), cancellationToken) as CaseEvent.Claimed)?.By;

    private async Task<Outcome<DeskTask>> FindAsync(Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        if (!TaskId.IsWellFormed(taskId) || await cases.FindTaskAsync(kommune, new(taskId), cancellationToken) is not { } task)
            return new UnknownTask();
        if (!task.Open)
            return new AlreadyDecided();
        return ApprovalRules.RefusalFor(task.Task, clerk.Id, clerk.Groups) is { } refusal ? refusal : task;
    }
}

/// <summary>Which tasks the list shows; null: all.</summary>
/// <param name="Group">Of this group.</param>
/// <param name="Assignee">Claimed by this clerk.</param>
/// <param name="Application">Of this case.</param>
/// <param name="Cursor">From this place on.</param>
/// <param name="Language">In which the due dates are explained.</param>
public sealed record TaskFilter(string? Group, string? Assignee, string? Application, string? Cursor, CultureInfo Language)
{
    /// <summary>Whether the list shows a task.</summary>
    public bool Matches(OpenTask task) =>
        (Group is null || task.Group == Group)
        && (Assignee is null || task.Assignee?.Value == Assignee)
        && (Application is null || task.Id.Case.Value == Application);
}
