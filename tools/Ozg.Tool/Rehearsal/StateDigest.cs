using System.Diagnostics;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Tool.Rehearsal;

/// <summary>What of a case must not change between builds: what people see of it and what it waits for.</summary>
internal sealed record StateDigest
{
    public required CaseStatus Status { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The steps it stands at.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Per task: its id without the case's, its group, and the days that count.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Per request, payment, wait and what is to be given back: what it is for and when it is over.</summary>
    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>What the applicant can read.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>The steps that have ended and are not left yet; null in recordings from before this was compared.</summary>
    public IReadOnlyList<string>? Held { get; init; }

    /// <summary>When time itself is the next event, for which an orchestration has a timer; null: never, or not compared.</summary>
    public DateTimeOffset? Deadline { get; init; }

    public static StateDigest Of(Case current) => new()
    {
        Status = current.Status,
        Verdict = current.Verdict,
        Steps = current.Steps,
        Tasks = [.. current.Tasks.Select(Of)],
        Pending =
        [
            .. current.Requests.Select(request => $"{request.Kind} {Short(request.Task.Id)} until {request.Due.Day:yyyy-MM-dd}"),
            .. current.Payments.Select(payment => $"payment {payment.Step} {payment.Cents} until {payment.Due.Day:yyyy-MM-dd}, attempt {payment.Attempt}{At(", asks at", payment.AskAt)}"),
            .. current.Waits.Select(wait => $"wait {wait.Step}{At(" until", wait.Until)}"),
            .. current.Returns.Select(Of),
        ],
        Documents = current.Documents,
        Held = current.Held,
        Deadline = current.Deadline?.ToUniversalTime(),
    };

    /// <summary>What differs: the name, how it was recorded, how it is now.</summary>
    public IEnumerable<(string What, string Recorded, string Now)> DifferenceTo(StateDigest now)
    {
        (string What, string Recorded, string Now)[] pairs =
        [
            ("status", Status.ToString(), now.Status.ToString()),
            ("verdict", Verdict.ToString(), now.Verdict.ToString()),
            ("steps", List(Steps), List(now.Steps)),
            ("tasks", List(Tasks), List(now.Tasks)),
            ("pending", List(Pending), List(now.Pending)),
            ("documents", List(Documents), List(now.Documents)),
            .. Held is null ? [] : new[] { ("held", List(Held), List(now.Held!)), ("deadline", $"{Deadline:O}", $"{now.Deadline:O}") },
        ];
        return pairs.Where(pair => pair.Recorded != pair.Now);
    }

    private static string Of(OpenReturn owed) => owed switch
    {
        OpenReturn.Refund refund => $"refund {owed.Step} {refund.Cents}{(refund.Ordered ? ", ordered" : "")}{(refund.Acknowledged ? ", acknowledged" : "")}",
        OpenReturn.Watch watch => $"watch {owed.Step} {watch.Cents}{At(" until", watch.Until)}{At(", asks at", watch.AskAt)}",
        OpenReturn.Reservation => $"reservation {owed.Step}",
        _ => throw new UnreachableException($"No words for {owed.GetType().Name}."),
    };

    private static string Of(OpenTask task) =>
        $"{Short(task.Id)} {task.Group}{(task.Partner is { } partner ? $" of {partner}" : "")} due {task.Due.Day:yyyy-MM-dd}"
        + Day("reminder", task.Reminder) + Day("silence", task.Silence) + Day("fiction", task.Fiction)
        + (task.Assignee is { } clerk ? $", {clerk} has it" : "") + (task.SuspendedOn is { } day ? $", suspended since {day:yyyy-MM-dd}" : "")
        + (task.Proposed is { } proposed ? $", proposes {proposed.Supplement ?? "all"}" : "") + (task.OpenedBy is { } opener ? $", opened by {opener.Clerk}" : "")
        + (task.Overdue ? ", overdue" : "") + (task.EscalatedTo is { } group ? $", escalated to {group}" : "");

    private static string Day(string what, Core.Deadlines.Deadline? deadline) => deadline is null ? "" : $", {what} {deadline.Day:yyyy-MM-dd}";

    private static string At(string what, DateTimeOffset? moment) => moment is { } at ? $"{what} {LegalTime.ClockOf(at):yyyy-MM-dd'T'HH:mm:ss}" : "";

    private static string Short(TaskId task) => task.Value[(task.Value.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string List(IReadOnlyList<string> values) => values.Count == 0 ? "none" : string.Join("; ", values);
}
