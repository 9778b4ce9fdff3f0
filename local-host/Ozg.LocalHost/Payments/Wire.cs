using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Hosting.Payments;

/// <summary>A payment that the stub knows.</summary>
internal sealed record LocalPayment
{
    public required string TransactionId { get; init; }

    public required string RequestId { get; init; }

    public required string OriginatorId { get; init; }

    public required string EndPointId { get; init; }

    public required string ApplicationId { get; init; }

    public required string Reference { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Euro.</summary>
    public required decimal Amount { get; init; }

    public required Uri RedirectUrl { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset BegunAt { get; init; }
}

internal sealed record LocalPayments(IReadOnlyList<LocalPayment> Items, string? Cursor = null);

/// <summary>How a payment is to end.</summary>
/// <param name="Status">BOOKED, FAILED or CANCELED.</param>
internal sealed record Settlement(string Status);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LocalPayments))]
[JsonSerializable(typeof(Settlement))]
internal sealed partial class LocalPaymentsJson : JsonSerializerContext;
