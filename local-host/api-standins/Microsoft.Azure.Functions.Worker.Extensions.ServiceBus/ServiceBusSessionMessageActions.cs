using Ozg.ApiStandins;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads, keeps and releases the session, for a trigger with <see cref="ServiceBusTriggerAttribute.IsSessionsEnabled"/>.</summary>
public class ServiceBusSessionMessageActions
{
    protected ServiceBusSessionMessageActions()
    {
    }

    public virtual DateTimeOffset SessionLockedUntil { get; protected set; }

    /// <returns>Null, whatever the signature says: the session has no state.</returns>
    public virtual Task<BinaryData> GetSessionStateAsync(CancellationToken cancellationToken = default) => throw StandIn.Unsupported();

    public virtual Task SetSessionStateAsync(BinaryData sessionState, CancellationToken cancellationToken = default) =>
        throw StandIn.Unsupported();

    /// <summary>Once the function has returned, another session gets its turn, whether or not this one has more messages.</summary>
    public virtual Task ReleaseSession(CancellationToken cancellationToken = default) => throw StandIn.Unsupported();

    public virtual Task RenewSessionLockAsync(CancellationToken cancellationToken = default) => throw StandIn.Unsupported();
}
