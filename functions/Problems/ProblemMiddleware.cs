using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Ozg.Core;

namespace Ozg.Functions.Problems;

/// <summary>Turns what no handler expected into problem details, so that a caller never sees a stack trace or an empty 500.</summary>
internal sealed class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            Error error = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? new RequestTooLarge() : new UnreadableRequest();
            await ProblemResult.From(error).ExecuteAsync(http);
        }
        catch (Exception failure) when (context.GetHttpContext() is { Response.HasStarted: false, RequestAborted.IsCancellationRequested: false } http)
        {
            logger.RequestFailed(failure, context.FunctionDefinition.Name, context.InvocationId);
            await ProblemResult.From(new TemporarilyUnavailable()).ExecuteAsync(http);
        }
    }
}

/// <summary>The request broke off or is no valid HTTP.</summary>
internal sealed record UnreadableRequest() : Error.Invalid("unreadable-request");

/// <summary>The request is larger than the server takes.</summary>
internal sealed record RequestTooLarge() : Error.TooLarge("request-too-large");

/// <summary>Something of ours failed; the log has it.</summary>
internal sealed record TemporarilyUnavailable() : Error.Unavailable("temporarily-unavailable");

internal static partial class ProblemLog
{
    [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "Function {Function} failed in invocation {InvocationId}")]
    public static partial void RequestFailed(this ILogger logger, Exception failure, string function, string invocationId);
}
