using Grpc.Core;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public abstract class DurableManagementTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // microsoft/durabletask-dotnet, src/Client/Core/DurableTaskClient.cs, TerminateInstanceAsync.
    [Fact]
    public async Task A_terminated_orchestration_ends_with_the_output_it_is_given()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.FourWeeks));
        await arrange.IdleAsync();

        await arrange.Durable.TerminateInstanceAsync(id, (object)"withdrawn");

        var ended = await arrange.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.Equal("withdrawn", ended.ReadOutputAs<string>());
        await arrange.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await arrange.EndAsync(id)).RuntimeStatus);
    }

    // "halting processing of it until ResumeInstanceAsync": the same file, SuspendInstanceAsync. Events meanwhile are put
    // aside: Azure/durabletask, src/DurableTask.Core/TaskOrchestrationExecutor.cs, ProcessEvent.
    [Fact]
    public async Task A_suspended_orchestration_keeps_its_events_until_it_is_resumed()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.TwoEvents));
        await arrange.IdleAsync();

        await arrange.Durable.SuspendInstanceAsync(id, "holiday");
        await arrange.Durable.RaiseEventAsync(id, "answer", "a");
        await arrange.Durable.RaiseEventAsync(id, "answer", "b");
        await arrange.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await arrange.Durable.GetInstanceAsync(id))!.RuntimeStatus);
        await arrange.Durable.ResumeInstanceAsync(id);

        Assert.Equal("ab", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "RaiseEventAsync throws Grpc.Core.RpcException": microsoft/durabletask-dotnet, issue 350; the switch is
    // DurableTaskOptions.ThrowStatusExceptionsOnRaiseEvent in Azure/azure-functions-durable-extension.
    [Fact]
    public async Task An_event_for_nobody_is_an_error_unless_host_json_says_otherwise()
    {
        await using var strict = await HostAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => strict.Durable.RaiseEventAsync("nobody", "answer", "a"));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);

        await using var lenient = await HostAsync(options => options.Settings[
            "AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent"] = "false");
        await lenient.Durable.RaiseEventAsync("nobody", "answer", "a");
    }

    // microsoft/durabletask-dotnet, src/Client/Core/DurableTaskClient.cs, GetAllInstancesAsync.
    [Fact]
    public async Task Instances_are_found_by_status_prefix_and_time_page_by_page()
    {
        await using var arrange = await HostAsync();
        for (var i = 0; i < 5; i++)
            await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, $"done-{i}"));
        await arrange.StartAsync(nameof(Orchestrators.FourWeeks), id: "waiting");
        await arrange.IdleAsync();

        var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "done", PageSize: 2);
        var pages = await arrange.Durable.GetAllInstancesAsync(query).AsPages().ToListAsync(Arrange.Patience);
        var running = await arrange.Durable.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running]))
            .ToListAsync(Arrange.Patience);
        var future = await arrange.Durable.GetAllInstancesAsync(new OrchestrationQuery(CreatedFrom: Arrange.Noon.AddDays(1)))
            .ToListAsync(Arrange.Patience);

        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(["waiting"], running.Select(one => one.InstanceId));
        Assert.Empty(future);
    }

    // OrchestrationQuery: CreatedTo is "the date created to filter by", ContinuationToken "the continuation token to continue the query
    // from": microsoft/durabletask-dotnet, src/Client/Core/OrchestrationQuery.cs.
    [Fact]
    public async Task Instances_are_found_up_to_a_time_and_from_where_a_page_ended()
    {
        await using var arrange = await HostAsync();
        foreach (var id in (string[])["a", "b", "c", "d"])
        {
            await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, id));
            await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        }

        var query = new OrchestrationQuery(CreatedTo: Arrange.Noon.AddHours(2), PageSize: 2);
        var first = await arrange.Durable.GetAllInstancesAsync(query).AsPages().FirstAsync(Arrange.Patience);
        var rest = await arrange.Durable.GetAllInstancesAsync(query with { ContinuationToken = first.ContinuationToken })
            .ToListAsync(Arrange.Patience);

        Assert.Equal(["a", "b"], first.Values.Select(one => one.InstanceId));
        Assert.Equal(["c"], rest.Select(one => one.InstanceId));
    }

    // The wrong state is FAILED_PRECONDITION, nobody is NOT_FOUND: Azure/azure-functions-durable-extension, pull request 3478
    // (src/WebJobs.Extensions.DurableTask/LocalGrpcListener.cs, InvokeControlPlaneOperationAsync).
    [Fact]
    public async Task Who_has_ended_takes_no_commands()
    {
        await using var arrange = await HostAsync();
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, "done"));

        foreach (var (id, status) in new[] { ("done", StatusCode.FailedPrecondition), ("nobody", StatusCode.NotFound) })
        {
            foreach (var command in (Func<Task>[])[() => arrange.Durable.TerminateInstanceAsync(id), () => arrange.Durable.SuspendInstanceAsync(id), () => arrange.Durable.ResumeInstanceAsync(id)])
                Assert.Equal(status, (await Assert.ThrowsAsync<RpcException>(command)).StatusCode);
        }

        Assert.Equal("2", (await arrange.EndAsync("done")).SerializedOutput);
    }

    // "The restarted orchestration will use the same input data"; not found is an ArgumentException, not ended yet, with
    // the same id, an InvalidOperationException: the same file, RestartAsync.
    [Fact]
    public async Task A_restart_runs_the_same_input_again()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.Sum), 3);
        await arrange.EndAsync(id);

        var again = await arrange.Durable.RestartAsync(id, restartWithNewInstanceId: true);

        Assert.NotEqual(id, again);
        Assert.Equal(12, (await arrange.EndAsync(again)).ReadOutputAs<int>());
        Assert.Equal(id, await arrange.Durable.RestartAsync(id));
        Assert.Equal(12, (await arrange.EndAsync(id)).ReadOutputAs<int>());
        await arrange.StartAsync(nameof(Orchestrators.FourWeeks), id: "running");
        await Assert.ThrowsAsync<InvalidOperationException>(() => arrange.Durable.RestartAsync("running"));
        await Assert.ThrowsAsync<ArgumentException>(() => arrange.Durable.RestartAsync("nobody"));
    }

    // "a terminal state (Completed, Terminated, Failed, etc.)": the same file, WaitForInstanceCompletionAsync. Inputs and outputs
    // come only when asked for.
    [Fact]
    public async Task Whoever_waits_for_the_end_gets_what_they_asked_for()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.Sum), 3);

        var brief = await arrange.Durable.WaitForInstanceCompletionAsync(id, Arrange.Patience);

        Assert.True(brief.IsCompleted);
        Assert.Null(brief.SerializedOutput);
        Assert.Equal("12", (await arrange.EndAsync(id)).SerializedOutput);
    }

    public sealed class InMemory() : DurableManagementTests(replayInFull: false);

    public sealed class ReplayedInFull() : DurableManagementTests(replayInFull: true);
}
