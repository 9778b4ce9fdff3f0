using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ozg.Browser.Tests.LocalPages;

/// <summary>Functions that give the pages something to show.</summary>
internal sealed class ShopFunctions(Shop shop)
{
    /// <summary>An activity that fails once, a decision to wait for, and until when.</summary>
    [Function(nameof(ProcessOrder))]
    public static async Task<string> ProcessOrder([OrchestrationTrigger] TaskOrchestrationContext context, string customer)
    {
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1)));
        await context.CallActivityAsync(nameof(Reserve), customer, retry);
        context.SetCustomStatus(new { step = "decision" });

        using var stop = new CancellationTokenSource();
        var late = context.CreateTimer(TimeSpan.FromDays(28), stop.Token);
        var decision = context.WaitForExternalEvent<string>("Decision", stop.Token);
        await Task.WhenAny(late, decision);
        stop.Cancel(); // not CancelAsync: that would leave the orchestrator's thread
        return decision.IsCompletedSuccessfully ? await decision : "late";
    }

    [Function(nameof(Report))]
    public static int Report([OrchestrationTrigger] TaskOrchestrationContext context, int number) => number;

    [Function(nameof(Reserve))]
    public string Reserve([ActivityTrigger] string customer, string instanceId) => shop.TryReserve(instanceId)
        ? $"reserved for {customer}"
        : throw new InvalidOperationException("The shelf is locked.");

    [Function(nameof(TakeOrder))]
    public string TakeOrder([ServiceBusTrigger(Shop.Orders)] string order) => shop.IsOpen
        ? order
        : throw new InvalidOperationException("The shop is closed.");
}
