using Ozg.Hosting.Bus;
using Ozg.Hosting.Bus.Sessions;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;
using Ozg.Hosting.Timers;

namespace Ozg.Hosting.Composition;

/// <summary>What a host is made of, with the order in which it ends.</summary>
internal sealed class HostParts : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopTaking = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly Stack<Func<ValueTask>> _disposals = new();

    public WorkCounter Work { get; } = new();

    /// <summary>Set: nothing new is begun.</summary>
    public CancellationToken Stopping => _stopTaking.Token;

    /// <summary>Set: what runs is asked to give up.</summary>
    public CancellationToken Aborting => _abort.Token;

    public Store? Store { get; set; }

    public DurableQueues? Queues { get; set; }

    public DurableFunctions? DurableFunctions { get; set; }

    public DurableEngine? Durable { get; set; }

    public Entities? Entities { get; set; }

    public Broker? Broker { get; set; }

    public Deliveries? Deliveries { get; set; }

    public SessionLeases? Leases { get; set; }

    public ReceiverServices? Receivers { get; set; }

    public BusFunctions? Bus { get; set; }

    public TimerFunctions? Timers { get; set; }

    /// <summary>Disposes of <paramref name="part"/> after everything that is owned later.</summary>
    public T Own<T>(T part)
        where T : class
    {
        _disposals.Push(async () =>
        {
            if (part is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (part as IDisposable)?.Dispose();
        });
        return part;
    }

    public void RingDue()
    {
        Queues?.RingDue();
        Broker?.RingDue();
        Deliveries?.Locks.RingDue();
        Leases?.RingDue();
        Timers?.RingDue();
    }

    public void StopTaking() => _stopTaking.Cancel();

    public void Abort()
    {
        _stopTaking.Cancel();
        _abort.Cancel();
    }

    /// <summary>Completes when everything that runs has ended, or at the latest when <paramref name="patience"/> is set.</summary>
    public async Task WhenStoppedAsync(CancellationToken patience)
    {
        Task[] running =
        [
            Durable?.WhenStoppedAsync() ?? Task.CompletedTask,
            Bus?.WhenStoppedAsync() ?? Task.CompletedTask,
            Timers?.WhenStoppedAsync() ?? Task.CompletedTask,
        ];
        try
        {
            await Task.WhenAll(running).WaitAsync(patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Whoever still runs finds the store closed; the next host runs it again.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Abort();
        while (_disposals.TryPop(out var dispose))
            await dispose();
        _stopTaking.Dispose();
        _abort.Dispose();
    }
}
