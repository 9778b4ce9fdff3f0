using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Http;
using Ozg.Platform.Delivery.Webhook;

namespace Ozg.Hosting.BackOffice;

/// <summary>A back-office system to try things out with: verifies that what it gets is signed with a
/// configured secret, keeps each delivery once, and shows it.</summary>
internal static class BackOfficeStub
{
    public const string Path = "/local/backoffice/deliveries";

    public static void MapBackOffice(this IEndpointRouteBuilder endpoints, DeliveryRecords records, IReadOnlyList<string> secrets, TimeProvider clock)
    {
        endpoints.MapPost(Path, (HttpRequest request, CancellationToken cancellationToken) => ReceiveAsync(request, records, secrets, clock, cancellationToken));
        endpoints.MapGet(Path, (string? application) => TypedResults.Json(new ReceivedDeliveries(records.Find(application)), BackOfficeJson.Default.ReceivedDeliveries));
    }

    private static async Task<Results<JsonHttpResult<Acknowledged>, ProblemHttpResult>> ReceiveAsync(
        HttpRequest request, DeliveryRecords records, IReadOnlyList<string> secrets, TimeProvider clock, CancellationToken cancellationToken)
    {
        var bytes = await JsonBody.BytesAsync(request.Body, cancellationToken);
        var (signature, now) = (request.Headers[WebhookSignature.Header].ToString(), clock.GetUtcNow());
        if (!secrets.Any(secret => WebhookSignature.Verify(secret, signature, now, bytes)))
            return TypedResults.Problem("The signature is missing, wrong or too old.", statusCode: StatusCodes.Status401Unauthorized);
        if (request.Headers["Idempotency-Key"] is not [{ Length: > 0 } key] || Read(bytes) is not { } delivery || ApplicationOf(delivery) is not { } application)
            return TypedResults.Problem("Expected an Idempotency-Key and a JSON object with \"applicationId\".", statusCode: StatusCodes.Status400BadRequest);

        records.Keep(new(application, key, now, delivery));
        return TypedResults.Json(new Acknowledged($"STUB-{key}"), BackOfficeJson.Default.Acknowledged);
    }

    private static JsonElement? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // answered as what it is: not the expected JSON
        }
    }

    private static string? ApplicationOf(JsonElement delivery) =>
        delivery.ValueKind == JsonValueKind.Object && delivery.TryGetProperty("applicationId", out var id) ? id.GetString() : null;
}
