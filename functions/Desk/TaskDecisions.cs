using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Forms;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Desk;

/// <summary>What clerks decide, answer, ask and extend.</summary>
public sealed class TaskDecisions(
    TaskDesk desk, TaskHands hands, GrantChanges changes, SubmissionStore submissions, FormStore forms, CaseProjection cases, CaseDocuments documents, Forwarding forwarding, EventRaiser raiser, TimeProvider clock,
    ILogger<TaskDecisions> logger)
{
    /// <summary>Takes a decision, once; a question to the applicant and more time for the authority leave the task open.</summary>
    internal async Task<Outcome<TaskId>> DecideAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, DecisionRequest request, IfMatch ifMatch, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(kommune, clerk, taskId, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (row, task, _, _, _, actor) = found.Value;
        if (!actor.Succeeded)
            return actor.Error;

        var form = request.Fields is { Count: > 0 } ? await FormAsync(task.Id.Case, cancellationToken) : null; // most ask about none
        var now = clock.GetUtcNow();
        var decision = DecisionRules.Read(request, DecisionRules.OutcomesOf(row with { Task = task }, now), form);
        if (!decision.Succeeded)
            return decision.Error;

        var current = await cases.FindAsync(task.Id.Case, cancellationToken) ?? Case.Begin(task.Id.Case);
        if (await RefusalAsync(current, decision.Value, ifMatch, cancellationToken) is { } refusal)
            return refusal;

        Alteration? altered = null;
        if (request.Changes is not null)
        {
            var stored = await changes.StoreAsync(row with { Task = task }, actor.Value, request.Changes, cancellationToken);
            if (!stored.Succeeded)
                return stored.Error;
            altered = stored.Value;
        }

        await hands.FreeAsync(durable, found.Value, actor.Value, cancellationToken); // whoever was faster: it is decided now
        var words = decision.Value.Reason is { } reason ? await documents.WriteReasonAsync(task.Id, reason, decision.Value.Fields, cancellationToken) : null;
        var happened = DecisionRules.EventOf(decision.Value, task, actor.Value, ApprovalRules.GroupOf(task, clerk.Before(task)), words, altered, current.Supplements.Count, now);
        if (!await raiser.RaiseAsync(durable, task.Id.Case, happened, cancellationToken))
            return happened.StoredAs == CaseEvent.DecisionOn(task.Id) ? new AlreadyDecided() : new AlreadyAsked();

        if (happened.StoredAs == CaseEvent.DecisionOn(task.Id))
        {
            await cases.ShowTaskAsync(row with { Open = false }, cancellationToken);
            logger.TaskDecided(task.Id, kommune, (now - task.OpenedAt).TotalHours);
        }
        else
        {
            logger.TaskKeptOpen(task.Id, kommune, decision.Value.Outcome);
        }

        return task.Id;
    }

    // Somebody decides on what they have read, approves on what the checks say of it, and hands on to who takes it.
    private async Task<Error?> RefusalAsync(Case current, Decision decision, IfMatch ifMatch, CancellationToken cancellationToken)
    {
        if (ifMatch.Names(CaseFiles.TagOf(current)) is false)
            return new CaseChanged();
        if (decision.Outcome is DecisionRules.Approve or DecisionRules.Forward && current.Rechecks.Count > 0)
            return new CheckedAgain();
        return decision.ForwardTo is { } other
            ? await forwarding.RefusalAsync(await submissions.ReadAsync(current.Id, cancellationToken), current.Supplements, other, cancellationToken)
            : null;
    }

    private async Task<FormSchema?> FormAsync(CaseId id, CancellationToken cancellationToken) =>
        await forms.OfAsync(await submissions.ReadAsync(id, cancellationToken), cancellationToken) is { Succeeded: true, Value: var form } ? form.Schema : null;
}
