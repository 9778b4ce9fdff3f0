using System.Text.Json;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>A Leistung as one Kommune offers it: what new cases get.</summary>
/// <param name="Leistung">The shared standard: form, attachments, examples.</param>
/// <param name="Fee">The Kommune's own, or that of a layer below; null: nothing is known to be charged.</param>
/// <param name="Plan">The effective process, with all that a case needs to its end.</param>
/// <param name="PlanHash">The plan's name.</param>
public sealed record Offer(Leistung Leistung, Fee? Fee, Plan Plan, string PlanHash)
{
    /// <summary>How <see cref="Origin.Layer"/> calls what all Kommunen share.</summary>
    public const string Standard = "standard";

    /// <summary>Who does it in the Kommune's place; null: the Kommune itself.</summary>
    public Responsible? Responsible { get; init; }

    /// <summary>What an application has to be.</summary>
    public required ApplicationForm Form { get; init; }

    /// <summary>The periods to be kept, those of the highest layer that has any.</summary>
    public required IReadOnlyList<LegalDeadline> Deadlines { get; init; }

    /// <summary>Where each value comes from, by its path.</summary>
    public IReadOnlyList<Origin> Origins => OriginsWhenAsked.Value;

    internal Lazy<IReadOnlyList<Origin>> OriginsWhenAsked { private get; init; } = new([]);

    /// <summary>What was laid over the standard, from the lowest; the last is the Kommune's own.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>All that an applicant has to mend in a new application: <see cref="ApplicationForm.Validate"/>.</summary>
    public IReadOnlyList<FieldError> Validate(JsonElement application, IReadOnlyCollection<string> attached, DateOnly received) =>
        Form.Validate(application, attached, received, Plan.Calendar);

    /// <summary>Lays a Kommune's differences over the standard.</summary>
    /// <returns><see cref="CatalogueMistakes"/>, with pointers into <paramref name="document"/>, when the result breaks a rule.</returns>
    public static Outcome<Offer> Compose(KommuneDocument kommune, Leistung leistung, OfferDocument document) =>
        Compose(kommune, leistung, [new(kommune.Ags.Value, "", "", document)], _ => null);

    /// <summary>Lays the layers over the standard, one after the other.</summary>
    /// <param name="kommune">Whose offer it is.</param>
    /// <param name="leistung">The standard.</param>
    /// <param name="layers">From the lowest; the last is the Kommune's own.</param>
    /// <param name="partner">Another Kommune of the catalogue; null when there is none with this key.</param>
    /// <param name="lineOf">The line of a value, by its file and pointer; left out: nobody knows.</param>
    /// <returns><see cref="CatalogueMistakes"/>, each with the file of the layer at fault.</returns>
    public static Outcome<Offer> Compose(
        KommuneDocument kommune, Leistung leistung, IReadOnlyList<Layer> layers, Func<Ags, KommuneDocument?> partner, Func<string, string, int?>? lineOf = null) =>
        new Composition(kommune, leistung, layers, partner, lineOf ?? ((_, _) => null)).Compose();
}
