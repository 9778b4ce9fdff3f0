using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Functions;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

public sealed class LockTests
{
    // Peek-lock: "held under an exclusive lock in the service so that other, competing receivers cannot see it".
    // learn.microsoft.com/azure/service-bus-messaging/message-transfers-locks-settlement, "Settling receive operations"
    [Fact]
    public async Task A_received_message_is_nobody_elses_until_it_is_settled()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"), new ServiceBusMessage("b"));
        var receiver = arrange.Receiver(TestBus.Plain);

        var first = await receiver.NextAsync();
        var second = await arrange.Receiver(TestBus.Plain).NextAsync();

        Assert.Equal(("a", "b"), (first.Body.ToString(), second.Body.ToString()));
        await arrange.AssertEmptyAsync(receiver);
        await receiver.CompleteMessageAsync(first);
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("b", (await receiver.NextAsync()).Body.ToString());
        await arrange.AssertEmptyAsync(receiver);
    }

    // "When the lock expires, the message pops back up at or near the front of the retrieval order for redelivery."
    // Same page; the lock's duration is the entity's, and each expiry counts as a delivery:
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues, "Maximum delivery count"
    [Fact]
    public async Task A_message_comes_back_to_the_front_when_its_lock_expires()
    {
        await using var arrange = await TestBus.HostAsync(new QueueSettings { Name = TestBus.Plain, LockDuration = TimeSpan.FromSeconds(30) });
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"), new ServiceBusMessage("b"));
        var receiver = arrange.Receiver(TestBus.Plain);

        var first = await receiver.NextAsync();
        Assert.Equal(Arrange.Noon.AddSeconds(30), first.LockedUntil);
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(30));

        var again = await receiver.NextAsync();
        Assert.Equal(("a", 2), (again.Body.ToString(), again.DeliveryCount));
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(first));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
    }

    // Renew-lock "extends the lock of a message by the time specified in the entity description".
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-amqp-request-response, "Message Renew Lock"
    [Fact]
    public async Task A_renewed_lock_lasts_its_duration_from_then_on()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"));
        var receiver = arrange.Receiver(TestBus.Plain);
        var message = await receiver.NextAsync();

        await arrange.AdvanceAsync(TimeSpan.FromSeconds(59));
        await receiver.RenewMessageLockAsync(message);
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(59));
        await arrange.AssertEmptyAsync(receiver);
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ServiceBusException>(() => receiver.RenewMessageLockAsync(message));
        Assert.Equal(2, (await receiver.NextAsync()).DeliveryCount);
    }

    // maxAutoLockRenewalDuration, and when the processor renews: at most 10 seconds before the lock ends.
    // Azure/azure-sdk-for-net, Azure.Messaging.ServiceBus/src/Processor/ReceiverManager.cs (RenewMessageLockAsync, CalculateRenewDelay)
    [Fact]
    public async Task A_functions_lock_is_renewed_as_long_as_the_host_may_and_then_runs_out()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Close("TakeOrder");
        await arrange.SendAsync(BusFunctions.Orders, new ServiceBusMessage("a"));
        await arrange.UntilSeenAsync(1);

        // Renewed every 50 seconds while less than 5 minutes have passed: the last lock ends a minute after 04:10 or 05:00.
        arrange.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(arrange.Probe.Seen);
        arrange.Clock.Advance(TimeSpan.FromMinutes(1));
        await arrange.UntilSeenAsync(2);
        arrange.Probe.Open("TakeOrder");
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["a 1", "a 2"], arrange.Probe.Seen);
    }

    // MaxAutoLockRenewalDuration "does not apply for functions that receive a batch of messages".
    // Azure/azure-sdk-for-net, Microsoft.Azure.WebJobs.Extensions.ServiceBus/src/Config/ServiceBusOptions.cs
    [Fact]
    public async Task The_locks_of_a_batch_are_not_renewed()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Close("TakeBatch");
        await arrange.SendAsync(BusFunctions.Batches, new ServiceBusMessage("a"));
        await arrange.UntilSeenAsync(1);

        arrange.Clock.Advance(TimeSpan.FromMinutes(1));
        arrange.Probe.Open("TakeBatch");
        await arrange.IdleAsync();

        Assert.Equal(["a", "a"], arrange.Probe.Seen);
    }
}
