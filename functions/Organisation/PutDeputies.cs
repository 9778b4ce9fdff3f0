using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;
using Ozg.Platform.Organisation;

namespace Ozg.Functions.Organisation;

/// <summary>Says who stands in for whom.</summary>
public sealed class PutDeputies(AccessControl access, DeputyBook deputies, ILogger<PutDeputies> logger)
{
    /// <summary>For leads. Replaces the whole list, so that sending it twice changes nothing.</summary>
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

        var rules = DeputyRules.Read(body.Value.Items);
        if (!rules.Succeeded)
            return ProblemResult.From(rules.Error);

        await deputies.ReplaceAsync(new Ags(ags), rules.Value, cancellationToken);
        logger.DeputiesReplaced(new Ags(ags), rules.Value.Length);
        return TypedResults.Json(new DeputyList(rules.Value), OrganisationJson.Default.DeputyList);
    }
}
