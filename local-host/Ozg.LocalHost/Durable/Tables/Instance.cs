using Microsoft.DurableTask.Client;

namespace Ozg.Hosting.Durable;

/// <summary>An orchestration as its row has it.</summary>
/// <param name="Id">Chosen by whoever started it.</param>
/// <param name="Execution">Which run of this id: another after ContinueAsNew, and after the id was used again.</param>
/// <param name="Name">Of the orchestrator.</param>
/// <param name="Version">Empty: none.</param>
/// <param name="Input">As JSON.</param>
internal sealed record Instance(string Id, string Execution, string Name, string Version, string? Input)
{
    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public string? Output { get; init; }

    public Failure? Failure { get; init; }

    public string? CustomStatus { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The step of the orchestration that waits for this one's answer.</summary>
    public ParentStep? Parent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public bool IsEnded => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public static string NewExecution() => Guid.NewGuid().ToString("N");
}

internal sealed record ParentStep(string Id, string Execution, string Name, int Step);
