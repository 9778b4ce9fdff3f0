using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public abstract class SuspensionTests(bool replayInFull) : BothReplayModes(replayInFull)
{
    // Only what comes while it is suspended is put aside: Azure/durabletask, src/DurableTask.Core/TaskOrchestrationExecutor.cs,
    // ProcessEvent and TaskOrchestrationContext.cs, HandleExecutionResumedEvent. All of it arrives with one turn here, since the
    // start has to come first.
    [Theory]
    [InlineData("a,suspend,b", OrchestrationRuntimeStatus.Suspended, "a")]
    [InlineData("a,suspend,resume,b", OrchestrationRuntimeStatus.Completed, "ab")]
    [InlineData("suspend,a,resume,b,suspend", OrchestrationRuntimeStatus.Completed, "ab")]
    [InlineData("suspend,a,resume,suspend,b", OrchestrationRuntimeStatus.Suspended, "a")]
    public async Task A_suspension_leaves_alone_what_came_before_it(string messages, OrchestrationRuntimeStatus status, string seen)
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(RuleOrchestrators.TellsEvents));
        foreach (var message in messages.Split(','))
        {
            await (message switch
            {
                "suspend" => arrange.Durable.SuspendInstanceAsync(id),
                "resume" => arrange.Durable.ResumeInstanceAsync(id),
                _ => arrange.Durable.RaiseEventAsync(id, "answer", message),
            });
        }

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        var then = (await arrange.Durable.GetInstanceAsync(id, getInputsAndOutputs: true))!;
        Assert.Equal((status, seen), (then.RuntimeStatus, then.ReadCustomStatusAs<string>()));
        if (status == OrchestrationRuntimeStatus.Suspended)
            await arrange.Durable.ResumeInstanceAsync(id);

        Assert.Equal("ab", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    // "To prevent this scenario": HandleExecutionSuspendedEvent puts aside what the code has asked for and nobody has carried out
    // yet, HandleExecutionResumedEvent brings it back: Azure/durabletask, src/DurableTask.Core/TaskOrchestrationContext.cs.
    [Fact]
    public async Task A_suspension_holds_back_what_the_code_asked_for_in_the_same_turn()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.Durable.RaiseEventAsync(id, "answer", "yes");
        await arrange.Durable.SuspendInstanceAsync(id);

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await arrange.Durable.GetInstanceAsync(id))!.RuntimeStatus);
        Assert.Equal(["decided"], arrange.Probe.Seen);
        await arrange.Durable.ResumeInstanceAsync(id);

        Assert.Equal("yes", (await arrange.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(["decided", "yes"], arrange.Probe.Seen);
    }

    // The same two; a timer keeps the time that the code gave it.
    [Fact]
    public async Task A_timer_that_was_held_back_is_due_when_the_code_said()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(Orchestrators.FourWeeks));
        await arrange.Durable.SuspendInstanceAsync(id);
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        await arrange.AdvanceAsync(TimeSpan.FromDays(27));
        await arrange.Durable.ResumeInstanceAsync(id);
        await arrange.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await arrange.Durable.GetInstanceAsync(id))!.RuntimeStatus);
        await arrange.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(Arrange.Noon.AddHours(1).AddDays(28).UtcDateTime, (await arrange.EndAsync(id)).ReadOutputAs<DateTime>());
    }

    // The same two; a timer that is cancelled before it was ever carried out does not fire.
    [Fact]
    public async Task A_timer_that_was_held_back_can_be_cancelled()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.Durable.SuspendInstanceAsync(id);
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        await arrange.Durable.RaiseEventAsync(id, "answer", "yes");
        await arrange.AdvanceAsync(TimeSpan.FromHours(2)); // past the deadline

        await arrange.Durable.ResumeInstanceAsync(id);

        Assert.Equal("yes", (await arrange.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(["decided", "yes"], arrange.Probe.Seen);
    }

    // The same two.
    [Fact]
    public async Task A_child_that_was_held_back_begins_with_the_resumption_or_never()
    {
        await using var arrange = await HostAsync();
        foreach (var id in (string[])["resumed", "terminated"])
        {
            await arrange.ScheduleAsync(nameof(RuleOrchestrators.LongChild), $"child of {id}", id);
            await arrange.Durable.SuspendInstanceAsync(id);
        }

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Null(await arrange.Durable.GetInstanceAsync("child of resumed"));
        await arrange.Durable.ResumeInstanceAsync("resumed");
        await arrange.Durable.TerminateInstanceAsync("terminated");
        await arrange.IdleAsync();

        Assert.True((await arrange.Durable.GetInstanceAsync("child of resumed"))!.IsRunning);
        Assert.Null(await arrange.Durable.GetInstanceAsync("child of terminated"));
    }

    // The start is what it was, whatever was sent before: the expected behaviour of
    // Azure/azure-functions-durable-extension, issue 1379, for an event; here for a suspension too.
    [Fact]
    public async Task A_suspension_before_the_start_does_not_keep_it_from_starting()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.ScheduleAsync(nameof(Orchestrators.TwoEvents));
        await arrange.Durable.SuspendInstanceAsync(id);
        await arrange.Durable.RaiseEventAsync(id, "answer", "a");
        await arrange.Durable.RaiseEventAsync(id, "answer", "b");
        await arrange.IdleAsync();

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await arrange.Durable.GetInstanceAsync(id))!.RuntimeStatus);
        await arrange.Durable.ResumeInstanceAsync(id);

        Assert.Equal("ab", (await arrange.EndAsync(id)).ReadOutputAs<string>());
    }

    public sealed class InMemory() : SuspensionTests(replayInFull: false);

    public sealed class ReplayedInFull() : SuspensionTests(replayInFull: true);
}
