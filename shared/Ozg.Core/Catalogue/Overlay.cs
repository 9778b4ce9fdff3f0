using System.Text.Json;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>What one layer changes in the process of the layer below; steps are named by their ids there.</summary>
/// <param name="Set">By step id: the fields that change; <c>null</c> takes an optional field away.</param>
/// <param name="InsertAfter">By step id: the steps that follow it.</param>
/// <param name="Remove">The steps that are left out.</param>
public sealed record Overlay(
    IReadOnlyDictionary<string, JsonElement>? Set = null,
    IReadOnlyDictionary<string, IReadOnlyList<Step>>? InsertAfter = null,
    IReadOnlyList<string>? Remove = null)
{
    /// <summary>Where the overlay speaks of a step's field; the overlay itself when it does not.</summary>
    internal string PointerTo(string step, string field)
    {
        if (Set?.ContainsKey(step) == true)
            return JsonPointer.Append(JsonPointer.Append("/set", step), field);

        foreach (var (anchor, steps) in InsertAfter ?? new Dictionary<string, IReadOnlyList<Step>>())
        {
            for (var index = 0; index < steps.Count; index++)
            {
                if (steps[index].Id == step)
                    return $"{JsonPointer.Append("/insertAfter", anchor)}/{index}/{field}";
            }
        }

        return "";
    }
}
