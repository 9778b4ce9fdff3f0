using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Problems;
using Ozg.Functions.Processing;

namespace Ozg.Functions.Intake;

/// <summary>Takes an application.</summary>
public sealed class SubmitApplication(ApplicationIntake intake, CaseStarter starter, ApplicantLinks links)
{
    /// <summary>202 with a receipt: what got one is never lost.</summary>
    [Function(nameof(SubmitApplication))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "kommunen/{ags}/leistungen/{leistung}/applications")] HttpRequest request, string ags, string leistung,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var address = links.AddressFor(request);
        if (!address.Succeeded)
            return ProblemResult.From(address.Error);

        var accepted = await intake.AcceptAsync(request, new Ags(ags), leistung, cancellationToken);
        if (!accepted.Succeeded)
            return ProblemResult.From(accepted.Error);

        await starter.StartOrLeaveToSweepAsync(durable, accepted.Value, cancellationToken);
        var receipt = links.ReceiptFor(accepted.Value, address.Value);
        request.HttpContext.Response.Headers.Location = receipt.StatusUrl.ToString();
        return TypedResults.Json(receipt, IntakeJson.Default.Receipt, statusCode: StatusCodes.Status202Accepted);
    }
}
