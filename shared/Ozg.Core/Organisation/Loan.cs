using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Organisation;

/// <summary>Neighbour help: a queue or one case that clerks of a partner Kommune work on, for a time.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Lender">Whose tasks they are, and stay.</param>
/// <param name="To">Whose clerks help.</param>
/// <param name="Group">The lender's group whose tasks are lent; null: one case.</param>
/// <param name="Application">The case that is lent; null: a group's tasks.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why, in the lender's words.</param>
/// <param name="BegunBy">Who lent.</param>
/// <param name="BegunAt">UTC.</param>
public sealed record Loan(
    string Id, Ags Lender, Ags To, string? Group, CaseId? Application, DateOnly From, DateOnly Until, string Reason, ClerkId BegunBy, DateTimeOffset BegunAt)
{
    /// <summary>The helper's group whose clerks help; null: any clerk of theirs.</summary>
    public string? ToGroup { get; init; }

    /// <summary>When it was ended early; null: it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who ended it early.</summary>
    public ClerkId? EndedBy { get; init; }

    /// <summary>Whether the partner helps at a moment.</summary>
    public bool HoldsAt(DateTimeOffset moment) =>
        LegalTime.DayOf(moment) is var day && From <= day && day <= Until && !(EndedAt <= moment);

    /// <summary>Whether a task is lent: never one that lies at the lender's desk for another Kommune.</summary>
    public bool Covers(OpenTask task) =>
        task.Partner is null && task.Id.Case.Kommune == Lender && CoversOneOf(task.Id.Case, [task.Group, task.EscalatedTo]);

    /// <summary>Whether the tasks of one of these groups in a case are lent.</summary>
    public bool CoversOneOf(CaseId id, IEnumerable<string?> groups) => Application == id || (Group is not null && groups.Contains(Group));
}
