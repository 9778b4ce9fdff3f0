using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Bus;

/// <summary>Takes messages from one queue or subscription and runs one function with them.</summary>
internal sealed class BusListener(Function function, BusBinding binding, Entity entity, BusServices services) : IBusListener
{
    private readonly MessageHandler _handler = new(function, binding, entity, services);
    private readonly List<Task> _loops = [];

    /// <inheritdoc/>
    public void Start(CancellationToken stopTaking, CancellationToken abort)
    {
        // As officially, batches of one trigger do not run at the same time.
        var count = binding.Bus.IsBatched ? 1 : services.Options.MaxConcurrentCalls;
        for (var i = 0; i < count; i++)
        {
            services.Work.Begin(); // Until it waits for a message.
            _loops.Add(Task.Run(() => ListenAsync(stopTaking, abort), CancellationToken.None));
        }
    }

    /// <inheritdoc/>
    public Task WhenStoppedAsync() => Task.WhenAll(_loops);

    private async Task ListenAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        try
        {
            while (await entity.Ready.TakeAsync(stopTaking) is { } sequence)
                await HandleAsync(Batch(entity.Ready, sequence), abort);
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

    private async Task HandleAsync(List<long> sequences, CancellationToken abort)
    {
        try
        {
            await _handler.HandleAsync(sequences, lease: null, abort);
        }
#pragma warning disable CA1031 // No message is lost: each is still in its table, and comes again with its lock's end or the next start.
        catch (Exception failure) when (failure is not ObjectDisposedException && !abort.IsCancellationRequested)
#pragma warning restore CA1031
        {
            services.Logger.NotSettled(entity.Path, failure);
        }
    }

    private List<long> Batch(ReadyMessages ready, long first)
    {
        var sequences = new List<long> { first };
        while (binding.Bus.IsBatched && sequences.Count < services.Options.MaxMessageBatchSize && ready.TryTake() is { } next)
            sequences.Add(next);
        return sequences;
    }
}
