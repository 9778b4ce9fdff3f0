using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Functions.Desk;

/// <summary>A clerk's decision, as the API takes it.</summary>
/// <param name="Outcome">One of the task's <see cref="TaskItem.Outcomes"/>.</param>
/// <param name="Reason">The clerk's words, which the applicant may read; required to reject, forward, object, agree on conditions, ask the applicant, take more time, or approve something else than the task proposes.</param>
/// <param name="Fields">JSON pointers to the fields that the applicant is asked about; null: to none in particular. Only where the applicant is asked.</param>
/// <param name="Changes">
/// By JSON pointer, what a field becomes in granting less than was applied for, as in a supplement; null: nothing changes. Only with an
/// approval, and only fields among <see cref="TaskItem.MayChange"/>.
/// </param>
/// <param name="ForwardTo">The key of the Kommune that is responsible; only, and always, where the application is handed on.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DecisionRequest(
    string? Outcome, string? Reason, IReadOnlyList<string?>? Fields = null, IReadOnlyDictionary<string, JsonElement>? Changes = null, string? ForwardTo = null);

/// <summary>Why it is to be looked at again whether what was granted can stay, as the API takes it.</summary>
/// <param name="Reason">The clerk's words; required.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReviewRequest(string? Reason);

/// <summary>To whom a task is given, as the API takes it.</summary>
/// <param name="To">The colleague, by the subject of their token.</param>
/// <param name="Partner">The key of the colleague's own Kommune, when they help out under a loan; null: the caller's.</param>
public sealed record DelegationRequest(string? To, string? Partner = null);

/// <summary>A task in the list.</summary>
public sealed record TaskItem
{
    /// <summary>The task.</summary>
    public required TaskId TaskId { get; init; }

    /// <summary>The case.</summary>
    public required CaseId ApplicationId { get; init; }

    /// <summary>The case's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The Leistung's id.</summary>
    public required string Leistung { get; init; }

    /// <summary>The step's id.</summary>
    public required string Step { get; init; }

    /// <summary><c>approval</c> or <c>opinion</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What can be decided on it now.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>The clerks it is for.</summary>
    public required string Group { get; init; }

    /// <summary>The Kommune at whose desk a task of another Kommune's case lies; null: the case's own.</summary>
    public required Ags? Partner { get; init; }

    /// <summary>Who claimed it; null while it is free.</summary>
    public required ClerkId? Assignee { get; init; }

    /// <summary>The assignee's own Kommune, when they help out; null: they are of this desk.</summary>
    public required Ags? Helper { get; init; }

    /// <summary>Who gave the first of two approvals; null for a first approval.</summary>
    public required ClerkId? FirstApprovalBy { get; init; }

    /// <summary>Who opened the review that it decides, and may not decide it: an approval lets things stay, a rejection takes them back; null: it is no review.</summary>
    public required ClerkId? ReviewOpenedBy { get; init; }

    /// <summary>JSON pointers to the fields that an approval may change; empty: none.</summary>
    public required IReadOnlyList<string> MayChange { get; init; }

    /// <summary>Whether it proposes to grant something else than was applied for; the case file's changes say what.</summary>
    public required bool ProposesChange { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How the due date came about, sentence by sentence, in the reader's language.</summary>
    public required IReadOnlyList<string> DueReasoning { get; init; }

    /// <summary>When the approval is deemed given (§ 42a VwVfG), UTC; null: never.</summary>
    public required DateTimeOffset? DeemedAt { get; init; }

    /// <summary>Whether the desk has been reminded.</summary>
    public required bool Reminded { get; init; }

    /// <summary>Whether the due date has passed.</summary>
    public required bool Overdue { get; init; }

    /// <summary>The group that sees it too since it is overdue; null: none.</summary>
    public required string? EscalatedTo { get; init; }

    /// <summary>Whether it waits for the applicant's answer.</summary>
    public required bool Suspended { get; init; }

    /// <summary>Whether the applicant has been heard: another rejection is final.</summary>
    public required bool Heard { get; init; }
}

/// <summary>A page of tasks, most urgent first.</summary>
/// <param name="Items">At most a page.</param>
/// <param name="Cursor">Asks for the next page; null at the end.</param>
public sealed record TaskList(IReadOnlyList<TaskItem> Items, string? Cursor);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(DelegationRequest))]
[JsonSerializable(typeof(ReviewRequest))]
[JsonSerializable(typeof(TaskList))]
[JsonSerializable(typeof(CaseFile))]
internal sealed partial class DeskJson : JsonSerializerContext;
