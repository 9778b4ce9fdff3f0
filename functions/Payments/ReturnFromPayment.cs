using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Payments;

/// <summary>
/// Where a payment platform sends the applicant back. The platform learns no link that opens an application, and that somebody comes
/// here does not prove that they have paid: it is a reason to ask the platform, and no more.
/// </summary>
public sealed class ReturnFromPayment(PaymentComeBacks comeBacks)
{
    /// <summary>Has the platform asked, and says where to look.</summary>
    [Function(nameof(ReturnFromPayment))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payments/return")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await comeBacks.NoteAsync(durable, request.Query["case"].ToString(), cancellationToken);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(ReturnPage.In(Language.Of(request)), "text/html; charset=utf-8");
    }
}
