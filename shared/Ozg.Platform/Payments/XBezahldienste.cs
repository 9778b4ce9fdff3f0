using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Platform.Payments;

/// <summary>The body that begins a payment, as XBezahldienste 1.0.0 has it: <c>POST /paymenttransaction/{originatorId}/{endPointId}</c>.</summary>
/// <param name="RequestId">The pipeline's id of the request; see <see cref="PaymentRules.RequestId"/>.</param>
/// <param name="RequestTimestamp">UTC.</param>
/// <param name="Currency"><c>EUR</c>.</param>
/// <param name="GrosAmount">Euro, the sum of the items. The standard spells it so, with one s.</param>
/// <param name="Purpose">The booking text; see <see cref="PaymentRules.IsPurpose"/>.</param>
/// <param name="RedirectUrl">Where the applicant is sent back. That they come back proves nothing.</param>
/// <param name="Items">1 to 99.</param>
/// <param name="Description">May be shown on the payment page; at most 250 characters.</param>
public sealed record PaymentRequest(
    string RequestId, DateTimeOffset RequestTimestamp, string Currency, decimal GrosAmount, string Purpose, Uri RedirectUrl, IReadOnlyList<PaymentItem> Items, string? Description = null);

/// <summary>One position of a payment; amounts in euro.</summary>
/// <param name="Id">The application: the position's id is the online service's to give.</param>
/// <param name="Reference">The case's reference, by which the treasury (Kasse) finds it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="TaxRate">Percent; a municipal fee has none.</param>
/// <param name="Quantity">1 or more.</param>
/// <param name="TotalNetAmount">For all of the quantity.</param>
/// <param name="TotalTaxAmount">For all of the quantity.</param>
/// <param name="SingleNetAmount">For one.</param>
/// <param name="SingleTaxAmount">For one.</param>
public sealed record PaymentItem(
    string Id, string Reference, string Description, decimal TaxRate, int Quantity, decimal TotalNetAmount, decimal TotalTaxAmount, decimal SingleNetAmount, decimal SingleTaxAmount);

/// <summary>What a platform answers: to the request that begins a payment, and to the question how it stands. The rest of it is not read.</summary>
/// <param name="PaymentInformation">How it stands.</param>
public sealed record PaymentTransaction(PaymentInformation PaymentInformation);

/// <summary>How a payment stands.</summary>
/// <param name="TransactionId">The platform's id.</param>
/// <param name="Status"><c>INITIAL</c>, <c>BOOKED</c> (or <c>PAYED</c>), <c>FAILED</c> or <c>CANCELED</c>.</param>
/// <param name="TransactionRedirectUrl">The payment page; absent once the payment is settled.</param>
public sealed record PaymentInformation(string TransactionId, string Status, Uri? TransactionRedirectUrl = null);

/// <summary>What OAuth 2 answers to client credentials (RFC 6749, 5.1).</summary>
/// <param name="AccessToken">Goes with every call.</param>
/// <param name="ExpiresIn">Seconds; null: not said.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
public sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn = null,
    [property: JsonPropertyName("token_type")] string TokenType = "Bearer");

/// <summary>The wire between the pipeline and a payment platform.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(PaymentTransaction))]
[JsonSerializable(typeof(TokenAnswer))]
public sealed partial class XBezahldiensteJson : JsonSerializerContext;
