using Microsoft.DurableTask.Client;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>Starts an orchestration, as part of a write.</summary>
internal static class Starter
{
    /// <summary>Unless told otherwise, an id can be used again once its instance has ended.</summary>
    public static readonly IReadOnlySet<OrchestrationRuntimeStatus> NotEnded = new HashSet<OrchestrationRuntimeStatus>
    {
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
    };

    /// <param name="database">Where.</param>
    /// <param name="instance">What.</param>
    /// <param name="startAt">Not before.</param>
    /// <param name="keep">In these statuses an instance of the same id is kept; in others it is replaced.</param>
    /// <param name="queues">Told after the commit.</param>
    /// <returns>False: there is an instance of that id, which is kept.</returns>
    public static bool TryStart(
        Database database,
        Instance instance,
        DateTimeOffset startAt,
        IReadOnlySet<OrchestrationRuntimeStatus> keep,
        DurableQueues queues)
    {
        if (InstanceTable.Find(database, instance.Id) is { } existing)
        {
            if (keep.Contains(existing.Status))
                return false;

            InstanceTable.Delete(database, instance.Id);
        }

        InstanceTable.Insert(database, instance);
        var started = new ExecutionStarted(instance.Name, instance.Input) { At = instance.CreatedAt };
        InboxTable.Add(database, instance.Id, instance.Execution, startAt, started);
        database.AfterCommit(() =>
        {
            queues.Changes.Changed(instance.Id);
            queues.ReadyAt(instance.Id, startAt);
        });
        return true;
    }
}
