using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>Gives a task to a colleague.</summary>
public sealed class DelegateTask(AccessControl access, TaskHands hands)
{
    /// <summary>202 once the colleague has it; 409 while somebody else has it, except for a lead.</summary>
    [Function(nameof(DelegateTask))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/tasks/{taskId}/delegation")] HttpRequest request, string ags, string taskId,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var body = await JsonBody.ReadAsync(request, DeskJson.Default.DelegationRequest, new MalformedBody(), maxBytes: 4096, cancellationToken);
        if (!body.Succeeded)
            return ProblemResult.From(body.Error);

        var delegated = await hands.DelegateAsync(durable, new Ags(ags), clerk.Value, taskId, body.Value, cancellationToken);
        return delegated.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(delegated.Error);
    }
}
