using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Ozg.Core;

namespace Ozg.Functions.Problems;

/// <summary>Reads a small JSON body of a declared form.</summary>
internal static class JsonBody
{
    /// <param name="request">Its body is read to its end, or to the limit.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="otherwise">The answer to anything else.</param>
    /// <param name="maxBytes">The server refuses more.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, Error otherwise, int maxBytes, CancellationToken cancellationToken) where T : class
    {
        if (!request.HasJsonContentType())
            return otherwise;

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken) is { } body ? body : otherwise;
        }
        catch (JsonException)
        {
            return otherwise;
        }
    }
}

/// <summary>The body is no JSON of the form that the route expects.</summary>
internal sealed record MalformedBody() : Error.Invalid("malformed-body");
