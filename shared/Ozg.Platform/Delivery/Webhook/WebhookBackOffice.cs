using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Ozg.Core.Kommunen;

namespace Ozg.Platform.Delivery.Webhook;

/// <summary>Delivers by HTTP POST: JSON, signed, with an Idempotency-Key and the trace it belongs to.</summary>
public sealed class WebhookBackOffice(HttpClient http, IOptions<BackOfficeOptions> options, TimeProvider clock)
{
    /// <summary>Sends one result, once.</summary>
    /// <inheritdoc cref="DeliverAsync(RefundDelivery, string, string, string?, CancellationToken)" />
    public Task<DeliveryResult> DeliverAsync(BackOfficeDelivery delivery, string target, string idempotencyKey, string? traceParent, CancellationToken cancellationToken) =>
        DeliverAsync(delivery.Kommune, JsonSerializer.SerializeToUtf8Bytes(delivery, DeliveryJson.Default.BackOfficeDelivery), target, idempotencyKey, traceParent, cancellationToken);

    /// <summary>Sends one order to give a payment back, once.</summary>
    /// <param name="delivery">What is sent.</param>
    /// <param name="target">The back-office system's name in the process.</param>
    /// <param name="idempotencyKey">The same for every try.</param>
    /// <param name="traceParent">W3C trace context; null or empty when there is none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<DeliveryResult> DeliverAsync(RefundDelivery delivery, string target, string idempotencyKey, string? traceParent, CancellationToken cancellationToken) =>
        DeliverAsync(delivery.Kommune, JsonSerializer.SerializeToUtf8Bytes(delivery, DeliveryJson.Default.RefundDelivery), target, idempotencyKey, traceParent, cancellationToken);

    private async Task<DeliveryResult> DeliverAsync(Ags kommune, byte[] body, string target, string idempotencyKey, string? traceParent, CancellationToken cancellationToken)
    {
        if (options.Value.Find(kommune, target) is not { } webhook)
            return new DeliveryResult.Undeliverable($"No back-office \"{target}\" is configured for Kommune {kommune}.");

        using var request = Request(body, webhook, idempotencyKey, traceParent);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        try
        {
            using var response = await http.SendAsync(request, timeout.Token);
            return response.IsSuccessStatusCode
                ? new DeliveryResult.Delivered(await ReferenceAsync(response, timeout.Token) ?? idempotencyKey)
                : Refused(response);
        }
        catch (HttpRequestException unreachable)
        {
            return new DeliveryResult.TryLater($"Not reached: {unreachable.HttpRequestError}.", null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult.TryLater($"No answer within {options.Value.Timeout.TotalSeconds} s.", null);
        }
    }

    private HttpRequestMessage Request(byte[] body, WebhookTarget webhook, string idempotencyKey, string? traceParent)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Sign(webhook.Secret, clock.GetUtcNow(), body));
        if (!string.IsNullOrEmpty(traceParent))
            request.Headers.Add("traceparent", traceParent);
        return request;
    }

    // A wrong address or secret is mended by people, in one place, without touching each delivery.
    private static bool IsWorthAnotherTry(HttpStatusCode status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private DeliveryResult Refused(HttpResponseMessage response)
    {
        var why = $"Answered {(int)response.StatusCode}.";
        return IsWorthAnotherTry(response.StatusCode)
            ? new DeliveryResult.TryLater(why, response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null)
            : new DeliveryResult.Undeliverable(why);
    }

    // What was delivered stays delivered, whatever the answer's body looks like.
    private static async Task<string?> ReferenceAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return null;

        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize(body, DeliveryJson.Default.Acknowledgement)?.Reference;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
