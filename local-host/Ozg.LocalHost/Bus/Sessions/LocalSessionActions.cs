using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Bus.Sessions;

/// <summary>Lets a function use the session whose message it has.</summary>
internal sealed class LocalSessionActions(SessionLease lease, Store store, TimeProvider clock) : ServiceBusSessionMessageActions
{
    public override DateTimeOffset SessionLockedUntil
    {
        get => lease.Term.EndsAt(clock.GetUtcNow());
        protected set => throw new NotSupportedException("A session's lock is renewed, not set.");
    }

    public override Task<BinaryData> GetSessionStateAsync(CancellationToken cancellationToken = default)
    {
        lease.CheckHeld(clock);
        var state = store.Read(database => SessionTable.State(database, lease.Entity.Path, lease.Session.Id));
        return Task.FromResult(state is null ? null! : BinaryData.FromBytes(state));
    }

    /// <exception cref="ServiceBusException">The session is lost, or the state is larger than a message may be.</exception>
    public override Task SetSessionStateAsync(BinaryData sessionState, CancellationToken cancellationToken = default)
    {
        lease.CheckHeld(clock);
        var state = sessionState?.ToArray();
        if (state?.Length > Incoming.MaxMessageBytes)
        {
            throw new ServiceBusException(
                $"A session's state has at most {Incoming.MaxMessageBytes} bytes.",
                ServiceBusFailureReason.MessageSizeExceeded,
                lease.Entity.Path);
        }

        return store.WriteAsync(database => SessionTable.SetState(database, lease.Entity.Path, lease.Session.Id, state));
    }

    public override Task ReleaseSession(CancellationToken cancellationToken = default)
    {
        lease.IsReleased = true;
        return Task.CompletedTask;
    }

    public override Task RenewSessionLockAsync(CancellationToken cancellationToken = default)
    {
        lease.CheckHeld(clock);
        lease.Term.Renew(clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
