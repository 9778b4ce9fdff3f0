using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>What clerks decide, answer, ask and extend.</summary>
public sealed class TaskDecisions(
    TaskDesk desk, Catalogue catalogue, GrantChanges changes, CaseProjection cases, CaseDocuments documents, EventRaiser raiser, TimeProvider clock, ILogger<TaskDecisions> logger)
{
    /// <summary>Takes a decision, once; a question to the applicant and more time for the authority leave the task open.</summary>
    internal async Task<Outcome<TaskId>> DecideAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, DecisionRequest request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(kommune, clerk, taskId, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (row, task, _, _, actor) = found.Value;
        if (!actor.Succeeded)
            return actor.Error;

        // Of the form as it now is: the applicant's answer is checked against it too. What is offered no more can still be decided.
        var offer = catalogue.Offer(task.Id.Case.Kommune, row.Leistung);
        var form = offer.Succeeded ? offer.Value.Leistung.Form : null;
        var now = clock.GetUtcNow();
        var decision = DecisionRules.Read(request, DecisionRules.OutcomesOf(task, row.Extendable, now), form);
        if (!decision.Succeeded)
            return decision.Error;

        Alteration? altered = null;
        if (request.Changes is not null)
        {
            var stored = await changes.StoreAsync(row with { Task = task }, actor.Value, request.Changes, offer.Succeeded ? offer.Value : null, cancellationToken);
            if (!stored.Succeeded)
                return stored.Error;
            altered = stored.Value;
        }

        var words = decision.Value.Reason is { } reason ? await documents.WriteReasonAsync(task.Id, reason, decision.Value.Fields, cancellationToken) : null;
        var happened = DecisionRules.EventOf(decision.Value, task, actor.Value, words, altered, now);
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
}
