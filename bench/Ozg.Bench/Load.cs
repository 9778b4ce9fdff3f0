using System.Diagnostics;

namespace Ozg.Benchmarks;

/// <summary>A number of workers, each of which begins the next piece of work when its last one is done.</summary>
internal static class Load
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <returns>How many pieces a second were finished, and how many in all while it was measured.</returns>
    public static async Task<(double PerSecond, long Count)> RunAsync(int concurrent, Func<Task> work, Action measureFrom, Action measureTo)
    {
        long done = 0;
        using var stop = new CancellationTokenSource();
        var workers = Enumerable.Range(0, concurrent).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await work();
                Interlocked.Increment(ref done);
            }
        })).ToList();

        await Task.Delay(WarmUp);
        var (watch, before) = (Stopwatch.StartNew(), Interlocked.Read(ref done));
        measureFrom();
        await Task.Delay(Measured);
        measureTo();
        var (elapsed, count) = (watch.Elapsed, Interlocked.Read(ref done) - before);

        await stop.CancelAsync();
        await Task.WhenAll(workers);
        return (count / elapsed.TotalSeconds, count);
    }
}
