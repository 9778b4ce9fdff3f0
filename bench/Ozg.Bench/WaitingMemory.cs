using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask;

namespace Ozg.Benchmarks;

/// <summary>What instances that wait for an event cost while nothing happens.</summary>
internal static class WaitingMemory
{
    private const int Count = 10_000;
    private const int AtOnce = 256;

    public static async Task<string> RunAsync(string folder)
    {
        await using var host = await BenchHost.StartAsync(folder);
        await WaitAsync("warm-up ", 500);
        var before = Used();
        var watch = Stopwatch.StartNew();
        await WaitAsync("waiting ", Count);
        var after = Used();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Count} | {(after.Heap - before.Heap) / Count:0} | {(after.Resident - before.Resident) / Count:0} | {watch.Elapsed.TotalSeconds:0.0} s |");

        async Task WaitAsync(string name, int count)
        {
            await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
                await host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(BenchFunctions.Waiting), number, new StartOrchestrationOptions($"{name}{number}"), stop));
            await host.WhenIdleAsync(CancellationToken.None);
        }
    }

    private static (double Heap, double Resident) Used()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
