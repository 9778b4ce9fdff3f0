using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Ozg.Core;
using Ozg.Core.Deadlines;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>Pages through tasks by due date. The cursor is the last row's place, so a task that is decided meanwhile shifts nothing.</summary>
internal static class TaskPage
{
    public const int Size = 100;

    public static Outcome<TaskList> Of(IEnumerable<DeskTask> tasks, string? cursor, CultureInfo language, DateTimeOffset now)
    {
        if (!TryRead(cursor, out var after))
            return new InvalidCursor();

        var rest = tasks.OrderBy(Place).Where(task => Place(task).CompareTo(after) > 0).Take(Size + 1).ToList();
        var page = rest.Take(Size).ToList();
        return new TaskList([.. page.Select(task => Item(task, language, now))], rest.Count > Size ? Write(Place(page[^1])) : null);
    }

    private static (long DueAt, string Id) Place(DeskTask task) => (task.Task.DueAt.UtcTicks, task.Task.Id.Value);

    private static TaskItem Item(DeskTask row, CultureInfo language, DateTimeOffset now)
    {
        var task = row.Task;
        return new()
        {
            TaskId = task.Id,
            ApplicationId = task.Id.Case,
            Reference = row.Reference,
            Leistung = row.Leistung,
            Step = task.Step,
            Kind = task.IsOpinion ? "opinion" : "approval",
            Outcomes = DecisionRules.OutcomesOf(row, now),
            Group = task.Group,
            Partner = task.Partner,
            Assignee = task.Assignee,
            Helper = task.Helper,
            FirstApprovalBy = task.FirstApprovalBy?.Clerk,
            ReviewOpenedBy = task.OpenedBy?.Clerk,
            MayChange = row.MayChange,
            ProposesChange = task.Proposed is not null,
            OpenedAt = task.OpenedAt,
            DueAt = task.DueAt.ToUniversalTime(),
            DueReasoning = ReasoningText.Of(task.Due.Reasoning, language),
            DeemedAt = task.Fiction?.PassesAt.ToUniversalTime(),
            Reminded = task.Reminded,
            Overdue = task.Overdue,
            EscalatedTo = task.EscalatedTo,
            Suspended = task.SuspendedOn is not null,
            Heard = task.Heard,
        };
    }

    private static string Write((long DueAt, string Id) place) =>
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.DueAt}|{place.Id}")));

    private static bool TryRead(string? cursor, out (long DueAt, string Id) place)
    {
        place = (0, "");
        if (string.IsNullOrEmpty(cursor))
            return true;

        try
        {
            var parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)).Split('|');
            var isPlace = parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out place.DueAt);
            place.Id = isPlace ? parts[1] : "";
            return isPlace;
        }
        catch (FormatException)
        {
            return false; // no base64url, so no cursor
        }
    }
}
