using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Tool.Catalogues;

namespace Ozg.Tool.Diff;

/// <summary>
/// Looks at what clusters and Kommunen change, now that what lies below has changed: values that say nothing any more, and values that
/// stand against something their author has not seen.
/// </summary>
internal static class OverlayReview
{
    public static IEnumerable<Finding> Of(Offer before, Offer after)
    {
        var (old, now) = (Below.Standard(before), Below.Standard(after));
        foreach (var layer in after.Layers)
        {
            var own = Values(layer.Changes).ToList();
            foreach (var (path, pointer, value) in own)
            {
                // Only where what lies below has changed: what was redundant before is no news.
                var (was, becomes) = (old.Values.GetValueOrDefault(path), now.Values.GetValueOrDefault(path));
                if (was != becomes)
                    yield return new(value == becomes ? FindingKind.Redundant : FindingKind.Review, after.Leistung.Id, layer.Name, Told(path, value, was, becomes), layer.File, LineOf(after, layer, pointer));
            }

            now = now.Over(layer.Changes);
            if (before.Layers.FirstOrDefault(same => same.Name == layer.Name) is { } same)
                old = old.Over(same.Changes);
        }
    }

    private static string Told(string path, string? value, string? was, string? becomes) => value == becomes
        ? $"{path} is {value ?? "absent"} below too now; leave it out."
        : $"{path} is set to {value ?? "nothing"}, while below it changes from {was ?? "nothing"} to {becomes ?? "nothing"}; decide again.";

    private static int? LineOf(Offer offer, Layer layer, string pointer) =>
        offer.Origins.FirstOrDefault(origin => origin.File == layer.File && origin.Pointer == layer.At + pointer)?.Line;

    /// <summary>What a layer sets, by path and by its place in the layer; null: it takes an optional field away.</summary>
    private static IEnumerable<(string Path, string Pointer, string? Value)> Values(OfferDocument changes)
    {
        foreach (var (step, fields) in changes.Steps?.Set ?? new Dictionary<string, JsonElement>())
        {
            foreach (var field in fields.EnumerateObject())
            {
                var pointer = JsonPointer.Append(JsonPointer.Append("/steps/set", step), field.Name);
                yield return ($"{step}.{field.Name}", pointer, field.Value.ValueKind == JsonValueKind.Null ? null : ValueText.Of(field.Value));
            }
        }

        foreach (var (path, value) in Below.Named(changes.Conditions, changes.Amounts, changes.Dates, changes.Rules))
            yield return (path, "/" + path.Replace(" ", "s/", StringComparison.Ordinal), value);
        foreach (var (path, value) in Below.Single(changes.Fee, changes.Deadlines))
            yield return (path, "/" + path, value);
    }

    /// <summary>The values below a layer.</summary>
    private sealed record Below(Process Process, IReadOnlyDictionary<string, string> Others)
    {
        public IReadOnlyDictionary<string, string> Values { get; } = Fields(Process).Concat(Others).ToDictionary();

        public static Below Standard(Offer offer) => new(
            new Process(offer.Leistung.Steps),
            Named(offer.Leistung.Conditions, offer.Leistung.Amounts, offer.Leistung.Dates, offer.Leistung.Rules).Concat(Single(offer.Leistung.Fee, offer.Leistung.Deadlines)).ToDictionary());

        public Below Over(OfferDocument changes)
        {
            var applied = changes.Steps is { } overlay ? Layering.Apply(Process, overlay, "") : Process;
            var others = Others.ToDictionary();
            foreach (var (path, value) in Named(changes.Conditions, changes.Amounts, changes.Dates, changes.Rules).Concat(Single(changes.Fee, changes.Deadlines)))
                others[path] = value;
            return new(applied.Value, others); // an offer exists, so its layers apply
        }

        public static IEnumerable<KeyValuePair<string, string>> Named(
            IReadOnlyDictionary<string, string>? conditions, IReadOnlyDictionary<string, string>? amounts, IReadOnlyDictionary<string, string>? dates, IReadOnlyDictionary<string, FormRule>? rules) =>
        [
            .. Prefixed("condition", conditions), .. Prefixed("amount", amounts), .. Prefixed("date", dates),
            .. Prefixed("rule", rules?.ToDictionary(rule => rule.Key, rule => rule.Value.Expect)),
        ];

        public static IEnumerable<KeyValuePair<string, string>> Single(Fee? fee, IReadOnlyList<LegalDeadline>? deadlines)
        {
            if (fee is not null)
                yield return new("fee", fee.Text.De);
            if (deadlines is not null)
                yield return new("deadlines", string.Join(" · ", deadlines.Select(deadline => deadline.Text.De)));
        }

        private static IEnumerable<KeyValuePair<string, string>> Prefixed(string kind, IReadOnlyDictionary<string, string>? values) =>
            (values ?? new Dictionary<string, string>()).Select(value => KeyValuePair.Create($"{kind} {value.Key}", value.Value));

        private static IEnumerable<KeyValuePair<string, string>> Fields(Process process) =>
            from step in process.All()
            from field in JsonSerializer.SerializeToElement(step, PlanJson.Default.Step).EnumerateObject()
            select KeyValuePair.Create($"{step.Id}.{field.Name}", ValueText.Of(field.Value));
    }
}
