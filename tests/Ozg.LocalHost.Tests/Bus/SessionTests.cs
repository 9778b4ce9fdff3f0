using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Functions;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

// Unless another source is named: learn.microsoft.com/azure/service-bus-messaging/message-sessions
public sealed class SessionTests
{
    // "The client holds an exclusive lock on all messages with that session's session ID … the messages will be received in
    // order." One call a session at a time is the extension's default, maxConcurrentCallsPerSession = 1.
    [Fact]
    public async Task Messages_of_a_session_come_one_after_the_other_and_sessions_beside_each_other()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Close("s:1");

        await SendAsync(arrange, Step("s", "1"), Step("s", "2"), Step("t", "1"), Step("s", "3"));
        await arrange.UntilSeenAsync(2);
        await Task.Yield();
        Assert.Equal(["s:1 1", "t:1 1"], arrange.Probe.Seen.Order());
        arrange.Probe.Open("s:1");
        await arrange.IdleAsync();

        Assert.Equal(["s:1 1", "s:2 1", "s:3 1"], arrange.Probe.Seen.Where(seen => seen.StartsWith("s:", StringComparison.Ordinal)));
    }

    // "Abandoning a message causes the same message to be served again with the next receive operation."
    [Fact]
    public async Task A_message_that_fails_comes_again_before_the_next()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Fail("TakeStep", times: 2);

        await SendAsync(arrange, Step("s", "1"), Step("s", "2"));
        await arrange.IdleAsync();

        Assert.Equal(["s:1 1", "s:1 2", "s:1 3", "s:2 1"], arrange.Probe.Seen);
    }

    // "Session state remains as long as it isn't cleared up (returning null), even if all messages in a session are consumed."
    [Fact]
    public async Task State_stays_with_its_session_also_when_the_host_starts_again()
    {
        await using var arrange = await TestBus.HostAsync();
        await SendAsync(arrange, Step("s", "1", "keep"), Step("t", "1"));
        await arrange.IdleAsync();
        await arrange.Host.DisposeAsync();

        await using var next = await arrange.NextHostAsync(options => options.BusTopology = TestBus.Topology());
        await SendAsync(next, Step("t", "2"), Step("s", "2", "forget"), Step("s", "3"));
        await next.IdleAsync();

        Assert.Equal(["s:2 1 after 1", "s:3 1", "t:2 1"], next.Probe.Seen.Order());
    }

    // "Session is accepted, but the session lock expires (due to timeout)": the delivery counts; whoever settles then finds
    // SessionLockLost. The lock is renewed as long as a message's: SessionReceiverManager.cs (RenewSessionLock).
    [Fact]
    public async Task A_session_held_too_long_is_lost_with_its_messages()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Close("s:1");
        await SendAsync(arrange, Step("s", "1", "settle"));
        await arrange.UntilSeenAsync(1);

        arrange.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(arrange.Probe.Seen);
        arrange.Clock.Advance(TimeSpan.FromMinutes(1));
        await arrange.UntilSeenAsync(2);
        arrange.Probe.Open("s:1");
        await arrange.IdleAsync();

        Assert.Equal(["s:1 1", "s:1 2", "SessionLockLost"], arrange.Probe.Seen.Take(3).Order(StringComparer.OrdinalIgnoreCase));
    }

    // "Session is accepted, the messages within the session aren't completed (even if they are locked), and the session is
    // closed": the delivery does not count. The processor closes it after SessionIdleTimeout: SessionReceiverManager.cs.
    [Fact]
    public async Task A_message_left_unsettled_comes_again_uncounted_when_its_session_is_closed()
    {
        await using var arrange = await TestBus.HostAsync(options => options.Settings[$"{Limits}autoCompleteMessages"] = "false");
        await SendAsync(arrange, Step("s", "1"));
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["s:1 1", "s:1 1"], arrange.Probe.Seen);
    }

    // maxConcurrentSessions: "the maximum number of sessions that can be processed concurrently"; a session without messages
    // keeps its place for SessionIdleTimeout, one minute (the client's TryTimeout). ServiceBusOptions.cs
    [Fact]
    public async Task A_session_too_many_waits_until_another_is_idle_for_long_enough()
    {
        await using var arrange = await TestBus.HostAsync(options => options.Settings[$"{Limits}maxConcurrentSessions"] = "1");

        await SendAsync(arrange, Step("s", "1"), Step("t", "1"));
        await arrange.IdleAsync();
        Assert.Equal(["s:1 1"], arrange.Probe.Seen);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["s:1 1", "t:1 1"], arrange.Probe.Seen);
    }

    // ReleaseSession ends the processing of the session, whatever messages it has left.
    // Azure/azure-sdk-for-net, Microsoft.Azure.WebJobs.Extensions.ServiceBus/src/Listeners/ServiceBusListener.cs (ShouldReleaseSession)
    [Fact]
    public async Task A_released_session_gives_way_to_another()
    {
        await using var arrange = await TestBus.HostAsync(options => options.Settings[$"{Limits}maxConcurrentSessions"] = "1");

        await SendAsync(arrange, Step("s", "1", "release"), Step("t", "1", "release"), Step("s", "2"));
        await arrange.IdleAsync();

        Assert.Equal(["s:1 1", "t:1 1", "s:2 1"], arrange.Probe.Seen);
    }

    // Batches hold messages of one session, and one batch runs at a time: ServiceBusListener.cs (RunBatchReceiveLoopAsync).
    [Fact]
    public async Task A_batch_is_of_one_session()
    {
        await using var arrange = await TestBus.HostAsync();

        await arrange.SendAsync(SessionFunctions.Bundles, Step("s", "1"), Step("t", "1"), Step("s", "2"));
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("s:1,2 t:1", string.Join(' ', Merge(arrange.Probe.Seen)));
    }

    // "All messages must be sent as part of a session": a queue refuses others (InvalidOperationException in the client,
    // Azure/azure-service-bus#289), a subscription dead-letters them.
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues, "Moving messages to the DLQ"
    [Fact]
    public async Task A_message_without_a_session_is_refused_or_dead()
    {
        var topology = TestBus.Topology();
        var topic = new TopicSettings { Name = "calls", Subscriptions = [new SubscriptionSettings { Name = "all", RequiresSession = true }] };
        await using var arrange = await TestBus.HostAsync(options =>
            options.BusTopology = topology with { Topics = [.. topology.Topics, topic] });

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(arrange, new ServiceBusMessage("a")));
        await arrange.SendAsync("calls", new ServiceBusMessage("b"));

        var dead = await arrange.Receiver("calls/Subscriptions/all", SubQueue.DeadLetter).NextAsync();
        Assert.Equal("Session ID is null.", dead.DeadLetterReason);
    }

    private const string Limits = "AzureFunctionsJobHost__extensions__serviceBus__";

    private static ServiceBusMessage Step(string session, string body, string? subject = null) =>
        new(body) { SessionId = session, Subject = subject };

    private static Task SendAsync(Arrange arrange, params ServiceBusMessage[] messages) =>
        arrange.SendAsync(SessionFunctions.Steps, messages);

    // Where a batch was taken before all had come, it goes on with the next.
    private static IEnumerable<string> Merge(IEnumerable<string> batches) => batches.Select(batch => batch.Split(':'))
        .GroupBy(batch => batch[0], batch => batch[1]).Select(session => $"{session.Key}:{string.Join(',', session)}");
}
