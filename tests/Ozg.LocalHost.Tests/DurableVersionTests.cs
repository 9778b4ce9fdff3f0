using Microsoft.DurableTask;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

/// <summary>Which version an orchestration has.</summary>
public abstract class DurableVersionTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // "If false, any unprocessed external events will be discarded when the orchestration instance restarts":
    // learn.microsoft.com/dotnet/api/microsoft.durabletask.taskorchestrationcontext.continueasnew. The new version:
    // microsoft/durabletask-dotnet, TaskOrchestrationContextWrapper.cs, ContinueAsNew.
    [Fact]
    public async Task Continue_as_new_can_drop_events_and_change_the_version()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(RuleOrchestrators.StartsAgain));
        await arrange.IdleAsync();
        await arrange.Durable.RaiseEventAsync(id, "kept", "old");
        await arrange.Durable.RaiseEventAsync(id, "go", "now");
        await arrange.IdleAsync();
        Assert.True((await arrange.Durable.GetInstanceAsync(id))!.IsRunning);

        await arrange.Durable.RaiseEventAsync(id, "kept", "new");

        Assert.Equal("new2", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "Sub-orch version is independent of the parent's instance version", and none unless told: microsoft/durabletask-dotnet,
    // TaskOrchestrationContextWrapper.cs, CallSubOrchestratorAsync.
    [Fact]
    public async Task An_orchestration_has_the_version_it_was_started_with_and_does_not_hand_it_down()
    {
        await using var arrange = await HostAsync();

        var id = await arrange.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(RuleOrchestrators.Versions), new StartOrchestrationOptions { Version = "3" });

        Assert.Equal("3/7/", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "If not specified, the defaultVersion from host.json": Azure/azure-functions-durable-extension, DurableTaskOptions.DefaultVersion
    // for instances, pull request 3213; src/Worker.Extensions.DurableTask/FunctionsOrchestrationContext.cs, CallSubOrchestratorAsync for
    // sub-orchestrations, whatever version their parent has.
    [Theory]
    [InlineData(null, "5/7/5")]
    [InlineData("3", "3/7/5")]
    public async Task Who_is_started_without_a_version_has_the_one_of_host_json(string? version, string expected)
    {
        await using var arrange = await HostAsync(options =>
            options.Settings["AzureFunctionsJobHost__extensions__durableTask__defaultVersion"] = "5");

        var id = await arrange.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(RuleOrchestrators.Versions), version is null ? new() : new StartOrchestrationOptions { Version = version });

        Assert.Equal(expected, (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    public sealed class InMemory() : DurableVersionTests(replayInFull: false);

    public sealed class ReplayedInFull() : DurableVersionTests(replayInFull: true);
}
