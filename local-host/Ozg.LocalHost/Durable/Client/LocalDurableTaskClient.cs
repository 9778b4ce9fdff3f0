using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>The client that functions get, and tests use. It fails as the official one does against Azure Storage.</summary>
internal sealed partial class LocalDurableTaskClient(Store store, DurableQueues queues, DurableOptions durable, TimeProvider clock)
    : DurableTaskClient("local")
{
    private static readonly JsonDataConverter Json = JsonDataConverter.Default;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var instance = new Instance(
            options?.InstanceId ?? Guid.NewGuid().ToString("N"),
            Instance.NewExecution(),
            orchestratorName.Name,
            options?.Version?.Version ?? durable.DefaultVersion,
            Json.Serialize(input))
        {
            Tags = options?.Tags ?? new Dictionary<string, string>(),
            CreatedAt = now,
            UpdatedAt = now,
        };
        var keep = options?.DedupeStatuses is { } statuses ? StatusesOf(statuses) : Starter.NotEnded;
        var startAt = options?.StartAt is { } at && at > now ? at : now;

        return await store.WriteAsync(database => Starter.TryStart(database, instance, startAt, keep, queues))
            ? instance.Id
            : throw AlreadyExists.Exception(instance.Id);
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        cancellation.ThrowIfCancellationRequested();
        var raised = new EventRaised(eventName, Json.Serialize(eventPayload)) { At = clock.GetUtcNow() };
        var refusal = await SendAsync(instanceId, raised);
        if (refusal is not null && durable.ThrowStatusExceptionsOnRaiseEvent)
            throw new RpcException(refusal.Value);
    }

    public override async Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        await SendOrThrowAsync(instanceId, new ExecutionTerminated(Json.Serialize(options?.Output), options?.Recursive ?? false)
        {
            At = clock.GetUtcNow(),
        });
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return SendOrThrowAsync(instanceId, new ExecutionSuspended(reason) { At = clock.GetUtcNow() });
    }

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return SendOrThrowAsync(instanceId, new ExecutionResumed(reason) { At = clock.GetUtcNow() });
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var before = store.Read(database => InstanceTable.Find(database, instanceId))
            ?? throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.");
        if (!before.IsEnded && !restartWithNewInstanceId)
            throw new InvalidOperationException($"An orchestration with the instanceId {instanceId} cannot be restarted.");

        var now = clock.GetUtcNow();
        var again = new Instance(
            restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId,
            Instance.NewExecution(),
            before.Name,
            before.Version,
            before.Input)
        {
            Tags = before.Tags,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return await store.WriteAsync(database => Starter.TryStart(database, again, now, Starter.NotEnded, queues))
            ? again.Id
            : throw AlreadyExists.Exception(again.Id);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static HashSet<OrchestrationRuntimeStatus> StatusesOf(IEnumerable<string> names) =>
        [.. names.Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"Invalid orchestration runtime status: '{name}' for deduplication."))];

    private async Task SendOrThrowAsync(string instanceId, HistoryEvent happened)
    {
        if (await SendAsync(instanceId, happened) is { } refusal)
            throw new RpcException(refusal);
    }

    /// <returns>Why it was not sent; null if it was.</returns>
    private Task<Status?> SendAsync(string instanceId, HistoryEvent happened) => store.WriteAsync<Status?>(database =>
    {
        if (InstanceTable.Find(database, instanceId) is not { } instance)
            return new Status(StatusCode.NotFound, $"No instance with ID '{instanceId}' was found.");
        if (instance.IsEnded)
            return new Status(StatusCode.FailedPrecondition, $"The instance with ID '{instanceId}' has ended: {instance.Status}.");

        InboxTable.Add(database, instanceId, null, happened.At, happened);
        database.AfterCommit(() => queues.Ready.Add(instanceId));
        return null;
    });
}
