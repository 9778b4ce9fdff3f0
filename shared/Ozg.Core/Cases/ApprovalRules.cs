namespace Ozg.Core.Cases;

/// <summary>Who may claim and decide a task. The desk asks before it stores anything.</summary>
public static class ApprovalRules
{
    /// <summary>Why a clerk may not decide a task; null when they may. Deciding a free task claims it.</summary>
    /// <param name="task">The open task.</param>
    /// <param name="clerk">Who wants to.</param>
    /// <param name="groups">The clerk's groups in the task's Kommune.</param>
    public static Error? RefusalFor(OpenTask task, ClerkId clerk, IReadOnlyCollection<string> groups) =>
        task switch
        {
            _ when !groups.Contains(task.Group) => new OtherGroupsTask(task.Group),
            _ when task.FirstApprovalBy == clerk => new SameClerkTwice(),
            { Assignee: { } other } when other != clerk => new ClaimedByAnother(),
            _ => null,
        };
}

/// <summary>The task belongs to a group the clerk is not in.</summary>
public sealed record OtherGroupsTask(string Group) : Error.Forbidden("other-groups-task");

/// <summary>Four eyes are two people: the clerk has given the first approval.</summary>
public sealed record SameClerkTwice() : Error.Conflict("same-clerk-twice");

/// <summary>Somebody else has claimed the task.</summary>
public sealed record ClaimedByAnother() : Error.Conflict("claimed-by-another");

/// <summary>The task has been decided.</summary>
public sealed record AlreadyDecided() : Error.Conflict("already-decided");
