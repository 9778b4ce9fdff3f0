using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Catalogue;

namespace Ozg.Functions.Offers;

/// <summary>The Kommunen that take part.</summary>
public sealed class ListKommunen(Catalogue catalogue)
{
    /// <summary>All, by key.</summary>
    [Function(nameof(ListKommunen))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen")] HttpRequest request) =>
        TypedResults.Json(OfferView.Of(catalogue), OffersJson.Default.KommuneList);
}
