using Azure.Messaging.ServiceBus;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

public sealed class DeferTests
{
    // "The message remains in the queue, but it is set aside … any receiver that knows the sequence number can later receive
    // the message explicitly." Peeking finds it too.
    // learn.microsoft.com/azure/service-bus-messaging/message-deferral
    [Fact]
    public async Task A_deferred_message_comes_only_to_who_asks_for_its_number()
    {
        await using var arrange = await TestBus.HostAsync();
        var (receiver, number) = await DeferredAsync(arrange, new ServiceBusMessage("a"));
        await arrange.AdvanceAsync(TimeSpan.FromDays(1));

        await arrange.AssertEmptyAsync(receiver);
        Assert.Equal(ServiceBusMessageState.Deferred, (await receiver.PeekMessageAsync()).State);
        var message = await receiver.ReceiveDeferredMessageAsync(number);
        Assert.Equal(("a", "because"), (message.Body.ToString(), message.ApplicationProperties["why"]));

        await AssertNotFoundAsync(receiver, number); // It is locked.
        await receiver.CompleteMessageAsync(message);
        await AssertNotFoundAsync(receiver, number);
    }

    // Abandoned or deferred again it stays deferred, and each counts; it can be dead-lettered.
    // Azure/azure-sdk-for-js, sdk/servicebus/service-bus/test/deferredMessage.spec.ts;
    // Azure/azure-sdk-for-go#17682 "AbandonMessage() updates the delivery count. The message remains deferred however."
    [Fact]
    public async Task A_deferred_message_that_is_given_back_stays_deferred()
    {
        await using var arrange = await TestBus.HostAsync();
        var (receiver, number) = await DeferredAsync(arrange, new ServiceBusMessage("a"));

        await receiver.AbandonMessageAsync(await receiver.ReceiveDeferredMessageAsync(number));
        await receiver.DeferMessageAsync(await receiver.ReceiveDeferredMessageAsync(number));
        await arrange.AssertEmptyAsync(receiver);
        var message = await receiver.ReceiveDeferredMessageAsync(number);
        await receiver.DeadLetterMessageAsync(message, "Late");

        Assert.Equal(4, message.DeliveryCount);
        Assert.Equal("Late", (await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).NextAsync()).DeadLetterReason);
    }

    // "Deferred messages won't be purged and moved to the dead-letter queue after they expire. This behavior is by design."
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues, "Time to live". Asked for, one that has
    // expired is not found and dead: Azure/azure-sdk-for-net#30252.
    [Fact]
    public async Task A_deferred_message_expires_when_it_is_asked_for()
    {
        await using var arrange = await TestBus.HostAsync(new QueueSettings { Name = TestBus.Plain, DeadLettersExpired = true });
        var (receiver, number) = await DeferredAsync(arrange, new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromHours(1) });
        await arrange.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(number, (await receiver.PeekMessageAsync()).SequenceNumber);

        await AssertNotFoundAsync(receiver, number);

        Assert.Equal("TTLExpiredException", (await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).NextAsync()).DeadLetterReason);
    }

    private static async Task<(ServiceBusReceiver Receiver, long Number)> DeferredAsync(Arrange arrange, ServiceBusMessage sent)
    {
        await arrange.SendAsync(TestBus.Plain, sent);
        var receiver = arrange.Receiver(TestBus.Plain);
        var message = await receiver.NextAsync();
        await receiver.DeferMessageAsync(message, new Dictionary<string, object> { ["why"] = "because" });
        return (receiver, message.SequenceNumber);
    }

    private static async Task AssertNotFoundAsync(ServiceBusReceiver receiver, long number) => Assert.Equal(
        ServiceBusFailureReason.MessageNotFound,
        (await Assert.ThrowsAsync<ServiceBusException>(() => receiver.ReceiveDeferredMessageAsync(number))).Reason);
}
