using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;

namespace Ozg.Tool.Catalogues;

/// <summary>An offer with the origin of every value.</summary>
/// <param name="Kommune">Its key.</param>
/// <param name="Name">What the Kommune is called.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="Plan">The plan's hash.</param>
/// <param name="Values">The steps in their order with their fields, then what the process refers to.</param>
internal sealed record ShownOffer(string Kommune, string Name, string Leistung, string Plan, IReadOnlyList<ShownValue> Values)
{
    private static readonly string[] Structure = ["id", "kind", "then", "else", "branches", "review"];

    public static ShownOffer Of(Offer offer) => new(offer.Plan.Kommune.Value, offer.Plan.KommuneName, offer.Leistung.Id, offer.PlanHash, [.. new Rows(offer).All()]);

    private sealed class Rows(Offer offer)
    {
        private readonly Dictionary<string, Origin> _origins = offer.Origins.ToDictionary(origin => origin.Path);

        public IEnumerable<ShownValue> All() =>
        [
            .. offer.Plan.Process.Steps.SelectMany(step => Of(step, depth: 0)),
            .. Named("condition", "/conditions", offer.Plan.Conditions),
            .. Named("amount", "/amounts", offer.Plan.Amounts),
            .. Named("date", "/dates", offer.Plan.Dates),
            .. Named("rule", "/rules", Layered.Rules(offer).ToDictionary(rule => rule.Key, rule => rule.Value.Expect)),
            .. Single("fee", "/fee", offer.Fee is { } fee ? fee.Text.De + (fee.Sample ? " (sample)" : "") : null),
            .. Single("responsible", "/responsible", offer.Responsible?.Name),
            .. Single("deadlines", "/deadlines", string.Join(" · ", offer.Deadlines.Select(deadline => $"{deadline.Text.De} ({deadline.Source})"))),
        ];

        private IEnumerable<ShownValue> Of(Step step, int depth)
        {
            var path = JsonPointer.Append("/steps", step.Id);
            yield return Row(path, depth, step.Id, StepText.Of(step));
            foreach (var field in JsonSerializer.SerializeToElement(step, PlanJson.Default.Step).EnumerateObject().Where(field => !Structure.Contains(field.Name)))
            {
                // What nobody has written is a default; it needs no line of its own.
                if (_origins.ContainsKey($"{path}/{field.Name}"))
                    yield return Row($"{path}/{field.Name}", depth + 1, field.Name, ValueText.Of(field.Value)) with { IsField = true };
            }

            foreach (var inner in Process.Inner(step).SelectMany(way => way).SelectMany(inner => Of(inner, depth + 1)))
                yield return inner;
        }

        private IEnumerable<ShownValue> Named(string kind, string path, IReadOnlyDictionary<string, string> values) =>
            values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => Row(JsonPointer.Append(path, value.Key), 0, $"{kind} {value.Key}", value.Value));

        private IEnumerable<ShownValue> Single(string name, string path, string? value) => string.IsNullOrEmpty(value) ? [] : [Row(path, 0, name, value)];

        private ShownValue Row(string path, int depth, string name, string value)
        {
            var origin = _origins.GetValueOrDefault(path);
            return new(path, depth, name, value, origin?.Layer, origin?.File, origin?.Line);
        }
    }
}

/// <summary>One value of an offer.</summary>
/// <param name="Path">As <see cref="Origin.Path"/>.</param>
/// <param name="Depth">How deep it stands among the steps.</param>
/// <param name="Name">What it is.</param>
/// <param name="Value">On one line.</param>
/// <param name="Layer">Who set it; null: nobody, it follows from the rest.</param>
/// <param name="File">Where, below the catalogue's folder.</param>
/// <param name="Line">From 1.</param>
internal sealed record ShownValue(string Path, int Depth, string Name, string Value, string? Layer, string? File, int? Line)
{
    /// <summary>Whether it is a field of the step above it.</summary>
    public bool IsField { get; init; }
}
