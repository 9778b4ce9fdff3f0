using System.Text.Json.Serialization;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>
/// Where a case stands: what the engine makes of its events and nothing else, so the journal rebuilds it. Free of personal
/// data, since it travels through the orchestration's history.
/// </summary>
public sealed record Case
{
    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>How many events made it: grows by one with each that changed something.</summary>
    public required int Version { get; init; }

    /// <summary>In the words of the API.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Approved until somebody rejects.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The step it stands at; null before the first and after the last.</summary>
    public string? Step { get; init; }

    /// <summary>What clerks can decide now.</summary>
    public IReadOnlyList<OpenTask> Tasks { get; init; } = [];

    /// <summary>The conditions' answers; empty before the check.</summary>
    public IReadOnlyDictionary<string, bool> Facts { get; init; } = new Dictionary<string, bool>();

    /// <summary>The documents and messages for the applicant, in their order.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The ids of the outside events that have been taken in.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The blob with the words of the decision that settled the verdict; null before or without words.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether nothing more will happen.</summary>
    [JsonIgnore]
    public bool IsClosed => Status is CaseStatus.Completed or CaseStatus.Rejected;

    /// <summary>The next moment at which time itself is an event; null when only somebody's act can move the case.</summary>
    [JsonIgnore]
    public DateTimeOffset? Deadline => Tasks.Where(task => !task.Overdue).Select(task => (DateTimeOffset?)task.DueAt).Min();

    /// <summary>A case of which nothing is known but that it exists.</summary>
    public static Case Begin(CaseId id) => new() { Id = id, Version = 0, Status = CaseStatus.Received };
}

/// <summary>A decision that a clerk has to make.</summary>
/// <param name="Id">The task.</param>
/// <param name="Step">The step it belongs to.</param>
/// <param name="Group">Who sees it.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="Due">Passing it makes the task overdue and closes nothing.</param>
public sealed record OpenTask(TaskId Id, string Step, string Group, DateTimeOffset OpenedAt, Deadline Due)
{
    /// <summary>The first moment at which the task is overdue, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset DueAt => Due.PassesAt;

    /// <summary>Who claimed it; null while it is free.</summary>
    public ClerkId? Assignee { get; init; }

    /// <summary>Who gave the first of two approvals and may not give the second; null for a first approval.</summary>
    public ClerkId? FirstApprovalBy { get; init; }

    /// <summary>Whether the due date has passed.</summary>
    public bool Overdue { get; init; }
}
