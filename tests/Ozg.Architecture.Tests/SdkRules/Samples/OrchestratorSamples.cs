using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Ozg.Architecture.Tests.SdkRules.Samples;

/// <summary>Each hides its breach where such a thing hides: behind an await, in a lambda, a local function, a helper.</summary>
internal static class OrchestratorSamples
{
    [Breaks("DURABLE0001")]
    internal static class ReadsTheClock
    {
        [Function("ReadsTheClock")]
        public static DateTime Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.IsReplaying ? DateTime.MinValue : DateTime.UtcNow;
    }

    [Breaks("DURABLE0001")]
    internal static class ReadsTheClockAfterAnAwait
    {
        [Function("ReadsTheClockAfterAnAwait")]
        public static async Task<DateTimeOffset> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return DateTimeOffset.Now;
        }
    }

    [Breaks("DURABLE0001")]
    internal static class ReadsTheClockElsewhere
    {
        [Function("ReadsTheClockElsewhere")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(Tomorrow.Find(), CancellationToken.None);

        private static class Tomorrow
        {
            public static DateTime Find() => TimeProvider.System.GetUtcNow().AddDays(1).UtcDateTime;
        }
    }

    [Breaks("DURABLE0001")]
    internal static class RemembersWhenItWasLoaded
    {
        private static readonly DateTime Loaded = DateTime.UtcNow;

        [Function("RemembersWhenItWasLoaded")]
        public static bool Run([OrchestrationTrigger] TaskOrchestrationContext context) => context.CurrentUtcDateTime > Loaded;
    }

    [Breaks("DURABLE0002")]
    internal static class MakesUpIds
    {
        [Function("MakesUpIds")]
        public static Guid[] Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            [.. Enumerable.Range(0, context.GetInput<int>()).Select(_ => Guid.NewGuid())];
    }

    [Breaks("DURABLE0003")]
    internal static class Delays
    {
        [Function("Delays")]
        public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            while (!context.IsReplaying)
                await Wait();

            static Task Wait() => Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    [Breaks("DURABLE0003")]
    internal static class Sleeps
    {
        [Function("Sleeps")]
        public static void Run([OrchestrationTrigger] TaskOrchestrationContext context) => Thread.Sleep(context.GetInput<int>());
    }

    [Breaks("DURABLE0004")]
    internal static class RunsBesideItself
    {
        [Function("RunsBesideItself")]
        public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.Run(context.GetInput<int>);
    }

    [Breaks("DURABLE0004")]
    internal static class Continues
    {
        [Function("Continues")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<int>("event").ContinueWith(happened => happened.Result, TaskScheduler.Default);
    }

    [Breaks("DURABLE0004")]
    internal static class LeavesItsContext
    {
        [Function("LeavesItsContext")]
        public static async Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.WaitForExternalEvent<int>("event").ConfigureAwait(false);
    }

    [Breaks("DURABLE0004")]
    internal static class CancelsOnAnotherThread
    {
        [Function("CancelsOnAnotherThread")]
        public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using var stop = new CancellationTokenSource();
            var late = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
            await stop.CancelAsync();
            await late;
        }
    }

    [Breaks("DURABLE0005")]
    internal static class Downloads
    {
        [Function("Downloads")]
        public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using var client = new HttpClient();
            return await client.GetStringAsync(new Uri(context.InstanceId));
        }
    }

    [Breaks("DURABLE0005")]
    internal static class ReadsBlob
    {
        [Function("ReadsBlob")]
        public static bool Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            new BlobClient(new Uri(context.InstanceId)).Exists().Value;
    }

    [Breaks("DURABLE0005")]
    internal static class ReadsTable
    {
        [Function("ReadsTable")]
        public static string Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            new TableClient(new Uri(context.InstanceId)).Name;
    }

    [Breaks("DURABLE0006")]
    internal static class ReadsEnvironment
    {
        [Function("ReadsEnvironment")]
        public static string? Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            Environment.GetEnvironmentVariable(context.InstanceId);
    }

    [Breaks("DURABLE0010")]
    internal sealed class Logs(ILogger<Logs> logger)
    {
        [Function("Logs")]
        public bool Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            logger.IsEnabled(LogLevel.Debug) && context.IsReplaying;
    }

    [Breaks("DURABLE0010")]
    internal static class TakesLogger
    {
        [Function("TakesLogger")]
        public static bool Run([OrchestrationTrigger] TaskOrchestrationContext context, ILogger logger) =>
            logger.IsEnabled(LogLevel.Debug) && context.IsReplaying;
    }

    [Breaks("DURABLE2002")]
    internal static class ExpectsAnotherResult
    {
        [Function("ExpectsAnotherResult")]
        public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<int>(nameof(Count));

        [Function(nameof(Count))]
        public static Task<string> Count([ActivityTrigger] string input) => Task.FromResult(input);
    }

    [Breaks("DURABLE2003")]
    internal static class CallsNobody
    {
        [Function("CallsNobody")]
        public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.CallActivityAsync("Known", await context.CallActivityAsync<string>("Unknown"));

        [Function("Known")]
        public static string Known([ActivityTrigger] string input) => input;
    }

    [Breaks("DURABLE2004")]
    internal static class StartsNobody
    {
        [Function("StartsNobody")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync("Activity");

        [Function("Activity")]
        public static string Activity([ActivityTrigger] string input) => input;
    }
}
