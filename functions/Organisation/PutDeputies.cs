using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Organisation;

/// <summary>Says who stands in for whom.</summary>
public sealed class PutDeputies(AccessControl access, DeputyLists lists)
{
    /// <summary>
    /// For leads. Replaces the whole list, so that sending it twice changes nothing. Where there is one, <c>If-Match</c> says which (428
    /// without it); 412 when another lead has changed it since.
    /// </summary>
    [Function(nameof(PutDeputies))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "kommunen/{ags}/deputies")] HttpRequest request, string ags, CancellationToken cancellationToken)
    {
        var lead = await access.LeadAsync(request, new Ags(ags));
        if (!lead.Succeeded)
            return ProblemResult.From(lead.Error);

        var body = await JsonBody.ReadAsync(request, OrganisationJson.Default.DeputyList, new MalformedBody(), maxBytes: 1024 * 1024, cancellationToken);
        if (!body.Succeeded)
            return ProblemResult.From(body.Error);

        var replaced = await lists.ReplaceAsync(new Ags(ags), lead.Value, body.Value, IfMatch.Of(request), cancellationToken);
        if (!replaced.Succeeded)
            return ProblemResult.From(replaced.Error);

        request.HttpContext.Response.Headers.ETag = DeputyLists.TagOf(replaced.Value);
        return TypedResults.Json(new DeputyList(replaced.Value.Rules), OrganisationJson.Default.DeputyList);
    }
}
