using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Intake;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Organisation;

/// <summary>Lends a queue or one case to a partner Kommune.</summary>
public sealed class BeginLoan(AccessControl access, NeighbourHelp help)
{
    /// <summary>For leads. 201 with the loan; the same <c>Idempotency-Key</c> is the same loan, however often it is sent.</summary>
    [Function(nameof(BeginLoan))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/loans")] HttpRequest request, string ags, CancellationToken cancellationToken)
    {
        var lead = await access.LeadAsync(request, new Ags(ags));
        if (!lead.Succeeded)
            return ProblemResult.From(lead.Error);

        var key = IdempotencyKey.Of(request);
        if (!key.Succeeded)
            return ProblemResult.From(key.Error);

        var body = await JsonBody.ReadAsync(request, OrganisationJson.Default.LoanWish, new MalformedBody(), maxBytes: 16 * 1024, cancellationToken);
        if (!body.Succeeded)
            return ProblemResult.From(body.Error);

        var begun = await help.BeginAsync(new Ags(ags), lead.Value, key.Value, body.Value, cancellationToken);
        return begun.Succeeded
            ? TypedResults.Json(begun.Value, OrganisationJson.Default.LoanItem, statusCode: StatusCodes.Status201Created)
            : ProblemResult.From(begun.Error);
    }
}
