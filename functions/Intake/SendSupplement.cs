using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Intake;

/// <summary>Takes what an applicant adds, asked or unasked.</summary>
public sealed class SendSupplement(SupplementIntake intake)
{
    /// <summary>Opened by the link's token. 202 once everything is stored; 409 when the case is decided.</summary>
    [Function(nameof(SendSupplement))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id}/supplements")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var accepted = await intake.AcceptAsync(durable, request, id, cancellationToken);
        return accepted.Succeeded
            ? TypedResults.Json(ApplicantLinks.ReceiptFor(accepted.Value), IntakeJson.Default.SupplementReceipt, statusCode: StatusCodes.Status202Accepted)
            : ProblemResult.From(accepted.Error);
    }
}
