using System.Runtime.Serialization;
using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Bus;

public sealed class SettlementTests
{
    // After any exception the processor abandons what is not settled, with auto-complete on or off:
    // Azure/azure-sdk-for-net, Azure.Messaging.ServiceBus/src/Processor/ReceiverManager.cs (ProcessOneMessage); the extension
    // hands it the function's: Microsoft.Azure.WebJobs.Extensions.ServiceBus/src/Primitives/MessageProcessor.cs.
    [Fact]
    public async Task A_function_that_throws_without_auto_complete_gets_the_message_again_at_once()
    {
        await using var arrange = await TestBus.HostAsync();

        await arrange.SendAsync(BusFunctions.Manual, new ServiceBusMessage("a") { Subject = "throw" });
        await arrange.IdleAsync();

        Assert.Equal(Enumerable.Range(1, 10).Select(delivery => $"a {delivery} "), arrange.Probe.Seen);
        Assert.Equal("MaxDeliveryCountExceeded", (await arrange.Receiver(BusFunctions.Manual, SubQueue.DeadLetter).NextAsync()).DeadLetterReason);
    }

    // Without auto-complete nobody settles for a function that returns: the lock runs out, and is not renewed any more.
    // ReceiverManager.cs (ProcessOneMessage, its finally)
    [Fact]
    public async Task A_function_that_returns_without_settling_gets_the_message_again_when_the_lock_has_expired()
    {
        await using var arrange = await TestBus.HostAsync();

        await arrange.SendAsync(BusFunctions.Manual, new ServiceBusMessage("a"));
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Equal(["a 1 "], arrange.Probe.Seen);
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["a 1 ", "a 2 "], arrange.Probe.Seen);
    }

    // "For failed executions, we abandon the messages regardless of the autoCompleteMessages configuration": all of the batch.
    // Microsoft.Azure.WebJobs.Extensions.ServiceBus/src/Listeners/ServiceBusListener.cs (TriggerAndCompleteMessagesInternal)
    [Fact]
    public async Task A_batch_that_fails_comes_again_as_a_whole()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Fail("TakeBatch", times: 1);

        await arrange.SendAsync(BusFunctions.Batches, new ServiceBusMessage("a"), new ServiceBusMessage("b"));
        await arrange.IdleAsync();

        Assert.Equal(["a", "a", "b", "b"], arrange.Probe.Seen.SelectMany(batch => batch.Split(',')).Order());
    }

    // Only AMQP's primitive types travel; refused before anything happens to the message.
    // learn.microsoft.com/dotnet/api/azure.messaging.servicebus.servicebusmessage.applicationproperties
    [Fact]
    public async Task A_settlement_that_is_refused_leaves_the_lock_as_it_was()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"));
        var receiver = arrange.Receiver(TestBus.Plain);
        var message = await receiver.NextAsync();

        await Assert.ThrowsAsync<SerializationException>(() =>
            receiver.AbandonMessageAsync(message, new Dictionary<string, object> { ["what"] = new object() }));
        await receiver.CompleteMessageAsync(message);

        Assert.Empty(await receiver.PeekMessagesAsync(9));
    }

    // propertiesToModify: "the properties of the message to modify while abandoning the message".
    // learn.microsoft.com/dotnet/api/azure.messaging.servicebus.servicebusreceiver.abandonmessageasync
    [Fact]
    public async Task An_abandoned_message_keeps_what_was_changed()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { ApplicationProperties = { ["old"] = 1, ["same"] = 1 } });
        var receiver = arrange.Receiver(TestBus.Plain);

        await receiver.AbandonMessageAsync(await receiver.NextAsync(), new Dictionary<string, object> { ["old"] = 2, ["new"] = 3 });

        var again = await receiver.NextAsync();
        Assert.Equal((2, 1, 3), (again.ApplicationProperties["old"], again.ApplicationProperties["same"], again.ApplicationProperties["new"]));
        Assert.Equal(2, again.DeliveryCount);
    }
}
