using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Offers;

/// <summary>All that a form needs to know.</summary>
public sealed class GetLeistung(Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Form schema, attachments, fee, deadlines and applications that are valid as they stand.</summary>
    [Function(nameof(GetLeistung))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/leistungen/{leistung}")] HttpRequest request, string ags, string leistung)
    {
        var offer = catalogue.Offer(new Ags(ags), leistung);
        return offer.Succeeded
            ? TypedResults.Json(OfferView.Of(offer.Value, Language.Of(request), LegalTime.DayOf(clock.GetUtcNow())), OffersJson.Default.LeistungDetails)
            : ProblemResult.From(offer.Error);
    }
}
