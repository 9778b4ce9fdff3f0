using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Functions.Access;
using Ozg.Platform.Cases;
using Ozg.Platform.Organisation;

namespace Ozg.Functions.Desk;

/// <summary>Which tasks a clerk sees, and as whom they may act on them.</summary>
public sealed class TaskDesk(CaseProjection cases, OutsideEvents events, DeputyBook deputies, LoanBook loans, TimeProvider clock)
{
    /// <summary>The open tasks of the clerk's groups, of absent colleagues whose deputy they are, and what is lent to them; for a lead all at the desk. Most urgent first.</summary>
    public async Task<Outcome<TaskList>> ListAsync(Ags kommune, Clerk clerk, TaskFilter filter, CancellationToken cancellationToken)
    {
        var rows = await cases.OpenTasksAsync(kommune, cancellationToken);
        var holding = await HoldingAsync(kommune, rows.Select(row => row.Task), cancellationToken);
        var open = rows.Select(row => IsLeftBehind(row.Task, holding) ? row with { Task = Free(row.Task) } : row);
        var rules = await deputies.ReadAsync(kommune, [], cancellationToken);
        var now = clock.GetUtcNow();
        return TaskPage.Of(open.Where(row => filter.Matches(row.Task) && Sees(row.Task, clerk, rules, now)), filter.Cursor, filter.Language, now);
    }

    /// <summary>The open tasks of a case that a clerk sees at a desk now.</summary>
    public async Task<IReadOnlyList<OpenTask>> TasksOfAsync(Ags kommune, Clerk clerk, CaseId id, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(id, cancellationToken) is not { } current)
            return [];

        var rules = await deputies.ReadAsync(kommune, [], cancellationToken);
        return [.. current.Tasks.Where(task => DeskTask.DeskOf(task) == kommune && Sees(task, clerk, rules, clock.GetUtcNow()))];
    }

    /// <summary>An open task at a Kommune's desk as it now is, and as whom the clerk may act on it.</summary>
    internal async Task<Outcome<TaskInHand>> FindAsync(Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        if (!TaskId.IsWellFormed(taskId) || await cases.FindTaskAsync(kommune, new(taskId), cancellationToken) is not { } row || !clerk.MayKnow(row.Task))
            return new UnknownTask();
        if (!row.Open)
            return new AlreadyDecided();

        var hands = await HandsAsync(row.Task, cancellationToken);
        var task = hands.Aggregate(row.Task, (before, hand) => before.After(hand));
        var rules = await deputies.ReadAsync(kommune, clerk.Loans.Select(loan => loan.To).Append(task.Id.Case.Kommune), cancellationToken);
        var leftBy = IsLeftBehind(task, await HoldingAsync(kommune, [task], cancellationToken)) ? new Actor(task.Assignee!.Value, Partner: task.Helper) : null;
        var actor = ApprovalRules.ActorFor(leftBy is null ? task : Free(task), clerk.Before(task), rules, LegalTime.DayOf(clock.GetUtcNow()));
        return new TaskInHand(row, task, hands, leftBy, rules, actor);
    }

    /// <summary>Whether a task at a Kommune's desk is lent to a partner now.</summary>
    internal async Task<bool> IsLentAsync(Ags kommune, OpenTask task, Ags partner, CancellationToken cancellationToken) =>
        (await loans.HoldingAsync(kommune, clock.GetUtcNow(), cancellationToken)).Any(loan => loan.To == partner && loan.Covers(task));

    private static bool Sees(OpenTask task, Clerk clerk, Deputies rules, DateTimeOffset now) =>
        clerk.MayKnow(task) && (clerk.IsLead || ApprovalRules.ActorFor(task, clerk.Before(task), rules, LegalTime.DayOf(now)) is not { Succeeded: false, Error: OtherGroupsTask });

    // A helper whose loan is over cannot come back to what they took.
    private static bool IsLeftBehind(OpenTask task, IReadOnlyList<Loan> holding) =>
        task.Helper is { } home && !holding.Any(loan => loan.To == home && loan.Covers(task));

    private static OpenTask Free(OpenTask task) => task with { Assignee = null, Helper = null };

    private async Task<IReadOnlyList<Loan>> HoldingAsync(Ags desk, IEnumerable<OpenTask> tasks, CancellationToken cancellationToken) =>
        tasks.Any(task => task.Helper is not null) ? await loans.HoldingAsync(desk, clock.GetUtcNow(), cancellationToken) : [];

    // Who has a task is what is stored; the case, and so the list, may not show it yet.
    private async Task<IReadOnlyList<CaseEvent>> HandsAsync(OpenTask task, CancellationToken cancellationToken)
    {
        var hands = new List<CaseEvent>();
        while (await events.FindAsync(task.Id.Case, CaseEvent.HandOf(task.Id, task.Turn + hands.Count), cancellationToken) is { } hand)
            hands.Add(hand);
        return hands;
    }
}

/// <summary>An open task that a clerk has before them.</summary>
/// <param name="Row">As the list shows it.</param>
/// <param name="Task">As it now is.</param>
/// <param name="Hands">How it changed hands since the case last took it in.</param>
/// <param name="LeftBy">The helper who has it, when their loan is over: it is as free as if nobody had it. Null: no such task.</param>
/// <param name="Deputies">The rules that hold for it.</param>
/// <param name="Actor">As whom the clerk may act, or why not.</param>
internal sealed record TaskInHand(DeskTask Row, OpenTask Task, IReadOnlyList<CaseEvent> Hands, Actor? LeftBy, Deputies Deputies, Outcome<Actor> Actor);
