using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Bus.Sessions;

/// <summary>Takes one session after the other from a queue or subscription, and runs one function with its messages in order.</summary>
internal sealed class SessionListener(Function function, BusBinding binding, Entity entity, BusServices services) : IBusListener
{
    private readonly MessageHandler _handler = new(function, binding, entity, services);
    private readonly SessionQueue _sessions = entity.Sessions!;
    private readonly List<Task> _loops = [];

    // As officially, one batch at a time, and its session's lock is not renewed.
    private readonly int _concurrent = binding.Bus.IsBatched ? 1 : services.Options.MaxConcurrentSessions;
    private readonly TimeSpan _renewFor = binding.Bus.IsBatched ? TimeSpan.Zero : services.Options.MaxAutoLockRenewalDuration;

    /// <inheritdoc/>
    public void Start(CancellationToken stopTaking, CancellationToken abort)
    {
        for (var i = 0; i < _concurrent; i++)
        {
            services.Work.Begin(); // Until it waits for a session.
            _loops.Add(Task.Run(() => ListenAsync(stopTaking, abort), CancellationToken.None));
        }
    }

    /// <inheritdoc/>
    public Task WhenStoppedAsync() => Task.WhenAll(_loops);

    private async Task ListenAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        try
        {
            while (await _sessions.AcceptAsync(stopTaking) is { } session)
            {
                using var lease = services.Leases.Begin(entity, session, _renewFor);
                await ServeAsync(lease, stopTaking, abort);
                services.Leases.Close(lease);
            }
        }
        catch (ObjectDisposedException) when (abort.IsCancellationRequested)
        {
            // Not settled: the next host delivers them again.
        }
        finally
        {
            services.Work.End();
        }
    }

    private async Task ServeAsync(SessionLease lease, CancellationToken stopTaking, CancellationToken abort)
    {
        while (!lease.IsReleased && await NextAsync(lease, stopTaking) is { } sequence)
        {
            var sequences = new List<long> { sequence };
            while (binding.Bus.IsBatched && sequences.Count < services.Options.MaxMessageBatchSize
                && lease.Session.Ready.TryTake() is { } next)
            {
                sequences.Add(next);
            }

            await _handler.HandleAsync(sequences, lease, abort);
        }
    }

    private async ValueTask<long?> NextAsync(SessionLease lease, CancellationToken stopTaking)
    {
        using var idle = new CancellationTokenSource(services.Options.SessionIdleTimeout, services.Clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, stopTaking, lease.Over);
        return await lease.Session.Ready.TakeAsync(giveUp.Token);
    }
}
