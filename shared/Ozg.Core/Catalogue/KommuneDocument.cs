using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>What the file of a Kommune says.</summary>
public record KommuneDocument
{
    /// <summary>Its key.</summary>
    public required Ags Ags { get; init; }

    /// <summary>The key with which portals route (ARS): 12 digits; null: unknown. Derived from <see cref="Ags"/> where it was not found in a list.</summary>
    public string? Ars { get; init; }

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

    /// <summary>Days on which its offices are closed beside the Land's holidays; null: none are known. For the desk's own deadlines only.</summary>
    public IReadOnlyList<DateOnly>? ClosingDays { get; init; }

    /// <summary>What it offers, and what it does differently.</summary>
    public required IReadOnlyList<OfferDocument> Leistungen { get; init; }

    /// <summary>Reads the document; <see cref="CatalogueMistakes"/> names every key that is unknown, missing or of another type.</summary>
    public static Outcome<KommuneDocument> Read(JsonElement document) => StrictJson.Read(document, PlanJson.Default.KommuneDocument);
}

/// <summary>One Leistung as a layer has it; only the differences from the layer below.</summary>
/// <param name="Leistung">Its id.</param>
/// <param name="Fee">In place of the fee below.</param>
/// <param name="Steps">What changes in the process below.</param>
public sealed record OfferDocument(string Leistung, Fee? Fee = null, Overlay? Steps = null)
{
    /// <summary>Who does it in the Kommune's place; null: as below.</summary>
    public Responsible? Responsible { get; init; }

    /// <summary>In place of the deadlines below; null: as below.</summary>
    public IReadOnlyList<LegalDeadline>? Deadlines { get; init; }

    /// <summary>By name, in place of or beside the conditions below.</summary>
    public IReadOnlyDictionary<string, string>? Conditions { get; init; }

    /// <summary>By name, in place of or beside the amounts below.</summary>
    public IReadOnlyDictionary<string, string>? Amounts { get; init; }

    /// <summary>By name, in place of or beside the dates below.</summary>
    public IReadOnlyDictionary<string, string>? Dates { get; init; }

    /// <summary>By name, in place of or beside the rules below.</summary>
    public IReadOnlyDictionary<string, FormRule>? Rules { get; init; }
}

/// <summary>An organisation that acts in a Kommune's place: an own enterprise, a Zweckverband.</summary>
/// <param name="Name">As it stands on its letters.</param>
/// <param name="Note">Why it is the one, in a sentence for applicants.</param>
public sealed record Responsible(string Name, LocalText? Note = null);

/// <summary>The kinds of Kommunen in Hessen below the Kreis.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KommuneKind>))]
public enum KommuneKind
{
    /// <summary>Its authority is the Magistrat.</summary>
    Stadt,

    /// <summary>Its authority is the Gemeindevorstand.</summary>
    Gemeinde,
}
