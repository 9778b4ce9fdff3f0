namespace Ozg.Hosting.Durable;

/// <summary>
/// What the orchestrator's code asked for. Steps are numbered in the order of the calls; a replay must ask for the same
/// in the same order, or the answers in the history would go to the wrong calls.
/// </summary>
internal abstract record Step(int Number) : HistoryEvent
{
    /// <summary>In words, for whoever has to find the change in the code.</summary>
    public abstract string Description { get; }

    /// <summary>Whether a replay that asks for <paramref name="other"/> is still on the same way.</summary>
    public bool IsSameAs(Step other) => other.Number == Number
        && string.Equals(other.Description, Description, StringComparison.OrdinalIgnoreCase);
}

internal sealed record ActivityScheduled(int Number, string Name, string? Input) : Step(Number)
{
    public override string Description => $"activity '{Name}'";
}

internal sealed record SubOrchestrationScheduled(int Number, string Name, string InstanceId, string? Input, string? Version)
    : Step(Number)
{
    public override string Description => $"sub-orchestration '{Name}'";
}

internal sealed record TimerCreated(int Number, DateTimeOffset DueAt) : Step(Number)
{
    public override string Description => "a timer";
}

internal sealed record EventSent(int Number, string InstanceId, string Name, string? Input) : Step(Number)
{
    public override string Description => $"event '{Name}' sent to '{InstanceId}'";
}
