using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Ozg.Core;

namespace Ozg.Functions.Desk;

/// <summary>Reads a decision from a request.</summary>
internal static class DecisionBody
{
    private const int MaxBytes = 64 * 1024;

    public static async Task<Outcome<Decision>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return new MalformedDecision();

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;

        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, DeskJson.Default.DecisionRequest, cancellationToken);
            return body is null ? new MalformedDecision() : DecisionRules.Read(body);
        }
        catch (JsonException)
        {
            return new MalformedDecision();
        }
    }
}
