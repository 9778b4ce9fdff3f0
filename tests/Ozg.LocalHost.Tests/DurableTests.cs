using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public abstract class DurableTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // "These activities may be executed serially, in parallel, or some combination of both … An activity can also return data back":
    // learn.microsoft.com/dotnet/api/microsoft.durabletask.taskactivity-2, "Remarks".
    [Fact]
    public async Task Activities_answer_one_after_the_other_and_side_by_side()
    {
        await using var arrange = await HostAsync();

        var sum = await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 10));
        var fan = await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.FanOut), 50));

        Assert.Equal(110, sum.ReadOutputAs<int>());
        Assert.Equal(2550, fan.ReadOutputAs<int>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, fan.RuntimeStatus);
    }

    // Azure/durabletask, src/DurableTask.Core/RetryInterceptor.cs: the interval grows with each attempt.
    [Fact]
    public async Task A_failed_activity_is_retried_at_growing_intervals()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Fail("Fragile", times: 2);
        var id = await arrange.StartAsync(nameof(Orchestrators.Retrying), 3);

        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, arrange.Probe.Seen.Count);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1.9));
        Assert.Equal(2, arrange.Probe.Seen.Count);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(0.1));

        Assert.Equal("input done", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // The same file: the last failure is thrown on.
    [Fact]
    public async Task After_the_last_attempt_the_orchestration_fails_with_the_activitys_reason()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Fail("Fragile", times: 9);
        var id = await arrange.StartAsync(nameof(Orchestrators.Retrying), 2);
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        var ended = await arrange.EndAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.True(ended.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.True(ended.FailureDetails.InnerFailure!.IsCausedBy<InvalidOperationException>());
        Assert.Equal(2, arrange.Probe.Seen.Count);
    }

    // microsoft/durabletask-dotnet, src/Worker/Core/Shims/TaskOrchestrationContextWrapper.cs,
    // InvokeWithCustomRetryHandler.
    [Fact]
    public async Task A_retry_handler_decides_and_the_last_failure_can_be_caught()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Fail("Fragile", times: 9);

        var ended = await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Handled)));

        Assert.Equal("Fragile: Fragile was told to fail.", ended.ReadOutputAs<string>());
        Assert.Equal(3, arrange.Probe.Seen.Count);
    }

    // A long delay may be several timers inside, but "the orchestration code doesn't need to be aware of this":
    // microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, CreateTimer.
    [Fact]
    public async Task Four_weeks_pass_when_the_clock_says_so()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.FourWeeks));
        await arrange.IdleAsync();

        await arrange.AdvanceAsync(TimeSpan.FromDays(27));
        Assert.True((await arrange.Durable.GetInstanceAsync(id))!.IsRunning);
        await arrange.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(Arrange.Noon.AddDays(28).UtcDateTime, (await arrange.EndAsync(id)).ReadOutputAs<DateTime>());
    }

    // "If a sub-orchestration fails with an exception, then that exception will be surfaced to the parent orchestration":
    // microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, CallSubOrchestratorAsync.
    [Fact]
    public async Task A_sub_orchestration_knows_its_parent_and_its_failure_reaches_it()
    {
        await using var arrange = await HostAsync();

        var good = await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Parent), nameof(Orchestrators.Child)));
        var bad = await arrange.StartAsync(nameof(Orchestrators.Parent), nameof(Orchestrators.FailingChild));
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(1));
        var none = await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Parent), "Nobody"));

        Assert.Equal("True Parent", good.ReadOutputAs<string>());
        Assert.Equal("FailingChild failed: The child broke.", (await arrange.EndAsync(bad)).ReadOutputAs<string>());
        Assert.Equal("Nobody failed: The app has no orchestrator function called 'Nobody'.", none.ReadOutputAs<string>());
    }

    // "If set to true, re-adds any unprocessed external events into the new execution history":
    // learn.microsoft.com/dotnet/api/microsoft.durabletask.taskorchestrationcontext.continueasnew.
    [Fact]
    public async Task Continue_as_new_begins_again_and_keeps_what_was_not_awaited()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.CountDown), 3);
        await arrange.Durable.RaiseEventAsync(id, "kept", "event");

        var ended = await arrange.EndAsync(id);

        Assert.Equal("event", ended.ReadOutputAs<string>());
        Assert.Equal(0, ended.ReadInputAs<int>());
        Assert.Equal(["3", "2", "1", "0"], arrange.Probe.Seen);
    }

    // Orchestrators await only what their context gives: learn.microsoft.com/azure/azure-functions/durable/durable-functions-code-constraints,
    // "Async APIs". Officially such an instance is stuck without a word; here it fails with one.
    [Fact]
    public async Task An_await_of_something_foreign_fails_the_orchestration()
    {
        await using var arrange = await HostAsync();

        var ended = await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Foreign)));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("not for anything that its context gave", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    // "All orchestrations must have a unique instance ID"; in a terminal state "the instance may be recreated
    // automatically": microsoft/durabletask-dotnet, src/Client/Core/DurableTaskClient.cs,
    // ScheduleNewOrchestrationInstanceAsync.
    [Fact]
    public async Task A_running_id_is_refused_and_an_ended_one_used_again()
    {
        await using var arrange = await HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.TwoEvents), id: "one");
        await arrange.IdleAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => arrange.StartAsync(nameof(Orchestrators.Sum), 1, "one"));
        await arrange.Durable.TerminateInstanceAsync("one", (object)"enough");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await arrange.EndAsync("one")).RuntimeStatus);

        await arrange.StartAsync(nameof(Orchestrators.Sum), 1, "one");
        Assert.Equal(2, (await arrange.EndAsync("one")).ReadOutputAs<int>());
        var dedupe = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            arrange.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sum), 1, dedupe));
    }

    public sealed class InMemory() : DurableTests(replayInFull: false);

    public sealed class ReplayedInFull() : DurableTests(replayInFull: true);
}
