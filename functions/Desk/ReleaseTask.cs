using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>Gives a task back.</summary>
public sealed class ReleaseTask(AccessControl access, TaskHands hands)
{
    /// <summary>202 once it is free; 409 while somebody else has it, except for a lead.</summary>
    [Function(nameof(ReleaseTask))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/tasks/{taskId}/release")] HttpRequest request, string ags, string taskId,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var released = await hands.ReleaseAsync(durable, new Ags(ags), clerk.Value, taskId, cancellationToken);
        return released.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(released.Error);
    }
}
