using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Storage;

/// <summary>503 for a file in trouble, in words that say what to do: whoever asks tries again, and nothing is lost.</summary>
internal static class TroubleAnswer
{
    public static async ValueTask<object?> GiveAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (LocalHostException trouble)
        {
            call.HttpContext.RequestServices.GetRequiredService<ILogger<Store>>().NotWritten(trouble.Message);
            return TypedResults.Problem(trouble.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
