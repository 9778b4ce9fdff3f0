using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ozg.Hosting.Http;

/// <summary>The host's own errors, as problem details (RFC 9457). The app's errors are the app's.</summary>
internal static class Problem
{
    public static Task WriteAsync(HttpContext http, int status, string detail)
    {
        var allow = http.Response.Headers.Allow;
        http.Response.Clear();
        http.Response.Headers.Allow = allow;
        return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(http);
    }

    /// <summary>For requests that no endpoint took: an unknown route, or a method that its route does not have.</summary>
    public static void UseProblems(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response.HasStarted || http.GetEndpoint() is { RequestDelegate: not null, Metadata.Count: > 0 })
            return;

        var allow = http.Response.Headers.Allow;
        var status = http.Response.StatusCode;
        if (status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed))
            return;

        await WriteAsync(
            http,
            status,
            status == StatusCodes.Status404NotFound
                ? $"There is nothing at {http.Request.Path}."
                : $"{http.Request.Path} takes {allow}, not {http.Request.Method}.");
    });
}
