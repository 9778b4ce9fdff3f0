using System.Text.Json.Serialization;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Cases;

/// <summary>A decision that a clerk has to make, or an opinion that an office has to give.</summary>
/// <param name="Id">The task.</param>
/// <param name="Step">The step it belongs to.</param>
/// <param name="Group">Who sees it.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="Due">Passing it makes the task overdue; what happens then, the step says.</param>
public sealed record OpenTask(TaskId Id, string Step, string Group, DateTimeOffset OpenedAt, Deadline Due)
{
    /// <summary>The partner Kommune at whose desk it lies; null: the case's own.</summary>
    public Ags? Partner { get; init; }

    /// <summary>Whether an opinion is asked for, which decides nothing.</summary>
    public bool IsOpinion { get; init; }

    /// <summary>The first moment at which the task is overdue, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset DueAt => Due.PassesAt;

    /// <summary>Who has it; null while it is free.</summary>
    public ClerkId? Assignee { get; init; }

    /// <summary>The assignee's own Kommune, when they help out; null: they are of the desk's, or nobody has it.</summary>
    public Ags? Helper { get; init; }

    /// <summary>How often it has changed hands.</summary>
    public int Turn { get; init; }

    /// <summary>Who gave the first of two approvals and may not give the second; null for a first approval.</summary>
    public Actor? FirstApprovalBy { get; init; }

    /// <summary>What an approval approves; null: the application as it is.</summary>
    public Proposal? Proposed { get; init; }

    /// <summary>Who opened the review that this task decides, and may not decide it; null: it is no review.</summary>
    public Actor? OpenedBy { get; init; }

    /// <summary>Whether the due date has passed.</summary>
    public bool Overdue { get; init; }

    /// <summary>When the desk is reminded; null: not, or it has been.</summary>
    public Deadline? Reminder { get; init; }

    /// <summary>Whether the desk has been reminded.</summary>
    public bool Reminded { get; init; }

    /// <summary>Who sees it too since it is overdue; null: nobody.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>When the office's silence leads to something: an answer in its place, or that a further group sees the task; null: never.</summary>
    public Deadline? Silence { get; init; }

    /// <summary>When the approval is deemed given (§ 42a VwVfG); null: never.</summary>
    public Deadline? Fiction { get; init; }

    /// <summary>Whether the authority has given itself more time.</summary>
    public bool Extended { get; init; }

    /// <summary>How often the applicant was asked for something.</summary>
    public int Asked { get; init; }

    /// <summary>The day since which its time stands still, waiting for the applicant; null while it runs.</summary>
    public DateOnly? SuspendedOn { get; init; }

    /// <summary>When its time stood still before.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>Whether the applicant has been heard: another rejection is final.</summary>
    public bool Heard { get; init; }

    /// <summary>The task after it was claimed, given back or given on.</summary>
    public OpenTask After(CaseEvent hand) => hand switch
    {
        CaseEvent.Claimed { By: var by } => After(by.Clerk, by.Partner == Partner ? null : by.Partner),
        CaseEvent.Delegated delegation => After(delegation.To, delegation.ToPartner),
        CaseEvent.Released => After(assignee: null, helper: null),
        _ => throw new System.Diagnostics.UnreachableException($"No task changes hands by {hand.GetType().Name}."),
    };

    private OpenTask After(ClerkId? assignee, Ags? helper) => this with { Assignee = assignee, Helper = helper, Turn = Turn + 1 };

    /// <summary>The next moment at which time changes something; null while it stands still, or when nothing more comes.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextMoment => SuspendedOn is not null ? null : Moments.Min();

    private IEnumerable<DateTimeOffset?> Moments =>
        [Reminder?.PassesAt, Overdue ? null : Due.PassesAt, Silence?.PassesAt, Fiction?.PassesAt];
}
