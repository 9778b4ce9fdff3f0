using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Ozg.Hosting.Http;
using Ozg.Platform.Payments;

namespace Ozg.Hosting.Payments;

/// <summary>A payment platform to try things out with. It speaks XBezahldienste as the pipeline does, and is as strict as the standard.</summary>
internal sealed class PaymentStub(PaymentRecords records, IReadOnlyList<PaymentPlatform> clients, TimeProvider clock)
{
    private readonly LocalAccessTokens _tokens = new(clients, clock);

    public async Task<IResult> TokenAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType && _tokens.Issue(await request.ReadFormAsync(cancellationToken)) is { } token
            ? TypedResults.Json(token, XBezahldiensteJson.Default.TokenAnswer)
            : Refuse(StatusCodes.Status401Unauthorized, "FORBIDDEN");

    public async Task<IResult> BeginAsync(HttpRequest request, string originatorId, string endPointId, CancellationToken cancellationToken)
    {
        if (Refusal(request, originatorId, endPointId) is { } refused)
            return refused;
        if (await JsonBody.ReadAsync(request.Body, XBezahldiensteJson.Default.PaymentRequest, cancellationToken) is not { } asked || !KeepsTheStandard(asked))
            return Refuse(StatusCodes.Status400BadRequest, "VALIDATION_ERROR");
        if (asked.Items.Sum(item => item.TotalNetAmount + item.TotalTaxAmount) != asked.GrosAmount)
            return Refuse(StatusCodes.Status400BadRequest, "CALCULATION_ERROR");

        var wanted = Payment(asked, originatorId, endPointId);
        var kept = records.Begin(wanted);
        return kept with { TransactionId = wanted.TransactionId, Status = wanted.Status, BegunAt = wanted.BegunAt } == wanted
            ? Transaction(kept, request)
            : Refuse(StatusCodes.Status400BadRequest, "PAYMENT_EXISTS");
    }

    public IResult Ask(HttpRequest request, string originatorId, string endPointId, string transactionId) =>
        (IResult?)Refusal(request, originatorId, endPointId)
        ?? (records.Find(transactionId) is { } found && found.OriginatorId == originatorId && found.EndPointId == endPointId
            ? Transaction(found, request)
            : Refuse(StatusCodes.Status404NotFound, "UNSPECIFIED"));

    private static JsonHttpResult<PaymentTransaction> Transaction(LocalPayment payment, HttpRequest request)
    {
        var page = payment.Status == PaymentRecords.Initial ? new Uri($"http://localhost:{request.HttpContext.Connection.LocalPort}{PaymentEndpoints.Path}/{payment.TransactionId}") : null;
        return TypedResults.Json(new PaymentTransaction(new(payment.TransactionId, payment.Status, page)), XBezahldiensteJson.Default.PaymentTransaction);
    }

    private ProblemHttpResult? Refusal(HttpRequest request, string originatorId, string endPointId) =>
        !_tokens.Holds(request) ? Refuse(StatusCodes.Status401Unauthorized, "FORBIDDEN")
        : clients.All(client => client.OriginatorId != originatorId) || !PaymentRules.IsId(endPointId) ? Refuse(StatusCodes.Status400BadRequest, "NO_VALID_ORIGINATOR_OR_ENDPOINT")
        : null;

    private static bool KeepsTheStandard(PaymentRequest asked) =>
        PaymentRules.IsId(asked.RequestId) && asked.Currency == "EUR" && asked.GrosAmount is > 0 and <= 999_999 && PaymentRules.IsPurpose(asked.Purpose)
        && asked.RedirectUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" } && asked.RedirectUrl.AbsoluteUri.Length <= PaymentRules.MaxRedirectLength
        && asked.Items.Count is >= 1 and <= 99 && asked.Items.All(item => PaymentRules.IsId(item.Id) && PaymentRules.IsId(item.Reference));

    private LocalPayment Payment(PaymentRequest asked, string originatorId, string endPointId) => new()
    {
        TransactionId = $"local-{RandomNumberGenerator.GetHexString(16, lowercase: true)}",
        RequestId = asked.RequestId,
        OriginatorId = originatorId,
        EndPointId = endPointId,
        ApplicationId = asked.Items[0].Id,
        Reference = asked.Items[0].Reference,
        Purpose = asked.Purpose,
        Amount = asked.GrosAmount,
        RedirectUrl = asked.RedirectUrl,
        Status = PaymentRecords.Initial,
        BegunAt = clock.GetUtcNow(),
    };

    private static ProblemHttpResult Refuse(int status, string code) =>
        TypedResults.Problem(statusCode: status, extensions: new Dictionary<string, object?> { ["functionalCode"] = code });
}
