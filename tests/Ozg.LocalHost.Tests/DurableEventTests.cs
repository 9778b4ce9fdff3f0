using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

/// <summary>Events from outside and from other orchestrations.</summary>
public abstract class DurableEventTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // "Event names are case-insensitive", and an event that nobody waits for yet "will be saved in the orchestration
    // instance state": microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, WaitForExternalEvent.
    [Fact]
    public async Task Events_are_matched_whatever_their_case_and_kept_in_order_until_awaited()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.TwoEvents));
        await arrange.Durable.RaiseEventAsync(id, "ANSWER", "a");
        await arrange.Durable.RaiseEventAsync(id, "answer", "b");

        var ended = await arrange.EndAsync(id);

        Assert.Equal("ab", ended.ReadOutputAs<string>());
        Assert.Equal("waiting", ended.ReadCustomStatusAs<string>());
    }

    // "[EventRaised, ExecutionStarted] should end up with the orchestration started and then the event raised firing":
    // Azure/azure-functions-durable-extension, issue 1379.
    [Fact]
    public async Task An_event_before_the_scheduled_start_is_kept()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(Orchestrators.TwoEvents), new StartOrchestrationOptions(StartAt: Arrange.Noon.AddHours(1)));
        await arrange.Durable.RaiseEventAsync(id, "answer", "early ");
        await arrange.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await arrange.Durable.GetInstanceAsync(id))!.RuntimeStatus);

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        await arrange.Durable.RaiseEventAsync(id, "answer", "late");

        Assert.Equal("early late", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // A cancelled timer no longer keeps the instance running: microsoft/durabletask-dotnet,
    // src/Abstractions/TaskOrchestrationContext.cs, CreateTimer; both ends of the race: the same repository,
    // test/InProcessTestHost.Tests/ExternalEventTests.cs.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_the_event_wins_or_the_deadline(bool inTime)
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.IdleAsync();

        if (inTime)
            await arrange.Durable.RaiseEventAsync(id, "answer", "yes");
        else
            await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        var ended = await arrange.EndAsync(id);
        Assert.Equal(inTime ? "yes" : "late", ended.ReadOutputAs<string>());
        await arrange.AdvanceAsync(TimeSpan.FromHours(2)); // the loser changes nothing
        Assert.Equal(["decided", inTime ? "yes" : "late"], arrange.Probe.Seen);
        Assert.Equal(ended.LastUpdatedAt, (await arrange.EndAsync(id)).LastUpdatedAt);
    }

    // microsoft/durabletask-dotnet, src/Abstractions/TaskOrchestrationContext.cs, SendEvent.
    [Fact]
    public async Task An_orchestration_can_send_an_event_to_another()
    {
        await using var arrange = await HostAsync();
        var waiting = await arrange.StartAsync(nameof(Orchestrators.TwoEvents));
        await arrange.IdleAsync();

        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sender), waiting, "s1"));
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sender), waiting, "s2"));

        Assert.Equal("from s1from s2", (await arrange.EndAsync(waiting)).ReadOutputAs<string>());
    }

    public sealed class InMemory() : DurableEventTests(replayInFull: false);

    public sealed class ReplayedInFull() : DurableEventTests(replayInFull: true);
}
