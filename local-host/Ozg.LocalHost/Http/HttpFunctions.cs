using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Invocation;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Http;

/// <summary>Serves the functions with an HTTP trigger, below the route prefix of host.json.</summary>
internal sealed class HttpFunctions(
    FunctionInvoker invoker, FunctionKeys keys, WorkCounter work, ILogger<HttpFunctions> logger)
{
    // Where the official GetHttpContext looks.
    private const string HttpContextKey = "HttpRequestContext";

    public void Map(IEndpointRouteBuilder routes, IEnumerable<Function> functions, string prefix, CancellationToken abort)
    {
        foreach (var function in functions)
        {
            if (function.Binding is not HttpBinding { Http: var http })
                continue;

            var pattern = $"/{prefix}/{(http.Route ?? function.Name).TrimStart('/')}".Replace("//", "/", StringComparison.Ordinal);
            RequestDelegate answer = context => AnswerAsync(context, function, http.AuthLevel, abort);
            var endpoint = http.Methods is { Length: > 0 } methods
                ? routes.MapMethods(pattern, methods.Select(method => method.ToUpperInvariant()), answer)
                : routes.Map(pattern, answer);
            endpoint.WithDisplayName(function.Name);
        }
    }

    private async Task AnswerAsync(HttpContext http, Function function, AuthorizationLevel level, CancellationToken abort)
    {
        if (!keys.Allow(http.Request, level))
        {
            await Problem.WriteAsync(http, StatusCodes.Status401Unauthorized, "A function key is needed (x-functions-key, or ?code=).");
            return;
        }

        work.Begin();
        try
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, abort);
            var context = new LocalFunctionContext(function, http, DataOf(http), http.RequestServices, gone.Token);
            context.Items[HttpContextKey] = http;
            await HttpAnswer.WriteAsync(http, await invoker.InvokeAsync(context));
        }
#pragma warning disable CA1031 // The edge: whatever it is, the caller gets an answer and the log gets the rest.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (http.RequestAborted.IsCancellationRequested)
                return;

            logger.FunctionFailed(function.Name, failure);
            if (http.Response.HasStarted)
                http.Abort(); // Too late for another answer; a broken one must not look whole.
            else
                await Problem.WriteAsync(http, StatusCodes.Status500InternalServerError, "The function failed; see the log.");
        }
        finally
        {
            work.End();
        }
    }

    // A route value wins over a query value of the same name.
    private static Dictionary<string, object?> DataOf(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.Query)
            data[name] = value.ToString();
        foreach (var (name, value) in http.Request.RouteValues)
            data[name] = value;
        return data;
    }
}
