using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Platform.Catalogue;

namespace Ozg.Tool.Diff;

/// <summary>What another catalogue changes for new cases, and which layers have a problem with it.</summary>
/// <param name="Changes">Grouped: one line for a change that reaches many alike.</param>
/// <param name="Findings">The gravest first.</param>
internal sealed record DiffReport(IReadOnlyList<ChangeFor> Changes, IReadOnlyList<Finding> Findings)
{
    /// <param name="before">A catalogue without mistakes.</param>
    /// <param name="after">The new one, with what is wrong with it.</param>
    public static DiffReport Of(Catalogue before, CatalogueReading after)
    {
        var pairs = Pairs(before, after.Catalogue).ToList();
        var changes = pairs.SelectMany(pair => ChangesOf(pair).Select(change => (Change: change, Kommune: pair.Kommune.Value)));
        var offering = pairs.Where(pair => pair.After is not null || pair.StillWanted).CountBy(pair => pair.Leistung).ToDictionary();
        var reviews = pairs.Where(pair => pair is { Before: not null, After: not null }).SelectMany(pair => OverlayReview.Of(pair.Before!, pair.After!));
        return new(
            [.. changes.GroupBy(change => change.Change, change => change.Kommune)
                .Select(group => new ChangeFor(group.Key, [.. group], group.Count() > 1 && group.Count() == offering.GetValueOrDefault(group.Key.Leistung)))
                .OrderBy(change => change.Change.Leistung, StringComparer.Ordinal)],
            [.. after.Mistakes.Select(mistake => new Finding(FindingKind.Conflict, null, null, mistake.What, mistake.File, mistake.Line))
                .Concat(reviews)
                .GroupBy(finding => finding with { Line = null }, finding => finding.Line) // a value that a higher layer hides has no line there
                .Select(same => same.Key with { Line = same.Max() })
                .OrderBy(finding => finding.Kind).ThenBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line ?? 0)]);
    }

    private static IEnumerable<Change> ChangesOf(Pair pair) => pair switch
    {
        { Before: { } before, After: { } after } => OfferDiff.Of(before, after),
        { Before: null } => [new(pair.Leistung, "offer", null, "new")],
        { StillWanted: true } => [], // it cannot be put together; the mistake says why
        _ => [new(pair.Leistung, "offer", "as before", null)],
    };

    private static IEnumerable<Pair> Pairs(Catalogue before, Catalogue after) =>
        from kommune in before.Kommunen.Concat(after.Kommunen).Select(kommune => kommune.Ags).Distinct().OrderBy(ags => ags.Value, StringComparer.Ordinal)
        let old = before.Kommune(kommune)
        let now = after.Kommune(kommune)
        let offers = (Old: old.Succeeded ? old.Value.Offers : [], Now: now.Succeeded ? now.Value.Offers : [])
        from leistung in offers.Old.Concat(offers.Now).Select(offer => offer.Leistung.Id).Distinct()
        select new Pair(
            kommune, leistung,
            offers.Old.FirstOrDefault(offer => offer.Leistung.Id == leistung), offers.Now.FirstOrDefault(offer => offer.Leistung.Id == leistung),
            StillWanted: now.Succeeded && now.Value.Leistungen.Any(wanted => wanted.Leistung == leistung));

    private sealed record Pair(Ags Kommune, string Leistung, Offer? Before, Offer? After, bool StillWanted);
}
