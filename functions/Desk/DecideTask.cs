using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>Decides a task.</summary>
public sealed class DecideTask(AccessControl access, TaskDecisions decisions)
{
    /// <summary>
    /// 202 once the decision is stored; 409 when there is one already. With the case file's <c>ETag</c> in <c>If-Match</c> 412 when something
    /// has come to the application since.
    /// </summary>
    [Function(nameof(DecideTask))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/tasks/{taskId}/decision")] HttpRequest request, string ags, string taskId,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var body = await JsonBody.ReadAsync(request, DeskJson.Default.DecisionRequest, new MalformedDecision(), maxBytes: 64 * 1024, cancellationToken);
        if (!body.Succeeded)
            return ProblemResult.From(body.Error);

        var decided = await decisions.DecideAsync(durable, new Ags(ags), clerk.Value, taskId, body.Value, IfMatch.Of(request), cancellationToken);
        return decided.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(decided.Error);
    }
}
