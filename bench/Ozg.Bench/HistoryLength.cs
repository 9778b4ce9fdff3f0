using System.Diagnostics;
using System.Globalization;

namespace Ozg.Benchmarks;

/// <summary>What one step costs, depending on how many came before it.</summary>
internal static class HistoryLength
{
    private const int Length = 2000;
    private const int Window = 100;

    public static async Task<IReadOnlyList<string>> RunAsync(string folder)
    {
        await using var host = await BenchHost.StartAsync(folder);
        foreach (var length in (int[])[Window, Length]) // the first only warms up
        {
            BenchFunctions.Ticks.Clear();
            await host.Durable.WaitForInstanceCompletionAsync(await host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(BenchFunctions.Chain), length));
        }

        return [.. ((int[])[100, 500, 1000, 2000]).Select(end => string.Create(
            CultureInfo.InvariantCulture,
            $"| {end - Window + 1} to {end} | {Stopwatch.GetElapsedTime(BenchFunctions.Ticks[end - Window], BenchFunctions.Ticks[end - 1]).TotalMilliseconds / (Window - 1):0.00} ms |"))];
    }
}
