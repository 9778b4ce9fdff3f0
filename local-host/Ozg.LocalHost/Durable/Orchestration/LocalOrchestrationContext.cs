using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Durable;

/// <summary>What an orchestrator's code sees. Everything it asks for becomes a numbered step.</summary>
internal sealed partial class LocalOrchestrationContext(Instance instance, Pump pump, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    private static readonly JsonDataConverter Json = JsonDataConverter.Default;

    private DateTimeOffset _now;
    private int _guids;
    private object? _customStatus;

    public StepLog Steps { get; } = new(instance.Name);

    public OpenTasks Tasks { get; } = new();

    public ExternalEvents Events { get; } = new();

    /// <summary>Timers that this turn cancelled.</summary>
    public List<int> CancelledTimers { get; } = [];

    /// <summary>Set by the code: begin again with this instead of ending.</summary>
    public ContinueAsNewOptions? Continuation { get; private set; }

    /// <summary>As officially, what comes after the code asked for that belongs to the next execution, dropped events or not.</summary>
    public List<EventRaised> NextEvents { get; } = [];

    public string? SerializedCustomStatus => Json.Serialize(_customStatus);

    public bool Replaying { get; set; }

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override string Version => instance.Version;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new(parent.Name, parent.Id) : null;

    public override bool IsReplaying => Replaying;

    public override DateTime CurrentUtcDateTime => _now.UtcDateTime;

    protected override ILoggerFactory LoggerFactory => loggers;

    public void SetClock(DateTimeOffset time) => _now = time;

    public override T? GetInput<T>()
        where T : default
    {
        EnsureOwnTurn();
        return Json.Deserialize<T>(instance.Input);
    }

    public override Guid NewGuid()
    {
        EnsureOwnTurn();
        return DeterministicGuid.Create(InstanceId, CurrentUtcDateTime, _guids++);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureOwnTurn();
        _customStatus = customStatus;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        EnsureOwnTurn();
        Continuation = options;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureOwnTurn();
        var data = Json.Serialize(payload);
        Steps.Add(step => new EventSent(step, instanceId, eventName, data) { At = _now });
    }

    // Not async: what is wrong with the call is thrown by the call, as officially, and not by its task.
    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureOwnTurn();
        return ReadAsync<T>(Events.WaitAsync(eventName, typeof(T), cancellationToken));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureOwnTurn();
        cancellationToken.ThrowIfCancellationRequested();
        var dueAt = new DateTimeOffset(fireAt.ToUniversalTime());
        var timer = Steps.Add(step => new TimerCreated(step, dueAt) { At = _now });
        var fired = Tasks.Add(timer.Number);
        using var registration = cancellationToken.Register(() =>
        {
            if (Tasks.Cancel(timer.Number, cancellationToken))
                CancelledTimers.Add(timer.Number);
        });
        await fired;
    }

    private static async Task<T> ReadAsync<T>(Task<EventRaised> raised) => Json.Deserialize<T>((await raised).Input)!;

    // Any other thread comes from an await of something foreign: what it does now, no replay would do again.
    private void EnsureOwnTurn()
    {
        if (!pump.IsCurrent)
        {
            throw new InvalidOperationException(
                $"Orchestrator '{instance.Name}' continued outside of its turn. It may await only what its context gives, "
                + "without ConfigureAwait(false) and Task.Run.");
        }
    }
}
