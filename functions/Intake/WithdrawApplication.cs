using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Intake;

/// <summary>Takes an application back.</summary>
public sealed class WithdrawApplication(Withdrawal withdrawal)
{
    /// <summary>Opened by the link's token. 202, also the second time; 409 when the case is decided.</summary>
    [Function(nameof(WithdrawApplication))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/withdrawal")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var withdrawn = await withdrawal.WithdrawAsync(durable, request, id, cancellationToken);
        return withdrawn.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(withdrawn.Error);
    }
}
