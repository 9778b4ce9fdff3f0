using System.CommandLine;
using Ozg.Core.Catalogue;
using Ozg.Core.Expressions;
using Spectre.Console;

namespace Ozg.Tool.Output;

/// <summary>How commands are told which offer of the catalogue is meant.</summary>
internal sealed class OfferChoice(IAnsiConsole console, CatalogueSource catalogue)
{
    public Argument<string> Ags { get; } = new("ags") { Description = "The Kommune's key, 8 digits: 06411000." };

    public Argument<string> Leistung { get; } = new("leistung") { Description = "The Leistung's id: hundesteuer-anmeldung." };

    /// <summary>Runs a command with the offer that was asked for; with 2, and what there is, when there is none.</summary>
    public int Use(ParseResult parsed, Func<Offer, int> command) =>
        catalogue.Use(parsed, all => Find(all, parsed.GetValue(Ags)!, parsed.GetValue(Leistung)!) is { } offer ? command(offer) : ExitCodes.Unusable);

    public Offer? Find(Catalogue all, string ags, string leistung)
    {
        var kommune = all.Kommune(new(ags));
        if (!kommune.Succeeded)
        {
            console.Lines($"The catalogue has no Kommune '{ags}'{Meant(all, ags)}");
            return null;
        }

        var offer = kommune.Value.Offer(leistung);
        if (offer.Succeeded)
            return offer.Value;

        console.Lines($"{kommune.Value.Name} does not offer '{leistung}'; it offers {string.Join(", ", kommune.Value.Offers.Select(known => known.Leistung.Id))}.");
        return null;
    }

    /// <summary>A key that was mistyped, or a name in its place.</summary>
    private static string Meant(Catalogue all, string ags)
    {
        var (keys, names) = (Nearest.To(ags, all.Kommunen.Select(known => known.Ags.Value)), Nearest.To(ags, all.Kommunen.Select(known => known.Name)));
        var near = all.Kommunen.Where(known => keys.Contains(known.Ags.Value) || names.Contains(known.Name)).ToList();
        return near.Count > 0
            ? $". Did you mean {string.Join(" or ", near.Select(Said))}?"
            : $"; it has {string.Join(", ", all.Kommunen.Select(Said))}.";
    }

    private static string Said(KommuneEntry kommune) => $"{kommune.Ags} {kommune.Name}";
}
