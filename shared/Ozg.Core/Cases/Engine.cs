using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace Ozg.Core.Cases;

/// <summary>What an event made of a case.</summary>
/// <param name="Case">The case as it now is; the same object when the event changed nothing.</param>
/// <param name="Effects">What has to be done, in this order.</param>
public readonly record struct Advance(Case Case, IReadOnlyList<Effect> Effects);

/// <summary>
/// The process engine: a pure function from (process, case, event) to (case, effects). An event that the case has seen, or
/// does not wait for, changes nothing; so whatever comes twice, late or out of order does no harm.
/// </summary>
public static class Engine
{
    /// <summary>Takes one event in.</summary>
    public static Advance Apply(Process process, Case current, CaseEvent happened)
    {
        if (current.IsClosed || (happened.StoredAs is { } id && current.Seen.Contains(id)))
            return new(current, []);

        var next = Accepted(current, happened);
        return happened switch
        {
            CaseEvent.Received when current is { Version: 0 } => Enter(process, next, 0, happened.At),
            CaseEvent.Checked done when current.Step == done.Step => Leave(process, next with { Facts = done.Facts }, happened.At),
            CaseEvent.Claimed claim when TaskOf(current, claim.Task) is { } task => new(Replace(next, task, task with { Assignee = claim.By }), []),
            CaseEvent.Approved decision when TaskOf(current, decision.Task) is { } task => Approve(process, next, task, decision),
            CaseEvent.Rejected decision when TaskOf(current, decision.Task) is { } task =>
                Leave(process, Close(next, task) with { Verdict = Verdict.Rejected, Reason = decision.Reason }, happened.At),
            CaseEvent.DeadlinePassed when current.Deadline <= happened.At => new(next with { Tasks = [.. next.Tasks.Select(task => task with { Overdue = task.DueAt <= happened.At })] }, []),
            CaseEvent.Issued done when current.Step == done.Step => Leave(process, WithDocument(next, done.Document), happened.At),
            CaseEvent.Notified done when current.Step == done.Step => Leave(process, WithDocument(next, done.Message), happened.At),
            CaseEvent.Published done when current.Step == done.Step => new(next, []),
            CaseEvent.Delivered done when current.Step is { } step && done.Delivery == Effect.DeliveryOf(current.Id, step) => Leave(process, next, happened.At),
            _ => new(current, []),
        };
    }

    private static Case Accepted(Case current, CaseEvent happened) => current with
    {
        Version = current.Version + 1,
        Seen = happened.StoredAs is { } id ? [.. current.Seen, id] : current.Seen,
    };

    private static OpenTask? TaskOf(Case current, TaskId id) => current.Tasks.FirstOrDefault(task => task.Id == id);

    private static Case Replace(Case current, OpenTask old, OpenTask now) =>
        current with { Tasks = [.. current.Tasks.Select(task => task == old ? now : task)] };

    private static Case Close(Case current, OpenTask done) =>
        current with { Tasks = [.. current.Tasks.Where(task => task != done)] };

    private static Case WithDocument(Case current, string document) =>
        current with { Documents = [.. current.Documents, document] };

    private static Advance Approve(Process process, Case next, OpenTask task, CaseEvent.Approved decision)
    {
        var step = (Step.Approve)process.Steps.Single(step => step.Id == task.Step);
        var closed = Close(next, task);
        if (task.FirstApprovalBy is null && step.FourEyesWhen is { } condition && Holds(next, condition))
            return new(Open(closed, step, round: 2, decision.At, decision.By), []);

        // The desk refuses the same clerk before the decision is stored; here the rule holds whatever comes.
        return task.FirstApprovalBy == decision.By
            ? new(Open(closed, step, round: RoundOf(task) + 1, decision.At, decision.By), [])
            : Leave(process, closed with { Reason = decision.Reason }, decision.At);
    }

    private static int RoundOf(OpenTask task) => int.Parse(task.Id.Value.Split('.')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static bool Holds(Case current, string condition) =>
        condition == Step.Approve.Always || current.Facts.GetValueOrDefault(condition);

    private static Case Open(Case current, Step.Approve step, int round, DateTimeOffset at, ClerkId? firstApprovalBy = null)
    {
        var calendar = LegalCalendar.For(Lands.Of(current.Id.Kommune));
        var due = DeadlineRules.After(LegalTime.DayOf(at), Period.WorkingDays(step.DueInWorkingDays), EndShift.Bgb, calendar);
        var task = new OpenTask(TaskId.For(current.Id, step.Id, round), step.Id, step.Group, at, due) { FirstApprovalBy = firstApprovalBy };
        return current with { Tasks = [.. current.Tasks, task] };
    }

    private static Advance Leave(Process process, Case current, DateTimeOffset at) =>
        Enter(process, current, IndexOf(process, current.Step!) + 1, at);

    private static int IndexOf(Process process, string id) => process.Steps.TakeWhile(step => step.Id != id).Count();

    private static Advance Enter(Process process, Case current, int from, DateTimeOffset at)
    {
        var step = process.Steps.Skip(from).FirstOrDefault(step => IsTaken(step, current));
        var there = current with { Step = step?.Id, Status = CaseStatus.InProgress };
        return step switch
        {
            null => new(there with { Status = current.Verdict == Verdict.Approved ? CaseStatus.Completed : CaseStatus.Rejected }, []),
            Step.Check => new(there with { Status = CaseStatus.Received }, [new Effect.Check(current.Id, step.Id)]),
            Step.Approve approve => new(Open(there, approve, round: 1, at), []),
            Step.Issue issue => new(there, [new Effect.Issue(current.Id, step.Id, issue.Document, current.Verdict, current.Reason)]),
            Step.Deliver deliver => new(there with { Status = CaseStatus.Delivering }, [new Effect.Publish(current.Id, step.Id, deliver.Target, current.Verdict, current.Documents)]),
            Step.Notify notify => new(there, [new Effect.Notify(current.Id, step.Id, notify.Message, current.Verdict, current.Reason)]),
            _ => throw new UnreachableException($"No arm for step kind {step.GetType().Name}."),
        };
    }

    private static bool IsTaken(Step step, Case current) =>
        (step.When is null || Holds(current, step.When))
        && (step.On is null || step.On == current.Verdict)
        && (step is not Step.Approve || current.Verdict == Verdict.Approved);
}
