using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Pages;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

/// <summary>What differs between an orchestration that stays in memory and one that is replayed, and what must not.</summary>
public sealed partial class ReplayModeTests
{
    // "Orchestrator functions are "replayed" after being unloaded from memory to reconstruct local variable state":
    // microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, IsReplaying.
    [Theory]
    [InlineData(false, "new: 0,new: 1,new: 2")]
    [InlineData(true, "new: 0,old: 0,new: 1,old: 0,old: 1,new: 2")]
    public async Task The_code_runs_again_only_where_it_is_replayed(bool replayInFull, string seen)
    {
        await using var arrange = await Arrange.HostAsync(options => options.ReplayInFull = replayInFull);

        await arrange.EndAsync(await arrange.StartAsync(nameof(ReplayOrchestrators.Steps)));

        Assert.Equal(seen, string.Join(',', arrange.Probe.Seen.Select(one => one[..6])));
    }

    // "this API will return the same value each time it is called from a particular point in the orchestration's
    // execution": the same file, CurrentUtcDateTime. NewGuid is of instance, time and a count: the same repository,
    // src/Worker/Core/Shims/TaskOrchestrationContextWrapper.cs.
    [Fact]
    public async Task Time_and_guids_are_the_same_in_every_replay()
    {
        await using var arrange = await Arrange.HostAsync(options => options.ReplayInFull = true);
        var id = await arrange.StartAsync(nameof(ReplayOrchestrators.Steps));
        for (var i = 0; i < 2; i++)
        {
            await arrange.IdleAsync();
            await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await arrange.EndAsync(id);

        var bySteps = arrange.Probe.Seen.GroupBy(one => one[5], one => one[6..]).ToList();
        Assert.Equal([3, 2, 1], bySteps.Select(step => step.Count()));
        Assert.All(bySteps, step => Assert.Single(step.Distinct()));
        Assert.Equal(3, bySteps.Select(step => step.First()).Distinct().Count());
    }

    [Fact]
    public async Task A_replay_at_every_turn_finds_code_that_is_not_deterministic_at_once()
    {
        await using var arrange = await Arrange.HostAsync(options => options.ReplayInFull = true);
        var id = await arrange.StartAsync(nameof(Orchestrators.Shifting));
        await arrange.IdleAsync();

        arrange.Probe.See(Orchestrators.Changed);
        await arrange.Durable.RaiseEventAsync(id, "go on", "now");

        Assert.Contains("is not deterministic. Step 0", (await arrange.EndAsync(id)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stored_history_is_the_same()
    {
        Assert.Equal(await HistoriesAsync(replayInFull: true), await HistoriesAsync(replayInFull: false));
    }

    [Fact]
    public async Task Who_was_used_least_recently_is_dropped_and_replayed()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var waiting = new LiveOrchestrations(capacity: 2);
        var instances = new[] { "a", "b", "c" }.Select(id => new Instance(id, "1", "Waits", "", null)).ToList();
        foreach (var instance in instances)
            await waiting.KeepAsync(Live(instance, services));

        Assert.Null(await waiting.TakeAsync(instances[0], 2));
        Assert.NotNull(await waiting.TakeAsync(instances[1], 2));
        Assert.Null(await waiting.TakeAsync(instances[2], 3));
        Assert.Null(await waiting.TakeAsync(instances[2], 2));
    }

    [Theory]
    [InlineData(1, "new: 0,new: 0,old: 0,new: 1,new: 1")]
    [InlineData(2, "new: 0,new: 0,new: 1,new: 1")]
    public async Task As_many_stay_in_memory_as_the_option_says(int most, string seen)
    {
        await using var arrange = await Arrange.HostAsync(options => (options.ReplayInFull, options.MaxLiveOrchestrations) = (false, most));
        foreach (var id in new[] { "one", "two" })
        {
            await arrange.StartAsync(nameof(ReplayOrchestrators.AroundAnEvent), id: id);
            await arrange.IdleAsync();
        }

        foreach (var id in new[] { "one", "two" })
        {
            await arrange.Durable.RaiseEventAsync(id, "go on");
            await arrange.EndAsync(id);
        }

        Assert.Equal(seen.Split(',').Order(), arrange.Probe.Seen.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void A_number_that_makes_no_sense_is_refused(int most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalHostOptions { MaxLiveOrchestrations = most });

    // They name what the runtime has compiled by then.
    [GeneratedRegex("""\"stackTrace\":\"[^\"]*\",?""")]
    private static partial Regex StackTrace();

    private static LiveOrchestration Live(Instance instance, IServiceProvider services)
    {
        var live = new LiveOrchestration(
            instance,
            async context => await context.WaitForExternalEvent<string>("never"),
            services.CreateAsyncScope(),
            NullLoggerFactory.Instance);
        live.Run(new TurnResult(
            [new TurnStarted { At = Arrange.Noon }, new ExecutionStarted(instance.Name, null) { At = Arrange.Noon }], []));
        return live;
    }

    private static async Task<IReadOnlyList<string>> HistoriesAsync(bool replayInFull)
    {
        await using var arrange = await Arrange.HostAsync(options => options.ReplayInFull = replayInFull);
        arrange.Probe.Fail("Fragile", times: 2);
        await arrange.StartAsync(nameof(Orchestrators.Retrying), 3, "retrying");
        await arrange.StartAsync(nameof(Orchestrators.Sum), 5, "sum");
        await arrange.StartAsync(nameof(Orchestrators.TwoEvents), id: "events");
        await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline), id: "late");
        await arrange.StartAsync(nameof(Orchestrators.Parent), nameof(Orchestrators.FailingChild), "parent");
        await arrange.StartAsync(nameof(Orchestrators.CountDown), 3, "continued");
        await arrange.IdleAsync();
        await arrange.Durable.SuspendInstanceAsync("events");
        await arrange.IdleAsync();
        await arrange.Durable.ResumeInstanceAsync("events");
        foreach (var (id, name) in new[] { ("events", "answer"), ("events", "answer"), ("continued", "kept") })
        {
            await arrange.IdleAsync();
            await arrange.Durable.RaiseEventAsync(id, name, "x");
        }

        for (var i = 0; i < 3; i++)
        {
            await arrange.IdleAsync();
            await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        }

        var views = new[] { "retrying", "sum", "events", "late", "parent", "continued" }
            .Select(id => arrange.Host.Store.Read(database => InstanceState.Find(database, id))!)
            .Select(state => InstanceView.Of(state.Instance, state.History));
        return [.. views.Select(view => StackTrace().Replace(view.ToJsonString(), ""))];
    }
}
