using System.Text.Json;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>
/// What the file of a cluster says: what several Kommunen do alike and otherwise than the standard. It offers nothing; what a member
/// offers, its own file says.
/// </summary>
public sealed record ClusterDocument
{
    /// <summary>Its file is called the same.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The Kommunen that follow it. A Kommune may be in several; the later file goes before the earlier.</summary>
    public required IReadOnlyList<Ags> Members { get; init; }

    /// <summary>What it does differently.</summary>
    public required IReadOnlyList<OfferDocument> Leistungen { get; init; }

    /// <summary>Reads the document; <see cref="CatalogueMistakes"/> names every key that is unknown, missing or of another type.</summary>
    public static Outcome<ClusterDocument> Read(JsonElement document) => StrictJson.Read(document, PlanJson.Default.ClusterDocument);
}
