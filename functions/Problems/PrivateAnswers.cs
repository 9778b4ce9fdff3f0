using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ozg.Functions.Problems;

/// <summary>Answers hold personal data and links hold secrets: nobody on the way keeps them, guesses their type or passes them on.</summary>
internal sealed class PrivateAnswers : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
        }

        return next(context);
    }
}
