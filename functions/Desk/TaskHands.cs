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
        var found = await ActAsync(durable, kommune, clerk, taskId, forOthers: false, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (hand, by) = found.Value;
        var claim = new CaseEvent.Claimed(hand.Task.Id, by, hand.Task.Turn) { At = clock.GetUtcNow() };
        var isTheirs = hand.Task.Assignee == clerk.Id && hand.Task.Helper == hand.Task.After(claim).Helper; // or nobody knew from where they help
        return isTheirs || await RaiseAsync(durable, hand, claim, cancellationToken)
            ? hand.Task.Id
            : await AgainAsync(kommune, clerk, taskId, cancellationToken);
    }

    /// <summary>Gives a task back to its group. Doing so with a free one is no error. A lead gives back any task at the desk.</summary>
    public async Task<Outcome<TaskId>> ReleaseAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        var found = await ActAsync(durable, kommune, clerk, taskId, forOthers: true, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (hand, by) = found.Value;
        return hand.Task.Assignee is null || await RaiseAsync(durable, hand, new CaseEvent.Released(hand.Task.Id, by, hand.Task.Turn) { At = clock.GetUtcNow() }, cancellationToken)
            ? hand.Task.Id
            : new ClaimedByAnother();
    }

    /// <summary>
    /// Gives a task to a colleague, who has to be one that may decide it. A lead gives on any task at the desk, also one that somebody
    /// has whom nobody knows.
    /// </summary>
    internal async Task<Outcome<TaskId>> DelegateAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, DelegationRequest request, CancellationToken cancellationToken)
    {
        if (request.To is not { } to || !DeputyRules.IsId(new(to)))
            return new MalformedBody();

        var found = await ActAsync(durable, kommune, clerk, taskId, forOthers: true, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var (hand, by) = found.Value;
        Ags? home = request.Partner is null ? by.Partner : request.Partner == kommune.Value ? hand.Task.Partner : new(request.Partner);
        if (home is { } partner && home != hand.Task.Partner && !await desk.IsLentAsync(kommune, hand.Task, partner, cancellationToken))
            return new NotLentThere();

        // Which groups the colleague has, only their own token says; the rest is known now.
        var colleague = new DeskClerk(new(to), new HashSet<string> { hand.Task.Group }, home);
        var allowed = ApprovalRules.ActorFor(hand.Task with { Assignee = null }, colleague, hand.Deputies, LegalTime.DayOf(clock.GetUtcNow()));
        if (!allowed.Succeeded)
            return allowed.Error;

        var delegation = new CaseEvent.Delegated(hand.Task.Id, by, new(to), hand.Task.Turn) { At = clock.GetUtcNow(), ToPartner = home == hand.Task.Partner ? null : home };
        return await RaiseAsync(durable, hand, delegation, cancellationToken) ? hand.Task.Id : new ClaimedByAnother();
    }

    /// <summary>Gives back what a helper has left behind, so that the journal tells why others have it; nothing to do for any other task.</summary>
    /// <returns>The task as it then is; null when somebody else was faster.</returns>
    internal async Task<TaskInHand?> FreeAsync(DurableTaskClient durable, TaskInHand hand, Actor by, CancellationToken cancellationToken)
    {
        if (hand.LeftBy is null)
            return hand;

        var release = new CaseEvent.Released(hand.Task.Id, by, hand.Task.Turn) { At = clock.GetUtcNow(), LeftBy = hand.LeftBy };
        return await RaiseInTurnAsync(durable, hand, release, cancellationToken) ? hand with { Task = hand.Task.After(release), Hands = [], LeftBy = null } : null;
    }

    // Who organises the work hands on what they may not decide: another group's task, the second approval to their own first. For
    // themselves they take only what a colleague of their group has.
    private async Task<Outcome<(TaskInHand Hand, Actor By)>> ActAsync(DurableTaskClient durable, Ags kommune, Clerk clerk, string taskId, bool forOthers, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(kommune, clerk, taskId, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var hand = found.Value;
        Outcome<Actor> by = hand.Actor switch
        {
            { Succeeded: false, Error: var refusal } when clerk.IsLead && (forOthers || refusal is ClaimedByAnother) => new Actor(clerk.Id, Partner: clerk.Before(hand.Task).Partner),
            var actor => actor,
        };
        if (!by.Succeeded)
            return by.Error;
        return await FreeAsync(durable, hand, by.Value, cancellationToken) is { } free
            ? (free, by.Value)
            : await ActAsync(durable, kommune, clerk, taskId, forOthers, cancellationToken); // somebody was faster: it is as they left it
    }

    private async Task<bool> RaiseAsync(DurableTaskClient durable, TaskInHand hand, CaseEvent next, CancellationToken cancellationToken)
    {
        if (!await RaiseInTurnAsync(durable, hand, next, cancellationToken))
            return false;

        var task = hand.Task.After(next);
        await cases.ShowTaskAsync(hand.Row with { Task = hand.Row.Task with { Assignee = task.Assignee, Helper = task.Helper } }, cancellationToken);
        return true;
    }

    // The case takes one turn after the other: one that has not reached it would make it pass this one over.
    private async Task<bool> RaiseInTurnAsync(DurableTaskClient durable, TaskInHand hand, CaseEvent next, CancellationToken cancellationToken)
    {
        foreach (var earlier in hand.Hands)
            await raiser.RaiseStoredAsync(durable, hand.Task.Id.Case, earlier, cancellationToken);
        return await raiser.RaiseAsync(durable, hand.Task.Id.Case, next, cancellationToken);
    }

    // Somebody was faster: perhaps the same clerk, with a second click.
    private async Task<Outcome<TaskId>> AgainAsync(Ags kommune, Clerk clerk, string taskId, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(kommune, clerk, taskId, cancellationToken);
        return !found.Succeeded ? found.Error : found.Value.Task.Assignee == clerk.Id ? found.Value.Task.Id : new ClaimedByAnother();
    }
}
