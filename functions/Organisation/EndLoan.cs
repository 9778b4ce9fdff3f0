using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Organisation;

/// <summary>Ends a loan before its last day.</summary>
public sealed class EndLoan(AccessControl access, NeighbourHelp help)
{
    /// <summary>For leads of the Kommune that lent. 204, also when it has ended already.</summary>
    [Function(nameof(EndLoan))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "kommunen/{ags}/loans/{id}")] HttpRequest request, string ags, string id, CancellationToken cancellationToken)
    {
        var lead = await access.LeadAsync(request, new Ags(ags));
        if (!lead.Succeeded)
            return ProblemResult.From(lead.Error);

        var ended = await help.EndAsync(new Ags(ags), lead.Value, id, cancellationToken);
        return ended.Succeeded ? TypedResults.NoContent() : ProblemResult.From(ended.Error);
    }
}
