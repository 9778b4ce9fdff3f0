using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Durable;

/// <summary>
/// Runs an orchestrator's code from its beginning through its history, then through what is new, as far as it gets.
/// Touches nothing but the code's own objects.
/// </summary>
internal sealed class Turn(Instance instance, Func<LocalOrchestrationContext, Task<object?>> orchestrator, ILoggerFactory loggers)
{
    private readonly Pump pump = new();
    private LocalOrchestrationContext? context;
    private Task<object?>? running;

    /// <param name="past">What earlier turns saw, and asked for.</param>
    /// <param name="news">What this turn sees for the first time; begins with its <see cref="TurnStarted"/>.</param>
    /// <param name="consumed">Where the news came from.</param>
    public TurnResult Run(IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> news, IReadOnlyList<long> consumed)
    {
        var input = past.Concat(news).OfType<ExecutionStarted>().First().Input;
        context = new LocalOrchestrationContext(instance, input, pump, loggers) { Replaying = true };
        pump.ForeignPost = () => loggers.CreateLogger<Turn>().ForeignAwait(instance.Name, instance.Id);

        TurnEnd? end;
        string? customStatus;
        try
        {
            foreach (var one in past)
                pump.Run(() => Apply(one));
            context.Steps.ConfirmEndOfTurn();
            context.Replaying = false;
            context.CancelledTimers.Clear();
            foreach (var one in news)
                pump.Run(() => Apply(one));
            end = End();
            customStatus = context.SerializedCustomStatus;
        }
        catch (NonDeterministicOrchestrationException changed)
        {
            context.Steps.TakeNew();
            end = new TurnEnd.Failed(Failure.From(changed));
            customStatus = instance.CustomStatus;
        }

        var steps = context.Steps.TakeNew();
        return new TurnResult([.. news, .. steps], consumed)
        {
            Steps = steps,
            CancelledTimers = context.CancelledTimers,
            CustomStatus = customStatus,
            End = end,
        };
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted turn:
                context!.Steps.ConfirmEndOfTurn();
                context.SetClock(turn.At);
                break;
            case ExecutionStarted:
                running = orchestrator(context!);
                break;
            case Step recorded:
                context!.Steps.Confirm(recorded);
                break;
            case TaskCompleted completed:
                context!.Tasks.Complete(completed.Step, completed.Result);
                break;
            case TaskFailed failed:
                context!.Tasks.Fail(failed.Step, failed.Name, failed.Failure);
                break;
            case TimerFired fired:
                context!.Tasks.Complete(fired.Step, null);
                break;
            case EventRaised raised:
                context!.Events.Raise(raised);
                break;
        }
    }

    private TurnEnd? End()
    {
        if (running!.IsFaulted)
            return new TurnEnd.Failed(Failure.From(running.Exception.InnerException!));
        if (running.IsCanceled)
            return new TurnEnd.Failed(Failure.From(new TaskCanceledException(running)));
        if (running.IsCompleted)
            return Ended(running.Result);

        // Left behind where it waits; the next turn begins anew. If it goes on by itself, it awaited something foreign.
        _ = running.ContinueWith(
            late => loggers.CreateLogger<Turn>().ContinuedAlone(instance.Name, instance.Id, late.Exception!),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        return context!.Tasks.Any || context.Events.HasWaits ? null : new TurnEnd.Failed(Failure.From(
            new InvalidOperationException(
                $"Orchestrator '{instance.Name}' waits, but not for anything that its context gave: nothing can wake it.")));
    }

    private TurnEnd Ended(object? output)
    {
        var json = JsonDataConverter.Default;
        return context!.Continuation is { } next
            ? new TurnEnd.Continued(
                json.Serialize(next.NewInput), next.NewVersion, next.PreserveUnprocessedEvents ? [.. context.Events.Kept] : [])
            : new TurnEnd.Completed(json.Serialize(output));
    }
}
