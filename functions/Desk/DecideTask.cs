using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>Decides a task.</summary>
public sealed class DecideTask(AccessControl access, CaseDesk desk)
{
    /// <summary>202 once the decision is stored; 409 when there is one already.</summary>
    [Function(nameof(DecideTask))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/tasks/{taskId}/decision")] HttpRequest request, string ags, string taskId,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags));
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var decision = await DecisionBody.ReadAsync(request, cancellationToken);
        if (!decision.Succeeded)
            return ProblemResult.From(decision.Error);

        var decided = await desk.DecideAsync(durable, new Ags(ags), clerk.Value, taskId, decision.Value, cancellationToken);
        return decided.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(decided.Error);
    }
}
