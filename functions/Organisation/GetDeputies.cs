using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;
using Ozg.Platform.Organisation;

namespace Ozg.Functions.Organisation;

/// <summary>Who stands in for whom.</summary>
public sealed class GetDeputies(AccessControl access, DeputyBook deputies)
{
    /// <summary>For leads. The <c>ETag</c> is what <see cref="PutDeputies"/> asks for; none while there is no list.</summary>
    [Function(nameof(GetDeputies))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/deputies")] HttpRequest request, string ags, CancellationToken cancellationToken)
    {
        var lead = await access.LeadAsync(request, new Ags(ags));
        if (!lead.Succeeded)
            return ProblemResult.From(lead.Error);

        var standing = await deputies.FindAsync(new Ags(ags), cancellationToken);
        if (standing is not null)
            request.HttpContext.Response.Headers.ETag = DeputyLists.TagOf(standing.Version);
        return TypedResults.Json(new DeputyList(standing?.Version.Rules ?? []), OrganisationJson.Default.DeputyList);
    }
}
