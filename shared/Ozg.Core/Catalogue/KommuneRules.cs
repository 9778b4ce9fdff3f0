using Ozg.Core.Kommunen;

namespace Ozg.Core.Catalogue;

/// <summary>What has to hold for a Kommune and among Kommunen, beyond the form of their documents.</summary>
public static class KommuneRules
{
    /// <summary>All mistakes of one Kommune, with pointers into its document.</summary>
    /// <param name="kommune">The Kommune.</param>
    /// <param name="others">All other Kommunen of the catalogue.</param>
    public static IReadOnlyList<Mistake> Check(KommuneDocument kommune, IReadOnlyList<KommuneDocument> others) =>
    [
        .. Head(kommune),
        .. Among(kommune, others),
        .. kommune.Leistungen
            .Select((offer, index) => (offer.Leistung, Index: index))
            .Where(offer => kommune.Leistungen.Take(offer.Index).Any(earlier => earlier.Leistung == offer.Leistung))
            .Select(offer => new Mistake($"/leistungen/{offer.Index}/leistung", $"The Leistung '{offer.Leistung}' is offered twice.")),
    ];

    private static IEnumerable<Mistake> Head(KommuneDocument kommune)
    {
        if (!Ags.IsWellFormed(kommune.Ags.Value))
            yield return new("/ags", "The key of a Kommune has 8 digits.");
        if (kommune.Ars is { } ars && (ars.Length != 12 || !ars.All(char.IsAsciiDigit) || ars[..5] != kommune.Ags.Value[..5] || ars[^3..] != kommune.Ags.Value[^3..]))
            yield return new("/ars", "A regional key (ARS) has 12 digits: the first five and the last three are those of the key in 'ags'.");
        if (kommune.ReferencePrefix.Length is < 2 or > 4 || !kommune.ReferencePrefix.All(char.IsAsciiLetterUpper))
            yield return new("/referencePrefix", "A reference begins with 2 to 4 capital letters A to Z.");
        foreach (var group in kommune.Groups.Keys.Where(group => !Names.AreWellFormed(group)))
            yield return new(JsonPointer.Append("/groups", group), $"'{group}' is not a name: {Names.Form}.");
    }

    private static IEnumerable<Mistake> Among(KommuneDocument kommune, IReadOnlyList<KommuneDocument> others)
    {
        if (others.FirstOrDefault(other => other.Ags == kommune.Ags) is { } twin)
            yield return new("/ags", $"{twin.Name} has the same key.");
        if (others.FirstOrDefault(other => other.ReferencePrefix == kommune.ReferencePrefix) is { } neighbour)
            yield return new("/referencePrefix", $"{neighbour.Name} has the same prefix; references could not be told apart.");
    }
}
