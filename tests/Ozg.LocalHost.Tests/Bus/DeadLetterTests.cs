using Azure.Messaging.ServiceBus;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

public sealed class DeadLetterTests
{
    // "When the delivery count exceeds the limit, the message is moved to the DLQ. The dead-letter reason is set to:
    // MaxDeliveryCountExceeded." Abandoning and expiry count alike.
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues, "Maximum delivery count"
    [Fact]
    public async Task A_message_delivered_often_enough_is_dead()
    {
        await using var arrange = await TestBus.HostAsync(new QueueSettings { Name = TestBus.Plain, MaxDeliveryCount = 2 });
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"));
        var receiver = arrange.Receiver(TestBus.Plain);

        await receiver.AbandonMessageAsync(await receiver.NextAsync());
        await receiver.NextAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        await arrange.AssertEmptyAsync(receiver);
        var dead = await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).NextAsync();
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Equal("Message could not be consumed after 2 delivery attempts.", dead.DeadLetterErrorDescription);
    }

    // Explicit, with reason and description (same page, "Application-level dead-lettering"); a refusal is no delivery in vain:
    // Azure/azure-sdk-for-js, sdk/servicebus/service-bus/test/deferredMessage.spec.ts (testDeadletter: the count stays).
    [Fact]
    public async Task A_refused_message_says_why_and_is_not_counted()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { ApplicationProperties = { ["tries"] = 1 } });
        var receiver = arrange.Receiver(TestBus.Plain);

        await receiver.DeadLetterMessageAsync(
            await receiver.NextAsync(), new Dictionary<string, object> { ["by"] = "me" }, "Unreadable", "No page 2");

        var dead = await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).NextAsync();
        Assert.Equal(("Unreadable", "No page 2"), (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Equal((1, "me"), (dead.ApplicationProperties["tries"], dead.ApplicationProperties["by"]));
        Assert.Equal(1, dead.DeliveryCount);
    }

    // "Time-to-live isn't observed, and you can't dead-letter a message from a DLQ. There's no automatic cleanup of the DLQ."
    // Same page, "The dead-letter queue"
    [Fact]
    public async Task A_dead_message_stays_until_somebody_completes_it()
    {
        await using var arrange = await TestBus.HostAsync(new QueueSettings { Name = TestBus.Plain, MaxDeliveryCount = 1 });
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromHours(1) });
        var receiver = arrange.Receiver(TestBus.Plain);
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "Bad");
        await arrange.AdvanceAsync(TimeSpan.FromDays(30));

        var dead = arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter);
        await dead.AbandonMessageAsync(await dead.NextAsync());
        var again = await dead.NextAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => dead.DeadLetterMessageAsync(again, "Worse"));
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        await dead.CompleteMessageAsync(await dead.NextAsync());
        await arrange.AssertEmptyAsync(dead);
    }
}
