using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Storage;
using Ozg.Platform.Delivery.Webhook;

namespace Ozg.Hosting.BackOffice;

/// <summary>A back-office system to try things out with: verifies that what it gets is signed with a
/// configured secret, keeps each delivery once, and shows it.</summary>
internal static class BackOfficeStub
{
    public const string Path = "/local/backoffice/deliveries";

    public static void MapBackOffice(this IEndpointRouteBuilder endpoints, DeliveryRecords records, IReadOnlyList<string> secrets, TimeProvider clock)
    {
        var group = endpoints.MapGroup(Path).AddEndpointFilter(AnswerTroubleAsync);
        group.MapPost("", (HttpRequest request, CancellationToken cancellationToken) => ReceiveAsync(request, records, secrets, clock, cancellationToken));
        group.MapGet("", (string? application) => TypedResults.Json(new ReceivedDeliveries(records.Find(application)), BackOfficeJson.Default.ReceivedDeliveries));
    }

    // 503: whoever delivers tries again, and nothing is lost.
    private static async ValueTask<object?> AnswerTroubleAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (LocalHostException trouble)
        {
            call.HttpContext.RequestServices.GetRequiredService<ILogger<DeliveryRecords>>().NotWritten(trouble.Message);
            return TypedResults.Problem(trouble.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<Results<JsonHttpResult<Acknowledged>, ProblemHttpResult>> ReceiveAsync(
        HttpRequest request, DeliveryRecords records, IReadOnlyList<string> secrets, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var (signature, now, bytes) = (request.Headers[WebhookSignature.Header].ToString(), clock.GetUtcNow(), body.ToArray());
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
