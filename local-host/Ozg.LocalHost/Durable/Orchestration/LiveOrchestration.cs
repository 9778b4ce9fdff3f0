using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Durable;

/// <summary>
/// An orchestrator's code as it waits in memory, at the point that its history has reached. It is brought there by a replay,
/// and from there on turn by turn. Touches nothing but the code's own objects.
/// </summary>
internal sealed class LiveOrchestration : IAsyncDisposable
{
    private readonly Pump pump = new();
    private readonly Instance instance;
    private readonly LocalOrchestrationContext context;
    private readonly Func<LocalOrchestrationContext, Task<object?>> orchestrator;
    private readonly AsyncServiceScope scope;
    private readonly ILogger logger;
    private Task<object?>? running;
    private volatile bool strayed;

    /// <param name="instance">As its row has it; whatever changes with a turn is not looked at.</param>
    /// <param name="orchestrator">The code.</param>
    /// <param name="scope">The services of the code, as long as it lives.</param>
    /// <param name="loggers">For the host, and for the code.</param>
    public LiveOrchestration(
        Instance instance,
        Func<LocalOrchestrationContext, Task<object?>> orchestrator,
        AsyncServiceScope scope,
        ILoggerFactory loggers)
    {
        this.instance = instance;
        this.orchestrator = orchestrator;
        this.scope = scope;
        logger = loggers.CreateLogger<LiveOrchestration>();
        context = new LocalOrchestrationContext(instance, pump, loggers);
        pump.ForeignPost = () =>
        {
            strayed = true;
            logger.ForeignAwait(instance.Name, instance.Id);
        };
    }

    public string InstanceId => instance.Id;

    /// <summary>How many events of the history it has seen, or made.</summary>
    public int Position { get; private set; }

    /// <summary>Names of the events that the code waits for; one for each wait.</summary>
    public IReadOnlyList<string> AwaitedEvents => context.Events.Awaited;

    /// <summary>Names of the events that have come and that it has not asked for.</summary>
    public IReadOnlyList<string> KeptEvents => [.. context.Events.Kept.Concat(context.NextEvents).Select(raised => raised.Name)];

    /// <summary>
    /// Whether it stands where the history does. Not so after a turn that was not kept, after a suspension, for another
    /// execution, and if the code went on by itself: then only a replay finds the place again.
    /// </summary>
    public bool IsAt(Instance stored, int position) => instance.Execution == stored.Execution && Position == position
        && !strayed;

    /// <summary>Goes through what earlier turns saw, and asked for.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code asks for something else now.</exception>
    public void Replay(IReadOnlyList<HistoryEvent> past)
    {
        context.Replaying = true;
        Apply(past);
        context.Steps.ConfirmEndOfTurn();
        context.Replaying = false;
    }

    /// <summary>Goes on with what nobody has seen before, as far as it gets.</summary>
    /// <param name="plan">Its events begin with a <see cref="TurnStarted"/>.</param>
    public TurnResult Run(TurnResult plan)
    {
        context.CancelledTimers.Clear();
        Apply(plan.Events);
        var end = End();
        var steps = context.Steps.TakeNew();
        Position += steps.Count;
        return plan with
        {
            Events = [.. plan.Events, .. steps],
            Steps = steps,
            CancelledTimers = [.. context.CancelledTimers],
            CustomStatus = context.SerializedCustomStatus,
            End = end,
        };
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private void Apply(IReadOnlyList<HistoryEvent> events)
    {
        foreach (var one in events)
            pump.Run(() => Apply(one));
        Position += events.Count;
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted turn:
                context.Steps.ConfirmEndOfTurn();
                context.SetClock(turn.At);
                break;
            case ExecutionStarted:
                Begin();
                break;
            case Step recorded:
                context.Steps.Confirm(recorded);
                break;
            case TaskCompleted completed:
                context.Tasks.Complete(completed.Step, completed.Result);
                break;
            case TaskFailed failed:
                context.Tasks.Fail(failed.Step, failed.Name, failed.Failure);
                break;
            case TimerFired fired:
                context.Tasks.Complete(fired.Step, null);
                break;
            case EventRaised raised when context.Continuation is not null:
                context.NextEvents.Add(raised);
                break;
            case EventRaised raised:
                context.Events.Raise(raised);
                break;
        }
    }

    private void Begin()
    {
        running = orchestrator(context);
        _ = running.ContinueWith(NoticeEnd, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void NoticeEnd(Task ended)
    {
        if (pump.IsCurrent)
            return;

        strayed = true;
        if (ended.Exception is { } failure)
            logger.ContinuedAlone(instance.Name, instance.Id, failure);
    }

    private TurnEnd? End()
    {
        // As officially, whatever the code left open keeps the instance running, a timer just as an activity.
        if (context.Tasks.Any)
            return null;
        if (running!.IsFaulted)
            return new TurnEnd.Failed(Failure.From(running.Exception.InnerException!));
        if (running.IsCanceled)
            return new TurnEnd.Failed(Failure.From(new TaskCanceledException(running)));
        if (running.IsCompleted)
            return Ended(running.Result);

        return context.Events.HasWaits ? null : new TurnEnd.Failed(Failure.From(
            new InvalidOperationException(
                $"Orchestrator '{instance.Name}' waits, but not for anything that its context gave: nothing can wake it.")));
    }

    private TurnEnd Ended(object? output)
    {
        var json = JsonDataConverter.Default;
        return context.Continuation is { } next
            ? new TurnEnd.Continued(
                json.Serialize(next.NewInput),
                next.NewVersion,
                [.. next.PreserveUnprocessedEvents ? context.Events.Kept : [], .. context.NextEvents])
            : new TurnEnd.Completed(json.Serialize(output));
    }
}
