using System.Text.Json;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Who set what in an offer. Only who shows one or places a mistake wants to know, so that offers are composed without it.</summary>
internal sealed class Origins
{
    private static readonly string[] Containers = ["then", "else", "branches", "review"];

    private readonly Dictionary<string, Origin> _byPath = [];

    /// <param name="leistung">The standard.</param>
    /// <param name="layers">What was laid over it, from the lowest.</param>
    /// <param name="changes">The layers that change the process, and the process below each.</param>
    public Origins(Leistung leistung, IReadOnlyList<Layer> layers, IReadOnlyList<(Layer Layer, Process Below)> changes)
    {
        var standard = new Layer(Offer.Standard, $"leistungen/{leistung.Id}/leistung.yaml", "", new(leistung.Id, leistung.Fee)
        {
            Deadlines = leistung.Deadlines,
            Conditions = leistung.Conditions,
            Amounts = leistung.Amounts,
            Dates = leistung.Dates,
            Rules = leistung.Rules,
        });
        SetSteps(leistung.Steps, standard, "/steps");
        foreach (var (layer, below) in changes)
            Change(below, layer);
        foreach (var layer in layers.Prepend(standard))
            SetValues(layer);
    }

    public IReadOnlyList<Origin> All => [.. _byPath.Values.OrderBy(origin => origin.Path, StringComparer.Ordinal)];

    /// <summary>Who set a value; null: nobody, it is absent.</summary>
    public Origin? Of(string path) => _byPath.GetValueOrDefault(path);

    public static string PathOf(string step) => JsonPointer.Append("/steps", step);

    private void Set(string path, Layer layer, string pointer) => _byPath[path] = new(path, layer.Name, layer.File, layer.At + pointer);

    /// <summary>All fields of steps, those within branches too.</summary>
    private void SetSteps(IReadOnlyList<Step> steps, Layer layer, string at)
    {
        foreach (var (step, pointer) in StepPlace.All(steps))
        {
            var path = PathOf(step.Id);
            Set(path, layer, at + pointer);
            foreach (var field in FieldsOf(step))
                Set($"{path}/{field}", layer, $"{at}{pointer}/{field}");
        }
    }

    /// <summary>What is not in the process, each under the path that it has in the layer's document too.</summary>
    private void SetValues(Layer layer)
    {
        var says = layer.Changes;
        foreach (var (path, value) in new (string, object?)[] { ("/fee", says.Fee), ("/responsible", says.Responsible), ("/deadlines", says.Deadlines) })
        {
            if (value is not null)
                Set(path, layer, path);
        }

        foreach (var (path, names) in new[] { ("/conditions", says.Conditions?.Keys), ("/amounts", says.Amounts?.Keys), ("/dates", says.Dates?.Keys), ("/rules", says.Rules?.Keys) })
        {
            foreach (var name in names ?? [])
                Set(JsonPointer.Append(path, name), layer, JsonPointer.Append(path, name));
        }
    }

    /// <summary>What an overlay that could be applied has changed.</summary>
    private void Change(Process below, Layer layer)
    {
        var overlay = layer.Changes.Steps!;
        foreach (var gone in (overlay.Remove ?? []).SelectMany(id => new Process([below.Find(id)]).All()))
            Forget(gone.Id);
        foreach (var (id, changes) in overlay.Set ?? new Dictionary<string, JsonElement>())
        {
            foreach (var field in changes.EnumerateObject())
            {
                var (path, pointer) = ($"{PathOf(id)}/{field.Name}", JsonPointer.Append(JsonPointer.Append("/steps/set", id), field.Name));
                if (field.Value.ValueKind == JsonValueKind.Null)
                    _byPath.Remove(path);
                else
                    Set(path, layer, pointer);
            }
        }

        foreach (var (anchor, steps) in overlay.InsertAfter ?? new Dictionary<string, IReadOnlyList<Step>>())
            SetSteps(steps, layer, JsonPointer.Append("/steps/insertAfter", anchor));
    }

    private static IEnumerable<string> FieldsOf(Step step) =>
        PlanJson.Default.Options.GetTypeInfo(step.GetType()).Properties
            .Where(field => field.Get?.Invoke(step) is not null && !Containers.Contains(field.Name)).Select(field => field.Name).Prepend("kind");

    private void Forget(string step)
    {
        foreach (var path in _byPath.Keys.Where(path => path == PathOf(step) || path.StartsWith(PathOf(step) + "/", StringComparison.Ordinal)).ToList())
            _byPath.Remove(path);
    }
}
