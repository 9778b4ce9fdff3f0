using System.Globalization;
using Ozg.Core.Cases;

namespace Ozg.Functions.Desk;

/// <summary>Which tasks the list shows; null: all.</summary>
/// <param name="Group">Of this group, or escalated to it.</param>
/// <param name="Assignee">Claimed by this clerk.</param>
/// <param name="Application">Of this case.</param>
/// <param name="Cursor">From this place on.</param>
/// <param name="Language">In which the due dates are explained.</param>
public sealed record TaskFilter(string? Group, string? Assignee, string? Application, string? Cursor, CultureInfo Language)
{
    /// <summary>Whether the list shows a task.</summary>
    public bool Matches(OpenTask task) =>
        (Group is null || task.Group == Group || task.EscalatedTo == Group)
        && (Assignee is null || task.Assignee?.Value == Assignee)
        && (Application is null || task.Id.Case.Value == Application);
}
