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
    private readonly Pump _pump = new();
    private readonly Instance _instance;
    private readonly LocalOrchestrationContext _context;
    private readonly Func<LocalOrchestrationContext, Task<object?>> _orchestrator;
    private readonly AsyncServiceScope _scope;
    private readonly ILogger _logger;
    private Task<object?>? _running;
    private volatile bool _strayed;

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
        _instance = instance;
        _orchestrator = orchestrator;
        _scope = scope;
        _logger = loggers.CreateLogger<LiveOrchestration>();
        _context = new LocalOrchestrationContext(instance, _pump, loggers);
        _pump.ForeignPost = () =>
        {
            _strayed = true;
            _logger.ForeignAwait(instance.Name, instance.Id);
        };
    }

    public string InstanceId => _instance.Id;

    /// <summary>How many events of the history it has seen, or made.</summary>
    public int Position { get; private set; }

    /// <summary>Names of the events that the code waits for; one for each wait.</summary>
    public IReadOnlyList<string> AwaitedEvents => _context.Events.Awaited;

    /// <summary>Names of the events that have come and that it has not asked for.</summary>
    public IReadOnlyList<string> KeptEvents => [.. _context.Events.Kept.Concat(_context.NextEvents).Select(raised => raised.Name)];

    /// <summary>
    /// Whether it stands where the history does. Not so after a turn that was not kept, after a suspension, for another
    /// execution, and if the code went on by itself: then only a replay finds the place again.
    /// </summary>
    public bool IsAt(Instance stored, int position) => _instance.Execution == stored.Execution && Position == position
        && !_strayed;

    /// <summary>Goes through what earlier turns saw, and asked for.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code asks for something else now.</exception>
    public void Replay(IReadOnlyList<HistoryEvent> past)
    {
        _context.Replaying = true;
        Apply(past);
        _context.Steps.ConfirmEndOfTurn();
        _context.Replaying = false;
    }

    /// <summary>Goes on with what nobody has seen before, as far as it gets.</summary>
    /// <param name="plan">Its events begin with a <see cref="TurnStarted"/>.</param>
    public TurnResult Run(TurnResult plan)
    {
        _context.CancelledTimers.Clear();
        Apply(plan.Events);
        var end = End();
        var steps = _context.Steps.TakeNew();
        Position += steps.Count;
        return plan with
        {
            Events = [.. plan.Events, .. steps],
            Steps = steps,
            CancelledTimers = [.. _context.CancelledTimers],
            CustomStatus = _context.SerializedCustomStatus,
            End = end,
        };
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    private void Apply(IReadOnlyList<HistoryEvent> events)
    {
        foreach (var one in events)
            _pump.Run(() => Apply(one));
        Position += events.Count;
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted turn:
                _context.Steps.ConfirmEndOfTurn();
                _context.SetClock(turn.At);
                break;
            case ExecutionStarted:
                Begin();
                break;
            case Step recorded:
                _context.Steps.Confirm(recorded);
                break;
            case TaskCompleted completed:
                _context.Tasks.Complete(completed.Step, completed.Result);
                break;
            case TaskFailed failed:
                _context.Tasks.Fail(failed.Step, failed.Name, failed.Failure);
                break;
            case TimerFired fired:
                _context.Tasks.Complete(fired.Step, null);
                break;
            case EventRaised raised when _context.Continuation is not null:
                _context.NextEvents.Add(raised);
                break;
            case EventRaised raised:
                _context.Events.Raise(raised);
                break;
        }
    }

    private void Begin()
    {
        _running = _orchestrator(_context);
        _ = _running.ContinueWith(NoticeEnd, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void NoticeEnd(Task ended)
    {
        if (_pump.IsCurrent)
            return;

        _strayed = true;
        if (ended.Exception is { } failure)
            _logger.ContinuedAlone(_instance.Name, _instance.Id, failure);
    }

    private TurnEnd? End()
    {
        // As officially, whatever the code left open keeps the instance running, a timer just as an activity.
        if (_context.Tasks.Any)
            return null;
        if (_running!.IsFaulted)
            return new TurnEnd.Failed(Failure.From(_running.Exception.InnerException!));
        if (_running.IsCanceled)
            return new TurnEnd.Failed(Failure.From(new TaskCanceledException(_running)));
        if (_running.IsCompleted)
            return Ended(_running.Result);

        return _context.Events.HasWaits ? null : new TurnEnd.Failed(Failure.From(
            new InvalidOperationException(
                $"Orchestrator '{_instance.Name}' waits, but not for anything that its context gave: nothing can wake it.")));
    }

    private TurnEnd Ended(object? output)
    {
        var json = JsonDataConverter.Default;
        return _context.Continuation is { } next
            ? new TurnEnd.Continued(
                json.Serialize(next.NewInput),
                next.NewVersion,
                [.. next.PreserveUnprocessedEvents ? _context.Events.Kept : [], .. _context.NextEvents])
            : new TurnEnd.Completed(json.Serialize(output));
    }
}
