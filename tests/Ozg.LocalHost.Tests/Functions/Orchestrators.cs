using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class Orchestrators(Probe probe)
{
    /// <summary>Lets a test change an orchestrator's code between two hosts.</summary>
    public const string Changed = "changed";

    [Function(nameof(Sum))]
    public static async Task<int> Sum([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var sum = 0;
        for (var i = 1; i <= count; i++)
            sum += await context.CallActivityAsync<int>(nameof(Activities.Double), i);
        return sum;
    }

    [Function(nameof(FanOut))]
    public static async Task<int> FanOut([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var calls = Enumerable.Range(1, context.GetInput<int>())
            .Select(i => context.CallActivityAsync<int>(nameof(Activities.Double), i));
        return (await Task.WhenAll(calls)).Sum();
    }

    [Function(nameof(Retrying))]
    public static async Task<string> Retrying([OrchestrationTrigger] TaskOrchestrationContext context, int attempts)
    {
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, TimeSpan.FromMinutes(1), backoffCoefficient: 2));
        return await context.CallActivityAsync<string>(nameof(Activities.Fragile), "input", retry);
    }

    [Function(nameof(Handled))]
    public static async Task<string> Handled([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            var retry = TaskOptions.FromRetryHandler(failed => failed.LastAttemptNumber < 3);
            return await context.CallActivityAsync<string>(nameof(Activities.Fragile), "input", retry);
        }
        catch (TaskFailedException failed) when (failed.FailureDetails.IsCausedBy<InvalidOperationException>())
        {
            return $"{failed.TaskName}: {failed.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(FourWeeks))]
    public static async Task<DateTime> FourWeeks([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromDays(28), CancellationToken.None);
        return context.CurrentUtcDateTime;
    }

    [Function(nameof(TwoEvents))]
    public static async Task<string> TwoEvents([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("waiting");
        var first = await context.WaitForExternalEvent<string>("Answer");
        var second = await context.WaitForExternalEvent<string>("answer");
        return first + second;
    }

    [Function(nameof(EventOrDeadline))]
    public async Task<string> EventOrDeadline([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var stop = new CancellationTokenSource();
        var late = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
        var answer = context.WaitForExternalEvent<string>("answer", stop.Token);
        var first = await Task.WhenAny(late, answer);
        stop.Cancel(); // not CancelAsync: that would leave the orchestrator's thread
        if (!context.IsReplaying)
            probe.See("decided");
        await context.CallActivityAsync(nameof(Activities.Note), first == late ? "late" : await answer);
        return first == late ? "late" : await answer;
    }

    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context, string child)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<string>(child, context.InstanceId);
        }
        catch (TaskFailedException failed)
        {
            return $"{failed.TaskName} failed: {failed.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(Child))]
    public static string Child([OrchestrationTrigger] TaskOrchestrationContext context, string parent) =>
        $"{context.Parent!.InstanceId == parent} {context.Parent.Name}";

    [Function(nameof(FailingChild))]
    public static async Task FailingChild([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        throw new InvalidOperationException("The child broke.");
    }

    [Function(nameof(CountDown))]
    public static async Task<string> CountDown([OrchestrationTrigger] TaskOrchestrationContext context, int left)
    {
        await context.CallActivityAsync(nameof(Activities.Note), $"{left}");
        if (left == 0)
            return await context.WaitForExternalEvent<string>("kept");

        context.ContinueAsNew(left - 1);
        return "unseen";
    }

    [Function(nameof(Shifting))]
    public async Task Shifting([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var name = probe.Seen.Contains(Changed) ? nameof(Activities.Note) : nameof(Activities.Fragile);
        await context.CallActivityAsync<string>(name, "input");
        await context.WaitForExternalEvent<string>("go on");
    }

    [Function(nameof(Foreign))]
    public static async Task Foreign([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await Task.Delay(TimeSpan.FromMinutes(5));

    [Function(nameof(Sender))]
    public static void Sender([OrchestrationTrigger] TaskOrchestrationContext context, string target) =>
        context.SendEvent(target, "answer", "from " + context.InstanceId);

    [Function(nameof(Guids))]
    public async Task<bool> Guids([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var ids = new[] { context.NewGuid(), context.NewGuid() };
        probe.See(string.Join(' ', ids));
        await context.CallActivityAsync(nameof(Activities.Note), "between");
        return ids[0] != ids[1];
    }
}
