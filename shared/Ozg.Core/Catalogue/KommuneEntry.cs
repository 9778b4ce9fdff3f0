using System.Diagnostics.CodeAnalysis;

namespace Ozg.Core.Catalogue;

/// <summary>A Kommune in the catalogue, with what it offers, all layers applied.</summary>
public sealed record KommuneEntry : KommuneDocument
{
    /// <summary>A Kommune with the offers that were composed for it.</summary>
    [SetsRequiredMembers]
    public KommuneEntry(KommuneDocument document, IReadOnlyList<Offer> offers) : base(document) => Offers = offers;

    /// <summary>What it offers, in its document's order.</summary>
    public IReadOnlyList<Offer> Offers { get; }

    /// <summary>One of its offers; <see cref="UnknownLeistung"/> when there is none.</summary>
    public Outcome<Offer> Offer(string leistung) =>
        Offers.FirstOrDefault(offer => offer.Leistung.Id == leistung) is { } found ? found : new UnknownLeistung();
}
