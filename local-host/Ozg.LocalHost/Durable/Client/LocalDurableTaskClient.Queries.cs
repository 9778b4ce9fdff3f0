using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <content>Reading, waiting and purging.</content>
internal sealed partial class LocalDurableTaskClient
{
    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Task.FromResult(Find(instanceId) is { } found ? Metadata(found, getInputsAndOutputs) : null);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(filter ?? new OrchestrationQuery(), (query, after, count) =>
            [.. store.Read(database => InstanceTable.Query(database, query, after, count))
                .Select(found => Metadata(found, query.FetchInputsAndOutputs))]);

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        var begun = await queues.Changes.WaitAsync(
            instanceId,
            () => Find(instanceId) is { } found && found.Status != OrchestrationRuntimeStatus.Pending ? found : null,
            cancellation);
        return Metadata(begun, getInputsAndOutputs);
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        var ended = await queues.Changes.WaitAsync(
            instanceId, () => Find(instanceId) is { IsEnded: true } found ? found : null, cancellation);
        return Metadata(ended, getInputsAndOutputs);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await store.WriteAsync(database => Purge(
            database, InstanceTable.Find(database, instanceId), options?.Recursive ?? false)));

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        var purged = await store.WriteAsync(database => InstanceTable.Query(database, query, "", int.MaxValue)
            .Sum(instance => Purge(database, instance, options?.Recursive ?? false)));
        return new PurgeResult(purged, isComplete: true);
    }

    // Only what has ended is purged.
    private static int Purge(Database database, Instance? instance, bool recursive)
    {
        if (instance is not { IsEnded: true })
            return 0;

        var children = recursive ? InstanceTable.Children(database, instance.Id) : [];
        InstanceTable.Delete(database, instance.Id);
        return 1 + children.Sum(child => Purge(database, child, recursive));
    }

    private static OrchestrationMetadata Metadata(Instance instance, bool all) => new(instance.Name, instance.Id)
    {
        DataConverter = all ? Json : null,
        RuntimeStatus = instance.Status,
        CreatedAt = instance.CreatedAt,
        LastUpdatedAt = instance.UpdatedAt,
        SerializedInput = all ? instance.Input : null,
        SerializedOutput = all ? instance.Output : null,
        SerializedCustomStatus = all ? instance.CustomStatus : null,
        FailureDetails = all ? instance.Failure?.ToDetails() : null,
        Tags = instance.Tags,
    };

    private Instance? Find(string instanceId) => store.Read(database => InstanceTable.Find(database, instanceId));
}
