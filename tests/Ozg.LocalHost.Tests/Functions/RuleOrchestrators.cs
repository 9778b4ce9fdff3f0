using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ozg.Hosting.Tests.Functions;

internal static class RuleOrchestrators
{
    [Function(nameof(TwoWaiters))]
    public static async Task<string> TwoWaiters([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var older = context.WaitForExternalEvent<string>("go");
        var newer = context.WaitForExternalEvent<string>("go");
        return $"older {await older}, newer {await newer}";
    }

    [Function(nameof(TwoTypes))]
    public static async Task<string> TwoTypes([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var number = context.WaitForExternalEvent<int>("GO");
        var refused = "";
        try
        {
            _ = context.WaitForExternalEvent<string>("go"); // not awaited: the call throws
        }
        catch (ArgumentException twoTypes)
        {
            refused = twoTypes.Message;
        }

        return $"{refused} {await number}, then {await context.WaitForExternalEvent<string>("go")}";
    }

    [Function(nameof(TellsEvents))]
    public static async Task<string> TellsEvents([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var seen = "";
        for (var i = 0; i < 2; i++)
        {
            seen += await context.WaitForExternalEvent<string>("answer");
            context.SetCustomStatus(seen);
        }

        return seen;
    }

    [Function(nameof(CancelledWait))]
    public static async Task<string> CancelledWait([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var given = "";
        try
        {
            await context.WaitForExternalEvent<string>("go", TimeSpan.FromMinutes(1));
        }
        catch (TaskCanceledException)
        {
            given = "cancelled, then ";
        }

        await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
        return given + await context.WaitForExternalEvent<string>("go");
    }

    [Function(nameof(ForgottenTimer))]
    public static string ForgottenTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        return "done";
    }

    [Function(nameof(AllAndAny))]
    public static async Task<string> AllAndAny([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Task<string>[] tasks = [AfterAsync(context, 3), AfterAsync(context, 1), AfterAsync(context, 2)];
        var first = await Task.WhenAny(tasks);
        return $"{await first}: {string.Join(' ', await Task.WhenAll(tasks))}";
    }

    [Function(nameof(StartsAgain))]
    public static async Task<string> StartsAgain([OrchestrationTrigger] TaskOrchestrationContext context, string? round)
    {
        if (round is not null)
            return await context.WaitForExternalEvent<string>("kept") + context.Version;

        await context.WaitForExternalEvent<string>("go");
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = "second", NewVersion = "2", PreserveUnprocessedEvents = false });
        return "";
    }

    [Function(nameof(Versions))]
    public static async Task<string> Versions([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var own = await context.CallSubOrchestratorAsync<string>(
            nameof(Version), options: new SubOrchestrationOptions { Version = "7" });
        var none = await context.CallSubOrchestratorAsync<string>(nameof(Version));
        return $"{context.Version}/{own}/{none}";
    }

    [Function(nameof(Version))]
    public static string Version([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;

    [Function(nameof(LongChild))]
    public static async Task LongChild([OrchestrationTrigger] TaskOrchestrationContext context, string id) =>
        await context.CallSubOrchestratorAsync(nameof(Orchestrators.FourWeeks), options: new SubOrchestrationOptions { InstanceId = id });

    [Function(nameof(RetriesChild))]
    public static async Task<string> RetriesChild([OrchestrationTrigger] TaskOrchestrationContext context, string id)
    {
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMinutes(1)));
        return await context.CallSubOrchestratorAsync<string>(nameof(FragileChild), options: retry.WithInstanceId(id));
    }

    [Function(nameof(FragileChild))]
    public static async Task<string> FragileChild([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallActivityAsync<string>(nameof(Activities.Fragile), "input");

    [Function(nameof(Details))]
    public static async Task<string> Details([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync(nameof(RuleActivities.Nested));
            return "";
        }
        catch (TaskFailedException failed)
        {
            var details = failed.FailureDetails;
            return $"{failed.TaskName} {failed.TaskId} {details.ErrorType}: {details.ErrorMessage} "
                + $"({details.InnerFailure!.ErrorType}: {details.InnerFailure.ErrorMessage}) "
                + $"{details.IsCausedBy<IOException>()} {details.IsCausedBy<FileNotFoundException>()} "
                + details.StackTrace!.Contains(nameof(RuleActivities.Nested), StringComparison.Ordinal);
        }
    }

    private static async Task<string> AfterAsync(TaskOrchestrationContext context, int minutes)
    {
        await context.CreateTimer(TimeSpan.FromMinutes(minutes), CancellationToken.None);
        return $"{minutes}";
    }
}

internal static class RuleActivities
{
    [Function(nameof(Nested))]
    public static void Nested([ActivityTrigger] string? input) =>
        throw new IOException("The disk is gone.", new ArgumentException("Nobody knows why."));
}
