namespace Microsoft.DurableTask.Internal;

/// <summary>Starts orchestrations. Ask for a <c>DurableTaskClient</c> instead.</summary>
public interface IOrchestrationSubmitter
{
    Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default);
}
