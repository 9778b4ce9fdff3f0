using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Organisation;

/// <summary>Neighbour help, lent and given.</summary>
public sealed class ListLoans(AccessControl access, NeighbourHelp help)
{
    /// <summary>For leads. With all that was done under each loan.</summary>
    [Function(nameof(ListLoans))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/loans")] HttpRequest request, string ags, CancellationToken cancellationToken)
    {
        var lead = await access.LeadAsync(request, new Ags(ags));
        if (!lead.Succeeded)
            return ProblemResult.From(lead.Error);

        return TypedResults.Json(await help.ListAsync(new Ags(ags), cancellationToken), OrganisationJson.Default.LoanList);
    }
}
