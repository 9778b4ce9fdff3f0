using System.Text.Json;

namespace Ozg.Core.Processes;

/// <summary>A question about the application's data that a process asks once, when the case is checked.</summary>
/// <param name="Field">JSON pointer into the application, for example <c>/hund/gefaehrlich</c>.</param>
/// <param name="EqualTo">The value that makes the answer yes; a scalar. An absent field means no.</param>
public sealed record Condition(string Field, JsonElement EqualTo)
{
    /// <summary>The answer for one application.</summary>
    public bool HoldsFor(JsonElement application) =>
        JsonPointer.Find(application, Field) is { } found && JsonElement.DeepEquals(found, EqualTo);
}
