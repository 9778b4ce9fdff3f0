using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core.Kommunen;
using Ozg.Functions.Problems;
using Ozg.Functions.Processing;

namespace Ozg.Functions.Intake;

/// <summary>Takes an application.</summary>
public sealed class SubmitApplication(ApplicationIntake intake, CaseStarter starter, ApplicantLinks links, ILogger<SubmitApplication> logger)
{
    /// <summary>202 with a receipt: what got one is never lost.</summary>
    [Function(nameof(SubmitApplication))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "kommunen/{ags}/leistungen/{leistung}/applications")] HttpRequest request, string ags, string leistung,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var accepted = await intake.AcceptAsync(request, new Ags(ags), leistung, cancellationToken);
        if (!accepted.Succeeded)
            return ProblemResult.From(accepted.Error);

        await starter.StartOrLeaveToSweepAsync(durable, accepted.Value, cancellationToken);
        logger.ApplicationAccepted(accepted.Value.Id, accepted.Value.Leistung, accepted.Value.Attachments.Count);
        var receipt = links.ReceiptFor(accepted.Value, request);
        request.HttpContext.Response.Headers.Location = receipt.StatusUrl.ToString();
        return TypedResults.Json(receipt, IntakeJson.Default.Receipt, statusCode: StatusCodes.Status202Accepted);
    }
}
