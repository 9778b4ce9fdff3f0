using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

/// <summary>What has ended is forgotten when told.</summary>
public abstract class DurablePurgeTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // PurgeInstancesFilter: CreatedFrom, CreatedTo, Statuses; what is not given does not narrow: microsoft/durabletask-dotnet,
    // src/Client/Core/PurgeInstancesFilter.cs.
    [Fact]
    public async Task A_purge_is_narrowed_by_status_and_time()
    {
        await using var arrange = await HostAsync();
        foreach (var hour in (string[])["1", "2", "3"])
        {
            await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, $"done {hour}"));
            await arrange.EndAsync(await arrange.StartAsync("Nobody", id: $"failed {hour}"));
            await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        }

        var purged = await arrange.Durable.PurgeAllInstancesAsync(new PurgeInstancesFilter(
            Arrange.Noon.AddHours(1), Arrange.Noon.AddHours(1), [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Equal(
            ["done 1", "done 3", "failed 1", "failed 2", "failed 3"],
            (await arrange.Durable.GetAllInstancesAsync().ToListAsync(Arrange.Patience)).Select(one => one.InstanceId));
    }

    // Only instances in the Completed, Failed or Terminated state can be purged; otherwise the count is 0, and children
    // stay: microsoft/durabletask-dotnet, src/Client/Core/DurableTaskClient.cs, PurgeInstanceAsync.
    [Fact]
    public async Task Only_what_has_ended_is_purged()
    {
        await using var arrange = await HostAsync();
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, "done"));
        await arrange.StartAsync(nameof(Orchestrators.FourWeeks), id: "running");
        await arrange.IdleAsync();

        Assert.Equal(0, (await arrange.Durable.PurgeInstanceAsync("running")).PurgedInstanceCount);
        Assert.Equal(1, (await arrange.Durable.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        Assert.Null(await arrange.Durable.GetInstanceAsync("done"));
        Assert.NotNull(await arrange.Durable.GetInstanceAsync("running"));
    }

    // Recursive: "whether to purge sub-orchestrations as well", PurgeInstanceOptions.cs beside the same file (not every backend
    // does); the result is "including the count of sub-orchestrations purged if any", PurgeInstanceAsync. A child that has not
    // ended stays, as any instance.
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_purge_reaches_children_only_when_told(bool recursive, int count)
    {
        await using var arrange = await HostAsync();
        foreach (var (parent, child) in new[] { ("ended", "done"), ("left", "running") })
        {
            await arrange.StartAsync(nameof(RuleOrchestrators.LongChild), child, parent);
            await arrange.IdleAsync();
            await arrange.Durable.TerminateInstanceAsync(parent, new TerminateInstanceOptions("enough", Recursive: child == "done"));
            await arrange.IdleAsync();
        }

        var purged = await arrange.Durable.PurgeInstanceAsync("ended", new PurgeInstanceOptions(recursive));
        var alone = await arrange.Durable.PurgeInstanceAsync("left", new PurgeInstanceOptions(recursive));

        Assert.Equal((count, 1), (purged.PurgedInstanceCount, alone.PurgedInstanceCount));
        Assert.Equal(recursive, await arrange.Durable.GetInstanceAsync("done") is null);
        Assert.True((await arrange.Durable.GetInstanceAsync("running"))!.IsRunning);
    }

    public sealed class InMemory() : DurablePurgeTests(replayInFull: false);

    public sealed class ReplayedInFull() : DurablePurgeTests(replayInFull: true);
}
