using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ozg.Hosting.Pages;

/// <summary>Takes nothing but JSON, declared as such: browsers send any other type across sites without asking first.</summary>
internal static class JsonOnly
{
    private const string Json = "application/json";

    /// <summary>Answers 415 instead of what was asked for.</summary>
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || IsJson(request.ContentType)
            ? next(context)
            : ValueTask.FromResult<object?>(Refuse.With(StatusCodes.Status415UnsupportedMediaType, $"Expected Content-Type: {Json}."));
    }

    private static bool IsJson(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);
}
