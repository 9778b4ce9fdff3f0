using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Lays a Kommune's (or a cluster's) differences over a process.</summary>
public static class Layering
{
    private static readonly string[] Fixed = ["id", "kind", "then", "else", "branches", "review"];

    /// <summary>The process with the overlay's changes; <see cref="CatalogueMistakes"/> with pointers into the overlay otherwise.</summary>
    /// <param name="standard">The layer below.</param>
    /// <param name="overlay">What changes. Steps within branches are named by their ids like all others.</param>
    /// <param name="layer">How messages call the layer, for example <c>06411000</c>.</param>
    public static Outcome<Process> Apply(Process standard, Overlay overlay, string layer)
    {
        var mistakes = UnknownSteps(standard, overlay, layer).ToList();
        var steps = Applied(standard.Steps, overlay, mistakes);
        if (steps.Count == 0)
            mistakes.Add(new("", $"Layer {layer} leaves no step."));
        return mistakes.Count > 0 ? new CatalogueMistakes(mistakes) : standard with { Steps = steps };
    }

    private static List<Step> Applied(IReadOnlyList<Step> sequence, Overlay overlay, List<Mistake> mistakes)
    {
        var steps = new List<Step>();
        foreach (var step in sequence)
        {
            if (overlay.Remove?.Contains(step.Id) != true)
            {
                var changed = overlay.Set?.TryGetValue(step.Id, out var changes) == true ? Changed(step, changes, mistakes) : step;
                steps.Add(Within(changed, overlay, mistakes));
            }

            if (overlay.InsertAfter?.TryGetValue(step.Id, out var inserted) == true)
                steps.AddRange(inserted);
        }

        return steps;
    }

    private static Step Within(Step step, Overlay overlay, List<Mistake> mistakes) => step switch
    {
        Step.Branch branch => branch with { Then = Applied(branch.Then, overlay, mistakes), Else = branch.Else is { } other ? Applied(other, overlay, mistakes) : null },
        Step.Parallel parallel => parallel with { Branches = [.. parallel.Branches.Select(way => Applied(way, overlay, mistakes)).Where(way => way.Count > 0)] },
        Step.Wait { Review: { } review } wait => wait with { Review = Applied([review], overlay, mistakes).OfType<Step.Approve>().FirstOrDefault() },
        _ => step,
    };

    private static IEnumerable<Mistake> UnknownSteps(Process standard, Overlay overlay, string layer)
    {
        var set = (overlay.Set?.Keys ?? []).Select(id => (Id: id, Pointer: JsonPointer.Append("/set", id)));
        var inserted = (overlay.InsertAfter?.Keys ?? []).Select(id => (Id: id, Pointer: JsonPointer.Append("/insertAfter", id)));
        var removed = (overlay.Remove ?? []).Select((id, index) => (Id: id, Pointer: $"/remove/{index}"));
        var known = standard.All().Select(step => step.Id).ToList();

        foreach (var (id, pointer) in set.Concat(inserted).Concat(removed).Where(change => !known.Contains(change.Id)))
            yield return new(pointer, $"Layer {layer} changes step '{id}', which the layer below does not have; it has {string.Join(", ", known)}.");

        foreach (var id in (overlay.InsertAfter?.Keys ?? []).Where(id => standard.WaitOf(id) is not null))
            yield return new(JsonPointer.Append("/insertAfter", id), $"Layer {layer} puts steps behind '{id}', which reviews what was granted while '{standard.WaitOf(id)!.Id}' waits; put them behind '{standard.WaitOf(id)!.Id}'.");
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
                mistakes.Add(new(JsonPointer.Append(pointer, change.Name), WhyFixed(change.Name)));
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

    private static string WhyFixed(string field) => field is "id" or "kind"
        ? $"'{field}' stays as it is; remove the step and insert another instead."
        : field is "review"
        ? "'review' holds a step of its own; change or remove it by its id. Where there is none, remove the wait and insert one that has it."
        : $"'{field}' holds steps of their own; change, insert or remove them by their ids.";
}
