using Microsoft.DurableTask.Client;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>Writes what a turn came to: all of it, or nothing.</summary>
internal sealed class TurnCommit(DurableQueues queues, DurableOptions durable, DateTimeOffset now)
{
    /// <param name="database">Where.</param>
    /// <param name="instance">As it was before the turn.</param>
    /// <param name="position">Where its history goes on.</param>
    /// <param name="turn">What to write.</param>
    /// <returns>False: it was purged, or started anew in the meantime; this execution is over, and nothing was written.</returns>
    public bool Write(Database database, Instance instance, int position, TurnResult turn)
    {
        var after = After(instance, turn);
        if (!InstanceTable.Update(database, instance.Execution, after))
            return false;

        foreach (var item in turn.Consumed)
            InboxTable.Remove(database, item);
        foreach (var step in DueSteps(database, instance, turn))
            Carry(database, instance, turn, step);
        foreach (var timer in turn.CancelledTimers)
        {
            InboxTable.CancelTimer(database, instance, timer);
            HeldTable.Remove(database, instance.Id, timer);
        }

        if (turn.End is TurnEnd.Continued next)
            Continue(database, instance, after, next);
        else
            HistoryTable.Append(database, instance.Id, position, turn.End is null ? turn.Events : [.. turn.Events, Ended(after)]);

        if (after.IsEnded)
            End(database, after, turn.End!);
        database.AfterCommit(() => queues.Changes.Changed(instance.Id));
        return true;
    }

    private Instance After(Instance instance, TurnResult turn)
    {
        var after = instance with
        {
            Status = turn.Suspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
            CustomStatus = turn.CustomStatus,
            UpdatedAt = now,
        };
        return turn.End switch
        {
            TurnEnd.Completed end => after with
            {
                Status = OrchestrationRuntimeStatus.Completed, Output = end.Output, CompletedAt = now,
            },
            TurnEnd.Failed end => after with
            {
                Status = OrchestrationRuntimeStatus.Failed, Failure = end.Failure, CompletedAt = now,
            },
            TurnEnd.Terminated end => after with
            {
                Status = OrchestrationRuntimeStatus.Terminated, Output = end.Output, CompletedAt = now,
            },
            TurnEnd.Continued end => after with
            {
                Execution = Instance.NewExecution(), Input = end.Input, Version = end.Version ?? instance.Version,
            },
            _ => after,
        };
    }

    // As officially, a suspension holds back what the code asked for in the same turn. An end is final: nothing resumes it, so
    // what the code sent before it is not held back.
    private static List<Step> DueSteps(Database database, Instance instance, TurnResult turn)
    {
        if (turn is { Suspended: true, End: null })
        {
            foreach (var step in turn.Steps)
                HeldTable.Add(database, instance.Id, step);
            return [];
        }

        if (instance.Status != OrchestrationRuntimeStatus.Suspended)
            return [.. turn.Steps];

        var held = HeldTable.Read(database, instance.Id);
        HeldTable.Delete(database, instance.Id);
        return turn.End is TurnEnd.Terminated ? [] : [.. held, .. turn.Steps];
    }

    private void Carry(Database database, Instance instance, TurnResult turn, Step step)
    {
        switch (step)
        {
            case ActivityScheduled activity:
                var item = ActivityTable.Add(database, instance, activity);
                database.AfterCommit(() => queues.Add(item));
                break;
            case TimerCreated timer when !turn.CancelledTimers.Contains(timer.Number):
                var fired = new TimerFired(timer.Number) { At = timer.DueAt };
                InboxTable.Add(database, instance.Id, instance.Execution, timer.DueAt, fired, timer.Number);
                database.AfterCommit(() => queues.ReadyAt(instance.Id, timer.DueAt));
                break;
            case EventSent sent:
                Deliver(database, sent.InstanceId, new EventRaised(sent.Name, sent.Input) { At = now });
                break;
            case SubOrchestrationScheduled child:
                StartChild(database, instance, child);
                break;
        }
    }

    private void StartChild(Database database, Instance instance, SubOrchestrationScheduled scheduled)
    {
        var child = new Instance(
            scheduled.InstanceId, Instance.NewExecution(), scheduled.Name, scheduled.Version ?? durable.DefaultVersion, scheduled.Input)
        {
            Parent = new ParentStep(instance.Id, instance.Execution, instance.Name, scheduled.Number),
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (Starter.TryStart(database, child, now, Starter.NotEnded, queues))
            return;

        var failure = Failure.From(AlreadyExists.Exception(child.Id));
        Answer(database, child.Parent, new TaskFailed(scheduled.Number, scheduled.Name, failure) { At = now });
    }

    private void Continue(Database database, Instance instance, Instance after, TurnEnd.Continued next)
    {
        HistoryTable.Delete(database, instance.Id);
        InboxTable.DeleteExecution(database, instance);
        var started = new ExecutionStarted(after.Name, after.Input) { At = now };
        InboxTable.Add(database, after.Id, after.Execution, now, started);
        foreach (var kept in next.Events)
            InboxTable.Add(database, after.Id, after.Execution, kept.At, kept);
        database.AfterCommit(() => queues.Ready.Add(after.Id));
    }

    private void End(Database database, Instance after, TurnEnd end)
    {
        InboxTable.Delete(database, after.Id);
        if (end is TurnEnd.Terminated { Recursive: true } terminated)
        {
            foreach (var child in InstanceTable.Children(database, after.Id).Where(child => !child.IsEnded))
                Deliver(database, child.Id, new ExecutionTerminated(terminated.Output, Recursive: true) { At = now });
        }

        if (after.Parent is not { } parent)
            return;

        HistoryEvent answer = after.Status == OrchestrationRuntimeStatus.Completed
            ? new TaskCompleted(parent.Step, after.Name, after.Output) { At = now }
            : new TaskFailed(parent.Step, after.Name, after.Failure ?? Terminated(after)) { At = now };
        Answer(database, parent, answer);
    }

    private void Answer(Database database, ParentStep parent, HistoryEvent answer)
    {
        InboxTable.Add(database, parent.Id, parent.Execution, now, answer);
        database.AfterCommit(() => queues.Ready.Add(parent.Id));
    }

    private void Deliver(Database database, string target, HistoryEvent happened)
    {
        if (InstanceTable.Find(database, target) is not { IsEnded: false })
            return; // As officially: an event for nobody is dropped.

        InboxTable.Add(database, target, null, now, happened);
        database.AfterCommit(() => queues.Ready.Add(target));
    }

    private ExecutionEnded Ended(Instance after) => new(after.Status, after.Output, after.Failure) { At = now };

    private static Failure Terminated(Instance after) => new(
        typeof(OperationCanceledException).FullName!, $"Sub-orchestration '{after.Name}' ({after.Id}) was terminated.", null, null);
}
