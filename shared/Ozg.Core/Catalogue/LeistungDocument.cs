using System.Text.Json;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>What <c>leistung.yaml</c> says.</summary>
public record LeistungDocument
{
    /// <summary>Names it in addresses; its folder is called the same.</summary>
    public required string Id { get; init; }

    /// <summary>What citizens call it.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What it is for, in two or three sentences.</summary>
    public required LocalText Description { get; init; }

    /// <summary>Its key in the national catalogue of Leistungen (LeiKa): 14 digits.</summary>
    public required string LeikaKey { get; init; }

    /// <summary>Whether the key was found in an official list.</summary>
    public required KeyStatus LeikaKeyStatus { get; init; }

    /// <summary>The procedural law that governs deadlines and notification.</summary>
    public required Regime Regime { get; init; }

    /// <summary>The kinds of files an applicant may add, and when they have to.</summary>
    public required IReadOnlyList<AttachmentKind> Attachments { get; init; }

    /// <summary>The bounds for all files together.</summary>
    public required AttachmentLimits Limits { get; init; }

    /// <summary>What it costs; null: nothing is known to be charged.</summary>
    public Fee? Fee { get; init; }

    /// <summary>The periods the applicant or the authority has to keep, to be read.</summary>
    public required IReadOnlyList<LegalDeadline> Deadlines { get; init; }

    /// <summary>By name, an expression that is true or false: what steps may depend on.</summary>
    public required IReadOnlyDictionary<string, string> Conditions { get; init; }

    /// <summary>By name, an expression for an amount in euro; null: none.</summary>
    public IReadOnlyDictionary<string, string>? Amounts { get; init; }

    /// <summary>By name, an expression for a date; null: none.</summary>
    public IReadOnlyDictionary<string, string>? Dates { get; init; }

    /// <summary>By name: what has to hold among the fields of an application, beyond its schema; null: nothing.</summary>
    public IReadOnlyDictionary<string, FormRule>? Rules { get; init; }

    /// <summary>
    /// What people call the names in the process, German: of conditions, dates, amounts, registers, systems and templates, and by its id
    /// what a clerk does in a step. For drawings and the Leitfaden; null: the names speak for themselves.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }

    /// <summary>The standard process, in its order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Reads the document; <see cref="CatalogueMistakes"/> names every key that is unknown, missing or of another type.</summary>
    public static Outcome<LeistungDocument> Read(JsonElement document) => StrictJson.Read(document, PlanJson.Default.LeistungDocument);
}

/// <summary>A text in the languages of the form.</summary>
/// <param name="De">German; always there.</param>
/// <param name="En">English; null: the German text is shown, marked as German.</param>
public sealed record LocalText(string De, string? En = null);

/// <summary>A price or a rate, to be read.</summary>
/// <param name="Text">What it costs and when.</param>
/// <param name="Sample">True: invented or unverified; shown with the mark of a sample and replaced before real use.</param>
public sealed record Fee(LocalText Text, bool Sample);

/// <summary>A period that a law or a by-law sets.</summary>
/// <param name="Text">Who has to do what by when.</param>
/// <param name="Source">The legal source.</param>
/// <param name="Sample">True: not verified for every Kommune that offers the Leistung.</param>
/// <param name="Decide">The authority's own time from receipt to its decision; processes are checked against it. Null: the period is not that.</param>
public sealed record LegalDeadline(LocalText Text, string Source, bool Sample, Period? Decide = null);

/// <summary>What has to hold among the fields of an application.</summary>
/// <param name="Expect">An expression that is true for every application that is taken.</param>
/// <param name="At">JSON pointer to the field that the applicant has to mend.</param>
/// <param name="Message">What the applicant reads: what is wrong and what to do.</param>
public sealed record FormRule(string Expect, string At, LocalText Message);
