using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ozg.Architecture.Tests.SdkRules.Samples;

/// <summary>Comes close to many of the rules and breaks none: what it does must stay allowed.</summary>
internal sealed partial class KeepsTheRules(ILogger<KeepsTheRules> logger, TimeProvider clock)
{
    [Function("Start")]
    public async Task<string> Start(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cases/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Seen(logger, id, now);
        await Task.Delay(TimeSpan.Zero, cancellationToken);
        return await client.ScheduleNewOrchestrationInstanceAsync("Process", request.Path + id, cancellationToken);
    }

    [Function("Process")]
    public static async Task<int> Process([OrchestrationTrigger] TaskOrchestrationContext context, string id)
    {
        var quiet = context.CreateReplaySafeLogger<KeepsTheRules>();
        using var stop = new CancellationTokenSource();
        var late = context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), stop.Token);
        var happened = context.WaitForExternalEvent<string>("decided", stop.Token);
        if (await Task.WhenAny(late, happened) == late)
        {
            var name = context.NewGuid().ToString();
            Seen(quiet, name, context.CurrentUtcDateTime);
        }

        stop.Cancel();

        var effects = await Task.WhenAll(Names(id).Select(name => context.CallActivityAsync<int>(name, id)));
        await context.CallSubOrchestratorAsync("Archive", await context.CallActivityAsync<object>("COUNT", id));
        return effects.Sum();
    }

    [Function("Archive")]
    public static void Archive([OrchestrationTrigger] TaskOrchestrationContext context) => context.SetCustomStatus("archived");

    [Function("Count")]
    public async Task<int> Count([ActivityTrigger] string id, FunctionContext context)
    {
        var now = clock.GetUtcNow();
        Seen(logger, context.FunctionId, now);
        await Task.Yield();
        return id.Length;
    }

    [Function("Sweep")]
    [FixedDelayRetry(3, "00:00:10")]
    public static bool Sweep([TimerTrigger("0 0 * * * *")] TimerInfo timer) => timer.IsPastDue;

    [Function("DeliverOne")]
    public static Task DeliverOne(
        [ServiceBusTrigger("results", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions) => actions.CompleteMessageAsync(message);

    [Function("DeliverMany")]
    public static int DeliverMany([ServiceBusTrigger("results", IsBatched = true)] ServiceBusReceivedMessage[] messages) => messages.Length;

    [Function("DeliverBytes")]
    public static int DeliverBytes([ServiceBusTrigger("results")] byte[] message) => message.Length;

    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{What} at {Time}")]
    private static partial void Seen(ILogger logger, string what, DateTimeOffset time);

    // An iterator: the compiler writes a call of Environment into it.
    private static IEnumerable<string> Names(string id)
    {
        yield return "Count";
        if (id.Length > 1)
            yield return "count";
    }
}
