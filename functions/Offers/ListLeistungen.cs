using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Offers;

/// <summary>What a Kommune offers.</summary>
public sealed class ListLeistungen(Catalogue catalogue)
{
    /// <summary>All of it, in the catalogue's order.</summary>
    [Function(nameof(ListLeistungen))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/leistungen")] HttpRequest request, string ags)
    {
        var kommune = catalogue.Kommune(new Ags(ags));
        return kommune.Succeeded
            ? TypedResults.Json(OfferView.Of(kommune.Value, Language.Of(request)), OffersJson.Default.LeistungList)
            : ProblemResult.From(kommune.Error);
    }
}
