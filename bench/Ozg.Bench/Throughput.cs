using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Ozg.Hosting;

namespace Ozg.Benchmarks;

/// <summary>Orchestrations a second, each with five activities and one event, every commit flushed to the disk.</summary>
internal static class Throughput
{
    public static async Task<string> RunAsync(string folder, int concurrent, double rawCommits)
    {
        await using var host = await BenchHost.StartAsync(folder);
        var inMemory = await Load.RunAsync(concurrent, InMemoryCase.RunAsync, () => { }, () => { });
        var (commits, processor) = (0L, TimeSpan.Zero);
        var (perSecond, count) = await Load.RunAsync(
            concurrent,
            () => CaseAsync(host),
            () => (commits, processor) = (host.Store.Commits, Environment.CpuUsage.TotalTime),
            () => (commits, processor) = (host.Store.Commits - commits, Environment.CpuUsage.TotalTime - processor));
        var perCase = (double)commits / count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {concurrent} | {perSecond:0} | {perCase:0.0} | {processor.TotalMilliseconds / count:0.0} ms | {perSecond / inMemory.PerSecond:0.0000} of {inMemory.PerSecond:0} | {perSecond * perCase / rawCommits:0.00} of {rawCommits:0} |");
    }

    private static async Task CaseAsync(LocalHost host)
    {
        var id = Guid.NewGuid().ToString("n");
        await host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(BenchFunctions.SmallCase), 1, new StartOrchestrationOptions(id));
        await BenchFunctions.WhenAsked(id);
        await host.Durable.RaiseEventAsync(id, BenchFunctions.Decided, 1);
        var ended = await host.Durable.WaitForInstanceCompletionAsync(id);
        BenchFunctions.Forget(id);
        if (ended.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            throw new InvalidOperationException($"A case ended as {ended.RuntimeStatus}.");
    }
}
