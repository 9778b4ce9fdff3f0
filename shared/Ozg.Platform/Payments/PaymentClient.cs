using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Neighbours;

namespace Ozg.Platform.Payments;

/// <summary>What is to be paid.</summary>
/// <param name="Case">The case; its Kommune gets the money.</param>
/// <param name="Step">The pay step.</param>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="Cents">1 to <see cref="PaymentRules.MaxCents"/>.</param>
/// <param name="Purpose">The booking text; see <see cref="PaymentRules.IsPurpose"/>.</param>
/// <param name="Reference">What people call the case; the treasury finds the money by it.</param>
public sealed record PaymentOrder(CaseId Case, string Step, int Attempt, long Cents, string Purpose, string Reference);

/// <summary>A payment that the applicant can make.</summary>
/// <param name="Transaction">The platform's id.</param>
/// <param name="Page">Where the applicant pays.</param>
public sealed record BegunPayment(string Transaction, Uri Page);

/// <summary>
/// Speaks XBezahldienste 1.0.0 with a Kommune's payment platform. Paths, request and its limits are the published ones; that the
/// answer holds <c>paymentInformation</c>, that client id and secret stand in the token request's body, and that the code of a
/// refusal stands somewhere in its body, is assumed from implementations.
/// </summary>
public sealed class PaymentClient(HttpClient http, PaymentTokens tokens, IOptions<PaymentOptions> options, TimeProvider clock)
{
    private const int MaxAnswerBytes = 256 * 1024;
    private const int MaxRepetitions = 10;
    private const string Exists = "PAYMENT_EXISTS";

    // What may be said of a refusal: the standard's own words, never the rest of the body.
    private static readonly string[] KnownCodes =
        [Exists, "CALCULATION_ERROR", "BOOKING_DATA_MISSING", "VALIDATION_ERROR", "NO_VALID_ORIGINATOR_OR_ENDPOINT", "NO_VALID_ORIGINATOR_OR_DESTINATION", "FORBIDDEN"];

    /// <summary>
    /// Begins a payment. Idempotent: the same order has the same request id, for which a platform gives the same transaction. One
    /// that refuses the repetition instead gets the next id of the order: its first answer was lost, so nobody has ever seen the
    /// page of that first transaction, and it cannot be paid.
    /// </summary>
    /// <exception cref="ArgumentException">The amount or the purpose is none that may be sent.</exception>
    /// <exception cref="NeighbourException">No platform is configured, or it was not reached in time, or refused, or answered something else.</exception>
    public async Task<BegunPayment> BeginAsync(PaymentOrder order, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order.Cents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order.Cents, PaymentRules.MaxCents);
        if (!PaymentRules.IsPurpose(order.Purpose))
            throw new ArgumentException($"The purpose of step \"{order.Step}\" is none that may be sent.", nameof(order));

