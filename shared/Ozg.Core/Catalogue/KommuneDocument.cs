using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Catalogue;

/// <summary>What the file of a Kommune says.</summary>
public record KommuneDocument
{
    /// <summary>Its key.</summary>
    public required Ags Ags { get; init; }

    /// <summary>Its name without Stadt or Gemeinde.</summary>
    public required string Name { get; init; }

    /// <summary>Decides how it is addressed.</summary>
    public required KommuneKind Kind { get; init; }

    /// <summary>Who decides in law, as the letterhead says it: "Der Magistrat der Stadt …".</summary>
    public required string Authority { get; init; }

    /// <summary>Begins the reference of its cases: 2 to 4 capital letters, no other Kommune's.</summary>
    public required string ReferencePrefix { get; init; }

    /// <summary>Its groups of clerks: what clerks call them, by id.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>What it offers, and what it does differently.</summary>
    public required IReadOnlyList<OfferDocument> Leistungen { get; init; }

    /// <summary>Reads the document; <see cref="CatalogueMistakes"/> names every key that is unknown, missing or of another type.</summary>
    public static Outcome<KommuneDocument> Read(JsonElement document) => StrictJson.Read(document, CatalogueJson.Default.KommuneDocument);
}

/// <summary>One Leistung that a Kommune offers; only the differences.</summary>
/// <param name="Leistung">Its id.</param>
/// <param name="Fee">In place of the standard's.</param>
/// <param name="Steps">What changes in the standard process.</param>
public sealed record OfferDocument(string Leistung, Fee? Fee = null, Overlay? Steps = null);

/// <summary>The kinds of Kommunen in Hessen below the Kreis.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KommuneKind>))]
public enum KommuneKind
{
    /// <summary>Its authority is the Magistrat.</summary>
    Stadt,

    /// <summary>Its authority is the Gemeindevorstand.</summary>
    Gemeinde,
}
