using Ozg.Core.Catalogue;
using Ozg.Platform.Catalogue;

namespace Ozg.Tool.Catalogues;

/// <summary>What is wrong with a catalogue, and what is not certain in it.</summary>
/// <param name="Kommunen">How many.</param>
/// <param name="Leistungen">How many are offered by at least one of them.</param>
/// <param name="Offers">How many pairs of the two.</param>
/// <param name="Mistakes">To be mended before anything is offered; by file and line.</param>
/// <param name="Warnings">To be verified before real use; by file and line.</param>
internal sealed record LintReport(
    int Kommunen, int Leistungen, int Offers, IReadOnlyList<CatalogueMistake> Mistakes, IReadOnlyList<CatalogueMistake> Warnings)
{
    public string Summary => $"{Kommunen} Kommunen, {Leistungen} Leistungen, {Offers} offers: "
        + (Mistakes.Count == 0 ? "no mistakes" : Mistakes.Count == 1 ? "1 mistake" : $"{Mistakes.Count} mistakes")
        + (Warnings.Count == 0 ? "" : $", {Warnings.Count} to verify");

    public static LintReport Of(CatalogueReading reading)
    {
        var offers = reading.Catalogue.Kommunen.SelectMany(kommune => kommune.Offers).ToList();
        var leistungen = offers.Select(offer => offer.Leistung).DistinctBy(leistung => leistung.Id).ToList();
        var warnings = leistungen.Where(leistung => leistung.LeikaKeyStatus == KeyStatus.Unverified)
            .Select(leistung => new CatalogueMistake($"leistungen/{leistung.Id}/leistung.yaml", null, $"The LeiKa key {leistung.LeikaKey} is unverified: look it up in an official list before it is sent to other systems."))
            .Concat(offers.SelectMany(Samples))
            .Distinct()
            .OrderBy(warning => warning.File, StringComparer.Ordinal).ThenBy(warning => warning.Line ?? 0);
        return new(reading.Catalogue.Kommunen.Count, leistungen.Count, offers.Count, reading.Mistakes, [.. warnings]);
    }

    private static IEnumerable<CatalogueMistake> Samples(Offer offer)
    {
        if (offer.Fee is { Sample: true })
            yield return Sample(offer, "/fee", "The fee is a sample: put in what the by-law says.");
        if (offer.Deadlines.Any(deadline => deadline.Sample))
            yield return Sample(offer, "/deadlines", "Some of these deadlines are samples: verify them in the by-law.");
    }

    private static CatalogueMistake Sample(Offer offer, string path, string what)
    {
        var origin = offer.Origins.Single(origin => origin.Path == path);
        return new(origin.File, origin.Line, what);
    }
}
