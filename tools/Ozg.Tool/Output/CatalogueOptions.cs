using System.CommandLine;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Platform.Catalogue;
using Spectre.Console;

namespace Ozg.Tool.Output;

/// <summary>How commands are told which offer of which catalogue is meant.</summary>
internal sealed class CatalogueOptions(IAnsiConsole console, TimeProvider clock)
{
    public Argument<string> Ags { get; } = new("ags") { Description = "The Kommune's key, 8 digits: 06411000." };

    public Argument<string> Leistung { get; } = new("leistung") { Description = "The Leistung's id: hundesteuer-anmeldung." };

    public Option<string> Folder { get; } = new("--catalogue") { Description = "The catalogue's folder.", DefaultValueFactory = _ => "catalogue" };

    public DateOnly Today => LegalTime.DayOf(clock.GetUtcNow());

    /// <summary>The catalogue; null, and the mistakes are told, when it has any.</summary>
    public Catalogue? Load(ParseResult parsed)
    {
        var reading = CatalogueFolder.Read(parsed.GetValue(Folder)!, Today);
        if (reading.Mistakes.Count == 0)
            return reading.Catalogue;

        console.Lines([.. reading.Mistakes.Select(mistake => Places.In(parsed.GetValue(Folder)!, mistake)), "The catalogue has mistakes; mend them first."]);
        return null;
    }

    /// <summary>The offer that was asked for; null, and why is told, when there is none.</summary>
    public Offer? Find(ParseResult parsed) =>
        Load(parsed) is { } catalogue ? Find(catalogue, parsed.GetValue(Ags)!, parsed.GetValue(Leistung)!) : null;

    public Offer? Find(Catalogue catalogue, string ags, string leistung)
    {
        var kommune = catalogue.Kommune(new(ags));
        if (!kommune.Succeeded)
        {
            console.Lines($"The catalogue has no Kommune '{ags}'; it has {string.Join(", ", catalogue.Kommunen.Select(known => $"{known.Ags} {known.Name}"))}.");
            return null;
        }

        var offer = kommune.Value.Offer(leistung);
        if (offer.Succeeded)
            return offer.Value;

        console.Lines($"{kommune.Value.Name} does not offer '{leistung}'; it offers {string.Join(", ", kommune.Value.Offers.Select(known => known.Leistung.Id))}.");
        return null;
    }
}
