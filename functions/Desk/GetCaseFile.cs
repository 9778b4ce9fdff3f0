using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>What a clerk has to see before deciding.</summary>
public sealed class GetCaseFile(AccessControl access, CaseFiles files)
{
    /// <summary>Data, files, words, letters, journal and process of one case. The <c>ETag</c> is for <see cref="DecideTask"/>.</summary>
    [Function(nameof(GetCaseFile))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/applications/{id}")] HttpRequest request, string ags, string id, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var file = await files.ReadAsync(new Ags(ags), clerk.Value, id, Language.Of(request), cancellationToken);
        if (file.Succeeded)
            request.HttpContext.Response.Headers.ETag = file.Value.Tag;
        return file.Succeeded ? TypedResults.Json(file.Value, DeskJson.Default.CaseFile) : ProblemResult.From(file.Error);
    }
}
