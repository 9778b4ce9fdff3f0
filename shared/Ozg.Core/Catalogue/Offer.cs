using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>A Leistung as one Kommune offers it: what new cases get.</summary>
/// <param name="Leistung">The shared standard: form, attachments, examples.</param>
/// <param name="Fee">The Kommune's own, or the standard's; null: nothing is known to be charged.</param>
/// <param name="Plan">The effective process, with all that a case needs to its end.</param>
/// <param name="PlanHash">The plan's name.</param>
public sealed record Offer(Leistung Leistung, Fee? Fee, Plan Plan, string PlanHash)
{
    /// <summary>Lays a Kommune's differences over the standard.</summary>
    /// <returns><see cref="CatalogueMistakes"/>, with pointers into <paramref name="document"/>, when the result breaks a rule.</returns>
    public static Outcome<Offer> Compose(KommuneDocument kommune, Leistung leistung, OfferDocument document)
    {
        var overlay = document.Steps ?? new Overlay();
        var process = Layering.Apply(new Process(leistung.Steps), overlay, kommune.Ags.Value);
        if (!process.Succeeded)
            return new CatalogueMistakes([.. ((CatalogueMistakes)process.Error).All.Select(mistake => mistake.Within("/steps"))]);

        var plan = new Plan(kommune.Ags, kommune.Name, kommune.Authority, leistung.Id, process.Value, leistung.Conditions, leistung.Templates);
        var broken = ProcessRules.Check(plan, kommune.Groups.Keys);
        return broken.Count > 0
            ? new CatalogueMistakes([.. broken.Select(mistake => new Mistake("/steps" + overlay.PointerTo(mistake.Step, mistake.Field), mistake.What))])
            : new Offer(leistung, document.Fee ?? leistung.Fee, plan, Processes.PlanHash.Of(plan));
    }
}
