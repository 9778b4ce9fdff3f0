using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Ozg.Hosting.Pages;

/// <summary>
/// Keeps other sites out of all that is under <c>/local</c>: a page that a developer happens to visit must neither change
/// anything here nor read it. Who asks without a browser is not held up.
/// </summary>
internal static class LocalOnly
{
    /// <summary>Answers 403 instead of what was asked for.</summary>
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Refusal(context.HttpContext.Request) is { } refusal ? ValueTask.FromResult<object?>(refusal) : next(context);

    private static ProblemHttpResult? Refusal(HttpRequest request)
    {
        // A foreign name that was made to point here (DNS rebinding) is the same origin to the browser.
        if (!IsLoopback(request.Host.Host))
            return Refuse.With(StatusCodes.Status403Forbidden, "This is answered under the name localhost only.");

        return HttpMethods.IsGet(request.Method) || IsSameOrigin(request)
            ? null
            : Refuse.With(StatusCodes.Status403Forbidden, "This is not taken from another site.");
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
