using Microsoft.DurableTask.Client;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>How tasks change hands, one turn after the other.</summary>
public sealed class TaskHands(TaskDesk desk, CaseProjection cases, EventRaiser raiser, TimeProvider clock)
{
    /// <summary>Takes a task for a clerk. Claiming one's own task again is no error.</summary>
    public async Task<Outcome<TaskId>> ClaimAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        var found = await ActAsync(kommune, clerk, taskId, forOthers: false, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (hand, by) = found.Value;
        return hand.Task.Assignee == clerk.Id || await RaiseAsync(durable, hand, new CaseEvent.Claimed(hand.Task.Id, by, hand.Task.Turn) { At = clock.GetUtcNow() }, clerk.Id, cancellationToken)
            ? hand.Task.Id
            : await AgainAsync(kommune, clerk, taskId, cancellationToken);
    }

    /// <summary>Gives a task back to its group. Doing so with a free one is no error. A lead gives back any task at the desk.</summary>
    public async Task<Outcome<TaskId>> ReleaseAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        var found = await ActAsync(kommune, clerk, taskId, forOthers: true, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (hand, by) = found.Value;
        return hand.Task.Assignee is null || await RaiseAsync(durable, hand, new CaseEvent.Released(hand.Task.Id, by, hand.Task.Turn) { At = clock.GetUtcNow() }, null, cancellationToken)
            ? hand.Task.Id
            : new ClaimedByAnother();
    }

    /// <summary>
    /// Gives a task to a colleague, who has to be one that may decide it. A lead gives on any task at the desk, also one that somebody
    /// has whom nobody knows.
    /// </summary>
    public async Task<Outcome<TaskId>> DelegateAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, string? to, CancellationToken cancellationToken)
    {
        if (to is null || !DeputyRules.IsId(new(to)))
            return new MalformedBody();

        var found = await ActAsync(kommune, clerk, taskId, forOthers: true, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        // Which groups the colleague has, only their own token says; the rest is known now.
        var (hand, by) = found.Value;
        var colleague = new DeskClerk(new(to), new HashSet<string> { hand.Task.Group }, by.Partner);
        var allowed = ApprovalRules.ActorFor(hand.Task with { Assignee = null }, colleague, hand.Deputies, LegalTime.DayOf(clock.GetUtcNow()));
        if (!allowed.Succeeded)
            return allowed.Error;

        return await RaiseAsync(durable, hand, new CaseEvent.Delegated(hand.Task.Id, by, new(to), hand.Task.Turn) { At = clock.GetUtcNow() }, new(to), cancellationToken)
            ? hand.Task.Id
            : new ClaimedByAnother();
    }

    // Who organises the work hands on what they may not decide: another group's task, the second approval to their own first. For
    // themselves they take only what a colleague of their group has.
    private async Task<Outcome<(TaskInHand Hand, Actor By)>> ActAsync(Ags kommune, Clerk clerk, string taskId, bool forOthers, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(kommune, clerk, taskId, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var hand = found.Value;
        return hand.Actor switch
        {
            { Succeeded: true, Value: var actor } => (hand, actor),
            { Error: var refusal } when clerk.IsLead && (forOthers || refusal is ClaimedByAnother) => (hand, new Actor(clerk.Id, Partner: clerk.Before(hand.Task).Partner)),
            { Error: var refusal } => refusal,
        };
    }

    private async Task<bool> RaiseAsync(DurableTaskClient durable, TaskInHand hand, CaseEvent next, ClerkId? assignee, CancellationToken cancellationToken)
    {
        // The case takes one turn after the other: one that has not reached it would make it pass this one over.
        foreach (var earlier in hand.Hands)
            await raiser.RaiseStoredAsync(durable, hand.Task.Id.Case, earlier, cancellationToken);
        if (!await raiser.RaiseAsync(durable, hand.Task.Id.Case, next, cancellationToken))
            return false;

        await cases.ShowTaskAsync(hand.Row with { Task = hand.Row.Task with { Assignee = assignee } }, cancellationToken);
        return true;
    }

    // Somebody was faster: perhaps the same clerk, with a second click.
    private async Task<Outcome<TaskId>> AgainAsync(Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(kommune, clerk, taskId, cancellationToken);
        return !found.Succeeded ? found.Error : found.Value.Task.Assignee == clerk.Id ? found.Value.Task.Id : new ClaimedByAnother();
    }
}
