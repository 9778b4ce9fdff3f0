using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>Takes a task.</summary>
public sealed class ClaimTask(AccessControl access, TaskHands hands)
{
    /// <summary>202 for the one who has it now; 409 for everybody else.</summary>
    [Function(nameof(ClaimTask))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/tasks/{taskId}/claim")] HttpRequest request, string ags, string taskId,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var claimed = await hands.ClaimAsync(durable, new Ags(ags), clerk.Value, taskId, cancellationToken);
        return claimed.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(claimed.Error);
    }
}
