using Ozg.Core.Kommunen;

namespace Ozg.Core.Catalogue;

/// <summary>What is on offer where. Immutable: a changed catalogue is another one.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<Ags, KommuneEntry> _byAgs;

    /// <summary>A catalogue of Kommunen whose documents keep <see cref="KommuneRules"/>.</summary>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public Catalogue(IEnumerable<KommuneEntry> kommunen)
    {
        Kommunen = [.. kommunen.OrderBy(kommune => kommune.Ags.Value, StringComparer.Ordinal)];
        if (Kommunen.DistinctBy(kommune => kommune.Ags).Count() != Kommunen.Count)
            throw new ArgumentException("Two Kommunen have the same key.", nameof(kommunen));
        _byAgs = Kommunen.ToDictionary(kommune => kommune.Ags);
    }

    /// <summary>All, by their keys.</summary>
    public IReadOnlyList<KommuneEntry> Kommunen { get; }

    /// <summary>What groups of Kommunen do alike, in the order in which they are laid over the standard.</summary>
    public IReadOnlyList<ClusterDocument> Clusters { get; init; } = [];

    /// <summary>A Kommune; <see cref="UnknownKommune"/> when the catalogue has none with this key.</summary>
    public Outcome<KommuneEntry> Kommune(Ags ags) =>
        _byAgs.TryGetValue(ags, out var found) ? found : new UnknownKommune();

    /// <summary>A Leistung as a Kommune offers it; <see cref="UnknownKommune"/> or <see cref="UnknownLeistung"/> otherwise.</summary>
    public Outcome<Offer> Offer(Ags ags, string leistung)
    {
        var kommune = Kommune(ags);
        return kommune.Succeeded ? kommune.Value.Offer(leistung) : kommune.Error;
    }
}
