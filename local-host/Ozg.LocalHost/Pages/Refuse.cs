using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ozg.Hosting.Pages;

/// <summary>What is not done, in a sentence that says why.</summary>
internal static class Refuse
{
    public static ProblemHttpResult BadRequest(string why) => With(StatusCodes.Status400BadRequest, why);

    public static ProblemHttpResult NotFound(string why) => With(StatusCodes.Status404NotFound, why);

    public static ProblemHttpResult Conflict(string why) => With(StatusCodes.Status409Conflict, why);

    public static ProblemHttpResult With(int status, string why) => TypedResults.Problem(why, statusCode: status);
}
