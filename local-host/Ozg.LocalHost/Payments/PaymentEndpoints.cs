using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Http;
using Ozg.Platform.Payments;

namespace Ozg.Hosting.Payments;

/// <summary>The payment stub: the standard's addresses, the page where somebody pays, and a way for tests to pay.</summary>
internal static class PaymentEndpoints
{
    public const string Path = "/local/payments";

    private static readonly string[] Ends = ["BOOKED", "FAILED", "CANCELED"];

    public static void MapPayments(this IEndpointRouteBuilder endpoints, PaymentRecords records, IReadOnlyList<PaymentPlatform> clients, TimeProvider clock)
    {
        var stub = new PaymentStub(records, clients, clock);
        endpoints.MapPost($"{Path}/token", stub.TokenAsync);
        endpoints.MapPost($"{Path}/paymenttransaction/{{originatorId}}/{{endPointId}}", stub.BeginAsync);
        endpoints.MapGet($"{Path}/paymenttransaction/{{originatorId}}/{{endPointId}}/{{transactionId}}", stub.Ask);
        endpoints.MapGet(Path, (string? application) => TypedResults.Json(new LocalPayments(records.Of(application)), LocalPaymentsJson.Default.LocalPayments));
        endpoints.MapGet($"{Path}/{{transactionId}}", (HttpResponse response, string transactionId) =>
            records.Find(transactionId) is { } found ? PaymentPage.Show(found, response) : (IResult)Unknown(transactionId));
        endpoints.MapPost($"{Path}/{{transactionId}}", (HttpRequest request, string transactionId, CancellationToken cancellationToken) => SettleAsync(request, transactionId, records, cancellationToken));
    }

    private static async Task<IResult> SettleAsync(HttpRequest request, string transactionId, PaymentRecords records, CancellationToken cancellationToken)
    {
        var fromPage = request.HasFormContentType;
        var status = fromPage
            ? (await request.ReadFormAsync(cancellationToken))["status"].ToString()
            : (await JsonBody.ReadAsync(request.Body, LocalPaymentsJson.Default.Settlement, cancellationToken))?.Status;
        if (!Ends.Contains(status))
            return TypedResults.Problem($"Expected \"status\": one of {string.Join(", ", Ends)}.", statusCode: StatusCodes.Status400BadRequest);
        if (records.Find(transactionId) is null)
            return Unknown(transactionId);

        records.Settle(transactionId, status!);
        var settled = records.Find(transactionId)!;
        return fromPage ? Results.Redirect($"{Path}/{transactionId}") // the page then shows how it stands, also when loaded anew
            : settled.Status == status ? TypedResults.Json(settled, LocalPaymentsJson.Default.LocalPayment)
            : TypedResults.Problem($"The payment has ended before: {settled.Status}.", statusCode: StatusCodes.Status409Conflict);
    }

    private static ProblemHttpResult Unknown(string transactionId) =>
        TypedResults.Problem($"There is no payment {transactionId}.", statusCode: StatusCodes.Status404NotFound);
}
