using System.Text.Json.Serialization;
using Microsoft.DurableTask.Client;

namespace Ozg.Hosting.Durable;

/// <summary>What happened to an orchestration, in order: it is replayed from these, so they are never edited.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ExecutionStarted), "executionStarted")]
[JsonDerivedType(typeof(TurnStarted), "turnStarted")]
[JsonDerivedType(typeof(ActivityScheduled), "activityScheduled")]
[JsonDerivedType(typeof(SubOrchestrationScheduled), "subOrchestrationScheduled")]
[JsonDerivedType(typeof(TimerCreated), "timerCreated")]
[JsonDerivedType(typeof(EventSent), "eventSent")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(EventRaised), "eventRaised")]
[JsonDerivedType(typeof(ExecutionSuspended), "executionSuspended")]
[JsonDerivedType(typeof(ExecutionResumed), "executionResumed")]
[JsonDerivedType(typeof(ExecutionTerminated), "executionTerminated")]
[JsonDerivedType(typeof(ExecutionEnded), "executionEnded")]
internal abstract record HistoryEvent
{
    private protected HistoryEvent()
    {
    }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The first event of every execution.</summary>
internal sealed record ExecutionStarted(string Name, string? Input) : HistoryEvent;

/// <summary>The orchestrator was run: what follows happened before or during this turn, and its clock showed this time.</summary>
internal sealed record TurnStarted : HistoryEvent;

/// <summary>An activity or sub-orchestration answered.</summary>
internal sealed record TaskCompleted(int Step, string Name, string? Result) : HistoryEvent;

/// <inheritdoc cref="TaskCompleted"/>
internal sealed record TaskFailed(int Step, string Name, Failure Failure) : HistoryEvent;

internal sealed record TimerFired(int Step) : HistoryEvent;

internal sealed record EventRaised(string Name, string? Input) : HistoryEvent;

internal sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

internal sealed record ExecutionResumed(string? Reason) : HistoryEvent;

internal sealed record ExecutionTerminated(string? Output, bool Recursive) : HistoryEvent;

/// <summary>The last event of an execution.</summary>
internal sealed record ExecutionEnded(OrchestrationRuntimeStatus Status, string? Output, Failure? Failure) : HistoryEvent;
