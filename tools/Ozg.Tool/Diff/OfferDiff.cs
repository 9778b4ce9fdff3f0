using System.Text.Json;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Tool.Catalogues;

namespace Ozg.Tool.Diff;

/// <summary>What changes for the new cases of one Kommune in one Leistung.</summary>
internal sealed class OfferDiff(Offer before, Offer after)
{
    private static readonly string[] Structure = ["id", "then", "else", "branches"];

    public static IEnumerable<Change> Of(Offer before, Offer after) => new OfferDiff(before, after).All();

    private IEnumerable<Change> All() =>
    [
        .. Steps(),
        .. Named("condition", before.Plan.Conditions, after.Plan.Conditions),
        .. Named("amount", before.Plan.Amounts, after.Plan.Amounts),
        .. Named("date", before.Plan.Dates, after.Plan.Dates),
        .. Named("rule", Rules(before), Rules(after)),
        .. Value("fee", Fee(before), Fee(after)),
        .. Value("responsible", before.Responsible?.Name, after.Responsible?.Name),
        .. Value("authority", before.Plan.Authority, after.Plan.Authority),
        .. Value("deadlines", Deadlines(before), Deadlines(after)),
        .. Value("closing days", ClosingDays(before), ClosingDays(after)),
        .. Texts("template", before.Plan.Templates, after.Plan.Templates),
        .. Texts("form", Form(before), Form(after)),
    ];

    private IEnumerable<Change> Steps()
    {
        var (old, now) = (StepPosition.All(before.Plan.Process), StepPosition.All(after.Plan.Process));
        foreach (var gone in old.Where(step => now.All(other => other.Id != step.Id)))
            yield return Changed($"step {gone.Id}", $"{StepText.Of(gone.Step)} ({gone.Place})", null);
        foreach (var added in now.Where(step => old.All(other => other.Id != step.Id)))
            yield return Changed($"step {added.Id}", null, $"{StepText.Of(added.Step)} ({added.Place})");
        foreach (var moved in StepPosition.Moved(old, now))
            yield return Changed($"place of step {moved.Id}", old.Single(step => step.Id == moved.Id).Place, moved.Place);
        foreach (var step in now)
        {
            if (old.FirstOrDefault(other => other.Id == step.Id) is { } same)
            {
                foreach (var change in Fields(same.Step, step.Step))
                    yield return change;
            }
        }
    }

    private IEnumerable<Change> Fields(Step old, Step now) => Named($"{now.Id}.", FieldsOf(old), FieldsOf(now), separator: "");

    private static Dictionary<string, string> FieldsOf(Step step) =>
        JsonSerializer.SerializeToElement(step, PlanJson.Default.Step).EnumerateObject()
            .Where(field => !Structure.Contains(field.Name))
            .ToDictionary(field => field.Name, field => ValueText.Of(field.Value));

    private IEnumerable<Change> Named(string kind, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now, string separator = " ") =>
        old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).SelectMany(name => Value($"{kind}{separator}{name}", old.GetValueOrDefault(name), now.GetValueOrDefault(name)));

    /// <summary>Texts that are too long to be shown: that they changed is said, and what the reader finds in the files is not repeated.</summary>
    private IEnumerable<Change> Texts(string kind, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now) =>
        from change in Named(kind, old, now)
        select change with { Before = change.Before is null ? null : "text", After = change.After is null ? null : change.Before is null ? "text" : "another text" };

    private IEnumerable<Change> Value(string what, string? old, string? now) => old == now ? [] : [Changed(what, old, now)];

    private Change Changed(string what, string? old, string? now) => new(after.Leistung.Id, what, old, now);

    private static Dictionary<string, string> Rules(Offer offer) => Layered.Rules(offer).ToDictionary(rule => rule.Key, rule => rule.Value.Expect);

    private static string? Fee(Offer offer) => offer.Fee is { } fee ? fee.Text.De + (fee.Sample ? " (sample)" : "") : null;

    private static string? Deadlines(Offer offer) =>
        offer.Deadlines.Count == 0 ? null : string.Join(" · ", offer.Deadlines.Select(deadline => $"{deadline.Text.De} ({deadline.Source})"));

    private static string? ClosingDays(Offer offer) =>
        offer.Plan.Process.ClosingDays is { Count: > 0 } days ? string.Join(", ", days.Select(day => $"{day:yyyy-MM-dd}")) : null;

    private static Dictionary<string, string> Form(Offer offer) => new() { ["schema"] = offer.Leistung.Form.Document.GetRawText() };
}
