using Ozg.Core.Catalogue;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>A Leistung with all that its chapter tells.</summary>
/// <param name="Leistung">The standard.</param>
/// <param name="Standard">Its process, with the words that most Kommunen use.</param>
/// <param name="Variants">As the Kommunen run it, by their keys.</param>
internal sealed record Service(Leistung Leistung, DrawnProcess Standard, IReadOnlyList<Variant> Variants)
{
    /// <summary>The Kommune with the fewest groups of clerks; of equals, the one that changes most: it has been thought through.</summary>
    public Variant Small => Variants
        .OrderBy(variant => variant.Kommune.Groups.Count).ThenByDescending(variant => variant.Changes.Count)
        .ThenBy(variant => variant.Kommune.Ags.Value, StringComparer.Ordinal).First();

    /// <summary>The Kommune with the most groups of clerks.</summary>
    public Variant Large => Variants
        .OrderByDescending(variant => variant.Kommune.Groups.Count).ThenByDescending(variant => variant.Changes.Count)
        .ThenBy(variant => variant.Kommune.Ags.Value, StringComparer.Ordinal).First();

    /// <summary>Every Leistung that is on offer, by id.</summary>
    public static IReadOnlyList<Service> All(Catalogue catalogue) =>
    [
        .. catalogue.Kommunen.SelectMany(kommune => kommune.Offers.Select(offer => new Variant(kommune, offer, DrawnProcess.Of(catalogue, offer))))
            .GroupBy(variant => variant.Offer.Leistung.Id)
            .OrderBy(variants => variants.Key, StringComparer.Ordinal)
            .Select(variants => new Service(variants.First().Offer.Leistung, DrawnProcess.Standard(catalogue, variants.First().Offer.Leistung), [.. variants])),
    ];
}

/// <summary>A Leistung as one Kommune runs it.</summary>
internal sealed record Variant(KommuneEntry Kommune, Offer Offer, DrawnProcess Drawn)
{
    /// <summary>The values that a cluster or the Kommune sets.</summary>
    public IReadOnlyList<Origin> Changes => [.. Offer.Origins.Where(origin => origin.Layer != Offer.Standard)];
}