        var (who, platform) = Find(order.Case.Kommune);
        for (var repetition = 0; repetition < MaxRepetitions; repetition++)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(Request(order, repetition), XBezahldiensteJson.Default.PaymentRequest);
            var answer = await CallAsync(who, platform, HttpMethod.Post, PathFor(platform, order.Case.Kommune), body, cancellationToken);
            if (answer.IsSuccess)
                return Begun(who, order.Case, Read(who, answer, XBezahldiensteJson.Default.PaymentTransaction).PaymentInformation);
            if (CodeIn(answer) != Exists)
                throw Refused(who, answer);
        }

        throw new NeighbourException(who, $"refused {MaxRepetitions} ids of one request with {Exists}");
    }

    /// <summary>Asks how a payment stands: the only proof that there is.</summary>
    /// <param name="kommune">Whose platform is asked.</param>
    /// <param name="transaction">The platform's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="NeighbourException">No platform is configured, or it was not reached in time, or refused, or answered something else.</exception>
    public async Task<PaymentStatus> StatusAsync(Ags kommune, string transaction, CancellationToken cancellationToken)
    {
        var (who, platform) = Find(kommune);
        var path = $"{PathFor(platform, kommune)}/{Uri.EscapeDataString(transaction)}";
        var answer = await CallAsync(who, platform, HttpMethod.Get, path, body: null, cancellationToken);
        if (!answer.IsSuccess)
            throw Refused(who, answer);

        var information = Read(who, answer, XBezahldiensteJson.Default.PaymentTransaction).PaymentInformation;
        return information.TransactionId == transaction ? StatusOf(who, information) : throw new NeighbourException(who, "answered for another transaction");
    }

    private (string Who, PaymentPlatform Platform) Find(Ags kommune)
    {
        var who = $"The payment platform of Kommune {kommune}";
        return (who, options.Value.Find(kommune) ?? throw new NeighbourException(who, $"is not configured: set {PaymentOptions.Section}__Platforms__{kommune}__BaseUrl and what stands beside it"));
    }

    private static string PathFor(PaymentPlatform platform, Ags kommune) => $"paymenttransaction/{platform.OriginatorId}/{platform.EndPointFor(kommune)}";

    private PaymentRequest Request(PaymentOrder order, int repetition)
    {
        var (amount, none) = (PaymentRules.Euro(order.Cents), PaymentRules.Euro(0));
        return new(
            PaymentRules.RequestId(order.Case, order.Step, order.Attempt, repetition), clock.GetUtcNow(), "EUR", amount, order.Purpose, options.Value.ReturnAddressOf(order.Case),
            [new(order.Case.Value, order.Reference, order.Purpose, TaxRate: none, Quantity: 1, TotalNetAmount: amount, TotalTaxAmount: none, SingleNetAmount: amount, SingleTaxAmount: none)]);
    }

    private BegunPayment Begun(string who, CaseId id, PaymentInformation information)
    {
        if (!PaymentRules.IsTransaction(information.TransactionId))
            throw new NeighbourException(who, "gave a transaction id that cannot stand in an address");

        // Settled already: somebody else has begun it with the same id, and it has no page any more.
        var page = information.TransactionRedirectUrl ?? (StatusOf(who, information) == PaymentStatus.Initial ? null : options.Value.ReturnAddressOf(id));
        return NeighbourAddress.IsSafe(page) ? new(information.TransactionId, page!) : throw new NeighbourException(who, "gave no payment page that may be shown");
    }

    private static PaymentStatus StatusOf(string who, PaymentInformation information) => information.Status switch
    {
        "INITIAL" => PaymentStatus.Initial,
        "BOOKED" or "PAYED" => PaymentStatus.Booked, // implementations are seen with either
        "FAILED" => PaymentStatus.Failed,
        "CANCELED" => PaymentStatus.Canceled,
        _ => throw new NeighbourException(who, "gave a status that the standard does not have"),
    };

    private async Task<NeighbourAnswer> CallAsync(string who, PaymentPlatform platform, HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        var answer = await SendAsync();
        if (answer.Status != HttpStatusCode.Unauthorized)
            return answer;

        tokens.Forget(platform); // taken back before its time
        return await SendAsync();

        async Task<NeighbourAnswer> SendAsync()
        {
            var token = await tokens.GetAsync(platform, () => FetchTokenAsync(who, platform, cancellationToken));
            using var request = new HttpRequestMessage(method, $"{platform.BaseUrl!.AbsoluteUri.TrimEnd('/')}/{path}");
            request.Headers.Authorization = new("Bearer", token);
            request.Headers.Accept.Add(new("application/json"));
            if (body is not null)
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            return await http.CallAsync(who, request, options.Value.Timeout, MaxAnswerBytes, cancellationToken);
        }
    }

    private async Task<TokenAnswer> FetchTokenAsync(string who, PaymentPlatform platform, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.TokenUrl)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = platform.ClientId,
                ["client_secret"] = platform.ClientSecret,
            }),
        };
        var answer = await http.CallAsync($"{who}: its token address", request, options.Value.Timeout, MaxAnswerBytes, cancellationToken);
        return answer.IsSuccess ? Read(who, answer, XBezahldiensteJson.Default.TokenAnswer) : throw new NeighbourException(who, $"gave no token: {(int)answer.Status}");
    }

    private static NeighbourException Refused(string who, NeighbourAnswer answer) =>
        new(who, CodeIn(answer) is { } code ? $"answered {(int)answer.Status} {code}" : $"answered {(int)answer.Status}");

    private static string? CodeIn(NeighbourAnswer answer) =>
        KnownCodes.FirstOrDefault(code => answer.Body.AsSpan().IndexOf(Encoding.ASCII.GetBytes(code)) >= 0);

    private static T Read<T>(string who, NeighbourAnswer answer, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new NeighbourException(who, "answered null");
        }
        catch (JsonException)
        {
            throw new NeighbourException(who, "did not answer what the standard says"); // the parser's message would quote it
        }
    }
}
