using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ozg.Hosting.Pages;

/// <summary>
/// Keeps other sites out: a page that a developer happens to visit must neither change anything here nor read it. Whoever
/// asks without a browser needs nothing but the right content type.
/// </summary>
internal static class LocalOnly
{
    private const string Json = "application/json";

    /// <summary>Answers 403 or 415 instead of what was asked for.</summary>
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return Refusal(request) is { } refusal ? ValueTask.FromResult<object?>(refusal) : next(context);
    }

    private static ProblemHttpResult? Refusal(HttpRequest request)
    {
        // A foreign name that was made to point here (DNS rebinding) is the same origin to the browser.
        if (!IsLoopback(request.Host.Host))
            return Refuse.With(StatusCodes.Status403Forbidden, "This is answered under the name localhost only.");
        if (HttpMethods.IsGet(request.Method))
            return null;

        if (!IsSameOrigin(request))
            return Refuse.With(StatusCodes.Status403Forbidden, "This is not taken from another site.");

        // Browsers send any other type across sites without asking first.
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            ? null
            : Refuse.With(StatusCodes.Status415UnsupportedMediaType, $"Expected Content-Type: {Json}.");
    }

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        return (StringValues.IsNullOrEmpty(site) || site == "same-origin")
            && (StringValues.IsNullOrEmpty(origin) || origin == $"{request.Scheme}://{request.Host}");
    }
}
