using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>
/// Consumers that wait to be handed something. A consumer is work for the host except while it waits here: what it is handed
/// counts from the moment of handing over.
/// </summary>
/// <remarks>The owner guards all but <see cref="WaitAsync"/> with its lock.</remarks>
internal sealed class Waiters<T>(WorkCounter work)
{
    private readonly Queue<TaskCompletionSource<T?>> _waiting = new();

    /// <returns>False: nobody waits.</returns>
    public bool TryHandOver(T what)
    {
        while (_waiting.TryDequeue(out var consumer))
        {
            if (TryWake(consumer, what))
                return true;
        }

        return false;
    }

    public TaskCompletionSource<T?> Join()
    {
        var consumer = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(consumer);
        return consumer;
    }

    /// <returns>Null: <paramref name="giveUp"/> was set before anything was handed over.</returns>
    public async ValueTask<T?> WaitAsync(TaskCompletionSource<T?> consumer, CancellationToken giveUp)
    {
        work.End();
        using var registration = giveUp.Register(() => TryWake(consumer, default));
        return await consumer.Task;
    }

    // It counts as work before whoever wakes it may stop counting.
    private bool TryWake(TaskCompletionSource<T?> consumer, T? what)
    {
        work.Begin();
        if (consumer.TrySetResult(what))
            return true;

        work.End();
        return false;
    }
}
