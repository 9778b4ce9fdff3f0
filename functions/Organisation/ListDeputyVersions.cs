using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Organisation;

/// <summary>Who stood in for whom, and who said so.</summary>
public sealed class ListDeputyVersions(AccessControl access, DeputyHistory history)
{
    /// <summary>For leads and auditors. Every list that there was, the one that counts first, paged.</summary>
    [Function(nameof(ListDeputyVersions))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/deputies/versions")] HttpRequest request, string ags, CancellationToken cancellationToken)
    {
        var reader = await access.LeadOrAuditorAsync(request, new Ags(ags));
        if (!reader.Succeeded)
            return ProblemResult.From(reader.Error);

        var versions = await history.ReadAsync(new Ags(ags), request.Query["cursor"], cancellationToken);
        return versions.Succeeded ? TypedResults.Json(versions.Value, OrganisationJson.Default.DeputyVersionList) : ProblemResult.From(versions.Error);
    }
}
