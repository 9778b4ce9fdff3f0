using System.Text.Json;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Keeps account, while layers are applied, of who set what.</summary>
internal sealed class Origins
{
    private static readonly string[] Containers = ["then", "else", "branches", "review"];

    private readonly Dictionary<string, Origin> _byPath = [];

    public IReadOnlyList<Origin> All => [.. _byPath.Values.OrderBy(origin => origin.Path, StringComparer.Ordinal)];

    /// <summary>Who set a value; null: nobody, it is absent.</summary>
    public Origin? Of(string path) => _byPath.GetValueOrDefault(path);

    public void Set(string path, string layer, string file, string pointer) => _byPath[path] = new(path, layer, file, pointer);

    /// <summary>All fields of steps, those within branches too.</summary>
    public void SetSteps(IReadOnlyList<Step> steps, string layer, string file, string at)
    {
        foreach (var (step, pointer) in StepPlace.All(steps))
        {
            var path = PathOf(step.Id);
            Set(path, layer, file, at + pointer);
            foreach (var field in FieldsOf(step))
                Set($"{path}/{field}", layer, file, $"{at}{pointer}/{field}");
        }
    }

    /// <summary>What an overlay that could be applied has changed.</summary>
    /// <param name="below">The process before it.</param>
    /// <param name="layer">The layer.</param>
    public void Change(Process below, Layer layer)
    {
        if (layer.Changes.Steps is not { } overlay)
            return;

        foreach (var gone in (overlay.Remove ?? []).SelectMany(id => new Process([below.Find(id)]).All()))
            Forget(gone.Id);
        foreach (var (id, changes) in overlay.Set ?? new Dictionary<string, JsonElement>())
        {
            foreach (var field in changes.EnumerateObject())
            {
                var (path, pointer) = ($"{PathOf(id)}/{field.Name}", JsonPointer.Append(JsonPointer.Append(layer.At + "/steps/set", id), field.Name));
                if (field.Value.ValueKind == JsonValueKind.Null)
                    _byPath.Remove(path);
                else
                    Set(path, layer.Name, layer.File, pointer);
            }
        }

        foreach (var (anchor, steps) in overlay.InsertAfter ?? new Dictionary<string, IReadOnlyList<Step>>())
            SetSteps(steps, layer.Name, layer.File, JsonPointer.Append(layer.At + "/steps/insertAfter", anchor));
    }

    private static IEnumerable<string> FieldsOf(Step step) =>
        PlanJson.Default.Options.GetTypeInfo(step.GetType()).Properties
            .Where(field => field.Get?.Invoke(step) is not null && !Containers.Contains(field.Name)).Select(field => field.Name).Prepend("kind");

    public static string PathOf(string step) => JsonPointer.Append("/steps", step);

    private void Forget(string step)
    {
        foreach (var path in _byPath.Keys.Where(path => path == PathOf(step) || path.StartsWith(PathOf(step) + "/", StringComparison.Ordinal)).ToList())
            _byPath.Remove(path);
    }
}
