using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Intake;

/// <summary>A document for the applicant.</summary>
public sealed class GetDocument(ApplicantView applicant)
{
    /// <summary>Opened by the link's token.</summary>
    [Function(nameof(GetDocument))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/documents/{name}")] HttpRequest request, string id, string name, CancellationToken cancellationToken)
    {
        var document = await applicant.DocumentAsync(request, id, name, cancellationToken);
        return document.Succeeded ? TypedResults.Text(document.Value, "text/plain", System.Text.Encoding.UTF8) : ProblemResult.From(document.Error);
    }
}
