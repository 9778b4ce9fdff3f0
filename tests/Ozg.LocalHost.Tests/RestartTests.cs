using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public abstract class RestartTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // "You should also assume at-least-once execution guarantees for activities": microsoft/durabletask-dotnet,
    // src/Abstractions/TaskOrchestrationContext.cs, CallActivityAsync.
    [Fact]
    public async Task An_activity_cut_short_runs_again_on_the_next_host()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Close("Note");
        var id = await arrange.StartAsync(nameof(Orchestrators.Guids));
        await WaitUntilAsync(() => arrange.Probe.Seen.Contains("between"));

        await arrange.Host.DisposeAsync();
        await using var next = await arrange.NextHostAsync();

        Assert.True((await next.EndAsync(id)).ReadOutputAs<bool>());
        Assert.Contains("between", next.Probe.Seen);
        Assert.Equal(arrange.Probe.Seen[0], next.Probe.Seen[^1]);
    }

    // What a suspension holds back is part of the orchestration's state: Azure/durabletask,
    // src/DurableTask.Core/TaskOrchestrationContext.cs, HandleExecutionSuspendedEvent, finds it again by a replay.
    [Fact]
    public async Task What_a_suspension_held_back_is_carried_out_by_the_next_host()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.Durable.RaiseEventAsync(id, "answer", "yes");
        await arrange.Durable.SuspendInstanceAsync(id);
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        await arrange.Host.DisposeAsync();

        await using var next = await arrange.NextHostAsync();
        await next.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(next.Probe.Seen);
        await next.Durable.ResumeInstanceAsync(id);

        Assert.Equal("yes", (await next.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(["yes"], next.Probe.Seen);
    }

    // Timers are messages in the store, delivered when they are due or later:
    // learn.microsoft.com/azure/azure-functions/durable/durable-functions-timers.
    [Fact]
    public async Task A_deadline_that_passed_while_no_host_ran_is_noticed_by_the_next()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.IdleAsync();
        await arrange.Host.DisposeAsync();

        arrange.Clock.Advance(TimeSpan.FromHours(2));
        await using var next = await arrange.NextHostAsync();

        Assert.Equal("late", (await next.EndAsync(id)).ReadOutputAs<string>());
    }

    // Azure/durabletask, src/DurableTask.Core/TaskOrchestrationContext.cs: an event of the history that the code did not
    // ask for is a NonDeterministicOrchestrationException.
    [Fact]
    public async Task Changed_code_fails_the_instance_and_the_message_names_the_step()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.Shifting));
        await arrange.IdleAsync();
        await arrange.Host.DisposeAsync();

        await using var next = await arrange.NextHostAsync();
        next.Probe.See(Orchestrators.Changed);
        await next.Durable.RaiseEventAsync(id, "go on", "now");

        var ended = await next.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.StartsWith(
            "Orchestrator 'Shifting' is not deterministic. Step 0 was activity 'Fragile' when it ran; now the code asks for activity 'Note'.",
            ended.FailureDetails!.ErrorMessage,
            StringComparison.Ordinal);
    }

    // "If the application crashes after it processes the message, but before it requests the Service Bus service to complete the
    // message, Service Bus redelivers the message": learn.microsoft.com/azure/service-bus-messaging/service-bus-queues-topics-subscriptions,
    // "Receive modes". The DeliveryCount of a lock that was lost counts:
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues, "Maximum delivery count".
    [Fact]
    public async Task A_message_cut_short_is_delivered_again_and_counted()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Close("TakeOrder");
        await arrange.Host.Services.GetRequiredService<ServiceBusClient>().CreateSender(BusFunctions.Orders)
            .SendMessageAsync(new ServiceBusMessage("a"));
        await WaitUntilAsync(() => arrange.Probe.Seen.Count == 1);

        await arrange.Host.DisposeAsync();
        await using var next = await arrange.NextHostAsync();
        await next.IdleAsync();

        Assert.Equal(["a 1"], arrange.Probe.Seen);
        Assert.Equal(["a 2"], next.Probe.Seen);
    }

    [Fact]
    public async Task A_stop_finishes_what_runs()
    {
        await using var arrange = await HostAsync();
        arrange.Probe.Close("Note");
        var id = await arrange.StartAsync(nameof(Orchestrators.Guids));
        await WaitUntilAsync(() => arrange.Probe.Seen.Contains("between"));

        var stopping = arrange.Host.StopAsync(Arrange.Patience);
        Assert.False(stopping.IsCompleted);
        arrange.Probe.Open("Note");
        await stopping;

        await using var next = await arrange.NextHostAsync();
        Assert.True((await next.EndAsync(id)).ReadOutputAs<bool>());
        Assert.DoesNotContain("between", next.Probe.Seen);
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_in_a_clear_sentence()
    {
        await using var arrange = await HostAsync();

        var refused = await Assert.ThrowsAsync<LocalHostException>(() => arrange.NextHostAsync());

        Assert.Contains("is in use by a running local host", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_can_be_looked_at()
    {
        await using var arrange = await HostAsync();
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, "one"));

        var view = await arrange.Http.GetFromJsonAsync<JsonObject>("/local/instances/one", Arrange.Patience);

        Assert.Equal("Completed", (string?)view!["status"]);
        Assert.Equal(2, (int)view["output"]!);
        Assert.Equal(
            ["turnStarted", "executionStarted", "activityScheduled", "turnStarted", "taskCompleted", "executionEnded"],
            view["history"]!.AsArray().Select(one => (string?)one!["kind"]));
        Assert.Equal(404, (int)(await arrange.Http.GetAsync("/local/instances/none", Arrange.Patience)).StatusCode);
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, Arrange.Patience);
    }

    public sealed class InMemory() : RestartTests(replayInFull: false);

    public sealed class ReplayedInFull() : RestartTests(replayInFull: true);
}
