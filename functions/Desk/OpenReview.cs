using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>Opens a review of what was granted.</summary>
public sealed class OpenReview(AccessControl access, CaseReviews reviews)
{
    /// <summary>202 once it is stored that the review is open; 409 when one is, or when nothing can be reviewed now.</summary>
    [Function(nameof(OpenReview))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kommunen/{ags}/applications/{id}/review")] HttpRequest request, string ags, string id,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var body = await JsonBody.ReadAsync(request, DeskJson.Default.ReviewRequest, new MalformedBody(), maxBytes: 64 * 1024, cancellationToken);
        if (!body.Succeeded)
            return ProblemResult.From(body.Error);

        var opened = await reviews.OpenAsync(durable, new Ags(ags), clerk.Value, id, body.Value, cancellationToken);
        return opened.Succeeded ? TypedResults.Accepted((string?)null) : ProblemResult.From(opened.Error);
    }
}
