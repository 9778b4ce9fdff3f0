using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Lays a Kommune's (or a cluster's) differences over a process.</summary>
public static class Layering
{
    private static readonly string[] Fixed = ["id", "kind"];

    /// <summary>The process with the overlay's changes; <see cref="CatalogueMistakes"/> with pointers into the overlay otherwise.</summary>
    /// <param name="standard">The layer below.</param>
    /// <param name="overlay">What changes.</param>
    /// <param name="layer">How messages call the layer, for example <c>06411000</c>.</param>
    public static Outcome<Process> Apply(Process standard, Overlay overlay, string layer)
    {
        var mistakes = UnknownSteps(standard, overlay, layer).ToList();
        var steps = new List<Step>();
        foreach (var step in standard.Steps)
        {
            if (overlay.Remove?.Contains(step.Id) != true)
                steps.Add(overlay.Set?.TryGetValue(step.Id, out var changes) == true ? Changed(step, changes, mistakes) : step);
            if (overlay.InsertAfter?.TryGetValue(step.Id, out var inserted) == true)
                steps.AddRange(inserted);
        }

        if (steps.Count == 0)
            mistakes.Add(new("", $"Layer {layer} leaves no step."));
        return mistakes.Count > 0 ? new CatalogueMistakes(mistakes) : new Process(steps);
    }

    private static IEnumerable<Mistake> UnknownSteps(Process standard, Overlay overlay, string layer)
    {
        var set = (overlay.Set?.Keys ?? []).Select(id => (Id: id, Pointer: JsonPointer.Append("/set", id)));
        var inserted = (overlay.InsertAfter?.Keys ?? []).Select(id => (Id: id, Pointer: JsonPointer.Append("/insertAfter", id)));
        var removed = (overlay.Remove ?? []).Select((id, index) => (Id: id, Pointer: $"/remove/{index}"));
        var known = string.Join(", ", standard.Steps.Select(step => step.Id));

        foreach (var (id, pointer) in set.Concat(inserted).Concat(removed))
        {
            if (standard.Steps.All(step => step.Id != id))
                yield return new(pointer, $"Layer {layer} changes step '{id}', which the layer below does not have; it has {known}.");
        }

        foreach (var id in (overlay.Remove ?? []).Where(id => overlay.Set?.ContainsKey(id) == true))
            yield return new(JsonPointer.Append("/set", id), $"Layer {layer} changes step '{id}' and removes it; only one can be meant.");
    }

    private static Step Changed(Step step, JsonElement changes, List<Mistake> mistakes)
    {
        var pointer = JsonPointer.Append("/set", step.Id);
        if (changes.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add(new(pointer, "The fields of the step that change, by name."));
            return step;
        }

        var fields = JsonSerializer.SerializeToNode(step, PlanJson.Default.Step)!.AsObject();
        foreach (var change in changes.EnumerateObject())
        {
            if (Fixed.Contains(change.Name))
                mistakes.Add(new(JsonPointer.Append(pointer, change.Name), $"'{change.Name}' stays as it is; remove the step and insert another instead."));
            else if (change.Value.ValueKind == JsonValueKind.Null)
                fields.Remove(change.Name);
            else
                fields[change.Name] = JsonNode.Parse(change.Value.GetRawText());
        }

        var changed = StrictJson.Read(JsonSerializer.SerializeToElement(fields, PlanJson.Default.JsonObject), PlanJson.Default.Step);
        if (changed.Succeeded)
            return changed.Value;
        mistakes.AddRange(((CatalogueMistakes)changed.Error).All.Select(mistake => mistake.Within(pointer)));
        return step;
    }
}
