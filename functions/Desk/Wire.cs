using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;

namespace Ozg.Functions.Desk;

/// <summary>A clerk's decision, as the API takes it.</summary>
/// <param name="Outcome"><c>approve</c> or <c>reject</c>.</param>
/// <param name="Reason">The clerk's words; required to reject.</param>
public sealed record DecisionRequest(string? Outcome, string? Reason);

/// <summary>A task in the list.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ApplicationId">The case.</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Group">The clerks it is for.</param>
/// <param name="Assignee">Who claimed it; null while it is free.</param>
/// <param name="FirstApprovalBy">Who gave the first of two approvals; null for a first approval.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="DueAt">UTC.</param>
/// <param name="DueReasoning">How the due date came about, sentence by sentence, in the reader's language.</param>
/// <param name="Overdue">Whether the due date has passed.</param>
public sealed record TaskItem(
    TaskId TaskId, CaseId ApplicationId, string Reference, string Leistung, string Step, string Group, ClerkId? Assignee, ClerkId? FirstApprovalBy,
    DateTimeOffset OpenedAt, DateTimeOffset DueAt, IReadOnlyList<string> DueReasoning, bool Overdue);

/// <summary>A page of tasks, most urgent first.</summary>
/// <param name="Items">At most a page.</param>
/// <param name="Cursor">Asks for the next page; null at the end.</param>
public sealed record TaskList(IReadOnlyList<TaskItem> Items, string? Cursor);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(TaskList))]
[JsonSerializable(typeof(CaseFile))]
internal sealed partial class DeskJson : JsonSerializerContext;
