using Microsoft.AspNetCore.Http;
using Ozg.Core;

namespace Ozg.Functions.Problems;

/// <summary>Answers an error as problem details. The one place that knows which category is which status.</summary>
internal sealed class ProblemResult : IResult
{
    private const string MediaType = "application/problem+json";
    private const string TypePrefix = "https://antrag.example/problems/";

    private readonly Error _error;

    private ProblemResult(Error error) => _error = error;

    /// <summary>The answer to a refused request.</summary>
    public static IResult From(Error error) => new ProblemResult(error);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_error is Error.Unauthenticated)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";

        var language = Language.Of(httpContext.Request);
        var fields = _error.Fields is { Count: > 0 } wrong
            ? wrong.Select(field => new ProblemField(field.Pointer, ProblemTexts.Field(field, language))).ToList()
            : null;
        var problem = new Problem(
            TypePrefix + _error.Code, ProblemTexts.Title(_error.Code, language), StatusOf(_error), ProblemTexts.Detail(_error.Code, language), fields);
        httpContext.Response.StatusCode = problem.Status;
        httpContext.Response.Headers.ContentLanguage = language.Name;
        return httpContext.Response.WriteAsJsonAsync(problem, ProblemJson.Default.Problem, MediaType, httpContext.RequestAborted);
    }

    private static int StatusOf(Error error) => error switch
    {
        Error.Invalid => StatusCodes.Status400BadRequest,
        Error.Unauthenticated => StatusCodes.Status401Unauthorized,
        Error.Forbidden => StatusCodes.Status403Forbidden,
        Error.NotFound => StatusCodes.Status404NotFound,
        Error.Conflict => StatusCodes.Status409Conflict,
        Error.Outdated => StatusCodes.Status412PreconditionFailed,
        Error.Unconditional => StatusCodes.Status428PreconditionRequired,
        Error.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Error.UnsupportedMedia => StatusCodes.Status415UnsupportedMediaType,
        Error.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new System.Diagnostics.UnreachableException($"No status for {error.GetType().Name}."),
    };
}

