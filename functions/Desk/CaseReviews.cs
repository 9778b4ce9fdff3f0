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

/// <summary>Clerks look again at what was granted, while its case waits (§ 49 VwVfG).</summary>
public sealed class CaseReviews(SubmissionStore submissions, PlanStore plans, CaseProjection cases, CaseDocuments documents, EventRaiser raiser, TimeProvider clock, ILogger<CaseReviews> logger)
{
    /// <summary>
    /// Opens a review, for the leads of the case's Kommune and the clerks of the review's groups. Who opens it does not decide it. Nobody
    /// does so for another Kommune: it is no task that lies at a desk yet.
    /// </summary>
    internal async Task<Outcome<TaskId>> OpenAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string id, ReviewRequest request, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || clerk.Helps || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest || manifest.Kommune != kommune)
            return new UnknownCase();

        var process = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process;
        if (!clerk.HasPartIn(process))
            return new UnknownCase();

        var reason = DecisionRules.ReasonOf(request.Reason);
        if (!reason.Succeeded)
            return reason.Error;
        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        if (Engine.NextReview(process, current) is not { } task)
            return Engine.IsReviewed(current) ? new ReviewOpen() : new NothingToReview();
        if (!clerk.IsLead && !process.GroupsOf(task.Step).Any(group => group is not null && clerk.Groups.Contains(group)))
            return new OtherGroupsTask(((Step.Approve)process.Find(task.Step)).Group);

        var words = await documents.WriteReasonAsync(task, reason.Value, [], cancellationToken);
        if (!await raiser.RaiseAsync(durable, manifest.Id, new CaseEvent.ReviewOpened(task, new Actor(clerk.Id), words) { At = clock.GetUtcNow() }, cancellationToken))
            return new ReviewOpen();

        logger.ReviewOpened(task, kommune);
        return task;
    }
}
