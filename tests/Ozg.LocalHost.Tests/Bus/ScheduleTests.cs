using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Bus;

// learn.microsoft.com/azure/service-bus-messaging/message-sequencing, "Scheduled messages"
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Later = Arrange.Noon.AddHours(1);

    // "Do not materialize in the queue until the defined enqueue time … the message is appended to the queue as if had been
    // enqueued at the current instant, which includes assigning a new SequenceNumber."
    [Fact]
    public async Task A_scheduled_message_is_enqueued_at_its_time_with_a_new_number()
    {
        await using var arrange = await TestBus.HostAsync();
        var number = await arrange.Sender(TestBus.Plain).ScheduleMessageAsync(new ServiceBusMessage("a"), Later);
        var receiver = arrange.Receiver(TestBus.Plain);
        Assert.Equal(ServiceBusMessageState.Scheduled, (await receiver.PeekMessageAsync()).State);
        await arrange.AssertEmptyAsync(receiver);

        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        var message = await receiver.NextAsync();
        Assert.NotEqual(number, message.SequenceNumber);
        Assert.Equal(Later, message.EnqueuedTime);
        await Assert.ThrowsAsync<ServiceBusException>(() => arrange.Sender(TestBus.Plain).CancelScheduledMessageAsync(number));
    }

    // "Before that time, scheduled messages can be canceled. Cancellation deletes the message." The number of a message to a
    // topic is the topic's: its subscriptions get it later.
    [Theory]
    [InlineData(BusFunctions.Orders)]
    [InlineData(BusFunctions.Topic)]
    public async Task A_cancelled_message_never_comes(string queueOrTopic)
    {
        await using var arrange = await TestBus.HostAsync();
        var sender = arrange.Sender(queueOrTopic);
        var number = await sender.ScheduleMessageAsync(new ServiceBusMessage("{}"), Later);

        await sender.CancelScheduledMessageAsync(number);
        await arrange.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(arrange.Probe.Seen);
    }

    // "The message expiration time depends on the enqueued time, not on the time at which the message is sent."
    // learn.microsoft.com/azure/service-bus-messaging/message-expiration
    [Fact]
    public async Task Its_time_to_live_begins_when_it_is_enqueued()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.Sender(TestBus.Plain).ScheduleMessageAsync(
            new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromMinutes(10) }, Later);

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(69));

        Assert.Equal(Later.AddMinutes(10), (await arrange.Receiver(TestBus.Plain).NextAsync()).ExpiresAt);
    }

    // "At a later time": the message is the broker's from when it is sent, whoever listens. Same page.
    [Fact]
    public async Task A_message_that_fell_due_while_no_host_ran_comes_with_the_next()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.Sender(BusFunctions.Topic).ScheduleMessageAsync(new ServiceBusMessage("""{"name":"Anna"}"""), Later);
        await arrange.Host.DisposeAsync();

        arrange.Clock.Advance(TimeSpan.FromHours(2));
        await using var next = await arrange.NextHostAsync();
        await next.IdleAsync();

        Assert.Equal(["archive 15", "reader Anna"], next.Probe.Seen.Order());
    }
}
