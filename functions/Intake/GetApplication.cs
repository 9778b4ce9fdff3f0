using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Intake;

/// <summary>The applicant's view.</summary>
public sealed class GetApplication(ApplicantView applicant)
{
    /// <summary>Opened by the link's token.</summary>
    [Function(nameof(GetApplication))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var status = await applicant.StatusAsync(request, id, cancellationToken);
        return status.Succeeded ? TypedResults.Json(status.Value, IntakeJson.Default.ApplicationStatus) : ProblemResult.From(status.Error);
    }
}
