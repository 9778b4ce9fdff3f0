using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ozg.Benchmarks;

/// <summary>What is run: five activities and one event, as in a small case; a long chain; one that only waits.</summary>
internal static class BenchFunctions
{
    public const string Decided = "decided";

    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Asked = new();

    /// <summary>When the steps of a chain ended, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public static List<long> Ticks { get; } = [];

    /// <summary>Completes when the case has asked for its decision.</summary>
    public static Task WhenAsked(string instance) => SourceOf(instance).Task;

    public static void Forget(string instance) => Asked.TryRemove(instance, out _);

    [Function(nameof(SmallCase))]
    public static async Task<int> SmallCase([OrchestrationTrigger] TaskOrchestrationContext context, int start)
    {
        var value = await context.CallActivityAsync<int>(nameof(Add), start);
        value = await context.CallActivityAsync<int>(nameof(Add), value);
        await context.CallActivityAsync(nameof(Ask), context.InstanceId);
        value += await context.WaitForExternalEvent<int>(Decided);
        value = await context.CallActivityAsync<int>(nameof(Add), value);
        return await context.CallActivityAsync<int>(nameof(Add), value);
    }

    [Function(nameof(Chain))]
    public static async Task Chain([OrchestrationTrigger] TaskOrchestrationContext context, int length)
    {
        for (var i = 0; i < length; i++)
            await context.CallActivityAsync(nameof(Tick), i);
    }

    [Function(nameof(Waiting))]
    public static async Task<int> Waiting([OrchestrationTrigger] TaskOrchestrationContext context, int start)
    {
        var value = await context.CallActivityAsync<int>(nameof(Add), start);
        return value + await context.WaitForExternalEvent<int>(Decided);
    }

    [Function(nameof(Add))]
    public static int Add([ActivityTrigger] int value) => value + 1;

    [Function(nameof(Ask))]
    public static void Ask([ActivityTrigger] string instance) => SourceOf(instance).TrySetResult();

    [Function(nameof(Tick))]
    public static void Tick([ActivityTrigger] int step) => Ticks.Add(Stopwatch.GetTimestamp());

    private static TaskCompletionSource SourceOf(string instance) =>
        Asked.GetOrAdd(instance, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
