using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public abstract class DurableRuleTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // "Events are assigned to the most recent (top of stack) waiter": microsoft/durabletask-dotnet,
    // src/Worker/Core/Shims/TaskOrchestrationContextWrapper.cs; pull request 509.
    [Fact]
    public async Task Of_several_waiters_the_newest_gets_the_next_event()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.TwoWaiters));
        await arrange.IdleAsync();

        await arrange.Durable.RaiseEventAsync(id, "go", "first");
        await arrange.Durable.RaiseEventAsync(id, "go", "second");

        Assert.Equal("older second, newer first", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "Events with the same name must have the same type argument": microsoft/durabletask-dotnet,
    // src/Worker/Core/Shims/TaskOrchestrationContextWrapper.cs, WaitForExternalEvent; thrown by the call itself.
    [Fact]
    public async Task Two_open_waits_of_one_name_are_of_one_type()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.TwoTypes));
        await arrange.IdleAsync();

        await arrange.Durable.RaiseEventAsync(id, "Go", 7);
        await arrange.Durable.RaiseEventAsync(id, "go", "seven");

        Assert.Equal(
            "Events with the same name must have the same type: 'go' is already waited for as System.Int32, now as System.String. 7, then seven",
            (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "This event saving occurs even if the current orchestrator cancels the wait operation before the event is received":
    // microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, WaitForExternalEvent. Workers held it only
    // where a newer wait was open, until pull request 801 (September 2026).
    [Fact]
    public async Task A_cancelled_wait_takes_no_event()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.CancelledWait));
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        await arrange.Durable.RaiseEventAsync(id, "go", "kept");
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("cancelled, then kept", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "If unexpired timers exist when the orchestration completes, it will remain in the "Running" state until the scheduled
    // expiration time": the same file, CreateTimer. Azure/durabletask, src/DurableTask.Core/TaskOrchestrationExecutor.cs
    // ends an orchestration only when no task is open.
    [Fact]
    public async Task A_timer_that_is_not_cancelled_keeps_a_finished_orchestration_running()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.ForgottenTimer));
        await arrange.IdleAsync();

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.True((await arrange.Durable.GetInstanceAsync(id))!.IsRunning);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("done", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // The history is gone through event by event, and the code goes on after each: the same file of Azure/durabletask.
    [Fact]
    public async Task The_first_to_answer_wins_and_all_answers_come_in_the_order_of_the_calls()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.AllAndAny));
        await arrange.IdleAsync();

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(3)); // all at once: the order is that of their times

        Assert.Equal("1: 3 1 2", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "The details of the failure can be found in the FailureDetails property": microsoft/durabletask-dotnet,
    // src/Abstractions/TaskOrchestrationContext.cs, CallActivityAsync.
    [Fact]
    public async Task A_failure_tells_the_task_the_exception_and_its_cause()
    {
        await using var arrange = await HostAsync();

        var ended = await arrange.EndAsync(await arrange.StartAsync(nameof(RuleOrchestrators.Details)));

        Assert.Equal(
            "Nested 0 System.IO.IOException: The disk is gone. (System.ArgumentException: Nobody knows why.) True False True",
            ended.ReadOutputAs<string>());
    }

    // "Terminating an orchestration by default will not terminate any of the child sub-orchestrations … you can set
    // Recursive": microsoft/durabletask-dotnet, src/Client/Core/DurableTaskClient.cs, TerminateInstanceAsync.
    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task A_termination_reaches_children_only_when_told(bool recursive, OrchestrationRuntimeStatus child)
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.LongChild), "child");
        await arrange.IdleAsync();

        await arrange.Durable.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", recursive));
        await arrange.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await arrange.EndAsync(id)).RuntimeStatus);
        Assert.Equal(child, (await arrange.Durable.GetInstanceAsync("child"))!.RuntimeStatus);
    }

    // "A "started" orchestration instance is any instance not in the Pending state … whether a start time was provided":
    // the same file, WaitForInstanceStartAsync and ScheduleNewOrchestrationInstanceAsync.
    [Fact]
    public async Task A_scheduled_orchestration_has_started_when_its_time_has_come()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(Orchestrators.FourWeeks));
        var started = arrange.Durable.WaitForInstanceStartAsync(id, Arrange.Patience);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.False(started.IsCompleted);

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await started).RuntimeStatus);
    }

    // "Sets a JSON-serializable status value for the current orchestration", which clients read while it runs:
    // microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, SetCustomStatus.
    [Fact]
    public async Task A_custom_status_is_read_while_the_orchestration_runs_and_stays_until_it_is_set_again()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.TellsEvents));
        await arrange.IdleAsync();
        Assert.Null((await arrange.Durable.GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedCustomStatus);

        await arrange.Durable.RaiseEventAsync(id, "answer", "a");
        await arrange.Durable.RaiseEventAsync(id, "nobody asks");
        await arrange.IdleAsync();
        var running = (await arrange.Durable.GetInstanceAsync(id, getInputsAndOutputs: true))!;
        Assert.Equal((true, "a"), (running.IsRunning, running.ReadCustomStatusAs<string>()));
        await arrange.Durable.RaiseEventAsync(id, "answer", "b");

        Assert.Equal("ab", (await arrange.EndAsync(id)).ReadCustomStatusAs<string>());
    }

    // TaskOptions.Retry holds for sub-orchestrations as for activities, every attempt under the same id:
    // microsoft/durabletask-dotnet, src/Worker/Core/Shims/TaskOrchestrationContextWrapper.cs, CallSubOrchestratorAsync.
    [Fact]
    public async Task A_sub_orchestration_is_retried_under_its_id()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Fail("Fragile", times: 1);
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.RetriesChild), "child");
        await arrange.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await arrange.Durable.GetInstanceAsync("child"))!.RuntimeStatus);

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("input done", (await arrange.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await arrange.Durable.GetInstanceAsync("child"))!.RuntimeStatus);
        Assert.Equal(2, arrange.Probe.Seen.Count);
    }

    // HandleEventRaisedEvent gives an event that comes after the code asked to begin again to the next execution, in the same batch
    // or not: Azure/durabletask, src/DurableTask.Core/TaskOrchestrationContext.cs. All of it arrives with one turn here.
    [Fact]
    public async Task An_event_after_continue_as_new_goes_to_the_next_execution_also_when_others_are_dropped()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(RuleOrchestrators.StartsAgain));
        await arrange.Durable.RaiseEventAsync(id, "kept", "old");
        await arrange.Durable.RaiseEventAsync(id, "go", "now");
        await arrange.Durable.RaiseEventAsync(id, "kept", "new");

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("new2", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    public sealed class InMemory() : DurableRuleTests(replayInFull: false);

    public sealed class ReplayedInFull() : DurableRuleTests(replayInFull: true);
}
