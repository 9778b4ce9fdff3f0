using Azure.Messaging.ServiceBus;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

// learn.microsoft.com/azure/service-bus-messaging/duplicate-detection
public sealed class DuplicateTests
{
    private static readonly QueueSettings OneMinute = new() { Name = TestBus.Plain, DuplicateDetectionWindow = TimeSpan.FromMinutes(1) };

    // "The message is reported as accepted, but the newly sent message is instantly ignored and dropped. No other parts of the
    // message other than the MessageId are considered."
    [Fact]
    public async Task An_id_is_taken_once_within_the_window()
    {
        await using var arrange = await TestBus.HostAsync(OneMinute);
        var receiver = arrange.Receiver(TestBus.Plain);

        await SendAsync(arrange, "a");
        await SendAsync(arrange, "b");
        Assert.Equal("a", (await receiver.NextAsync()).Body.ToString());
        await arrange.AssertEmptyAsync(receiver);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        await SendAsync(arrange, "c");
        await arrange.AssertEmptyAsync(receiver);
        await arrange.AdvanceAsync(TimeSpan.FromTicks(1));
        await SendAsync(arrange, "d");

        Assert.Equal(["a", "d"], (await receiver.PeekMessagesAsync(9)).Select(message => message.Body.ToString()));
    }

    // "Scheduled messages are included in duplicate detection." A duplicate gets a number of its own:
    // Azure/azure-service-bus#265.
    [Fact]
    public async Task A_scheduled_message_counts_too()
    {
        await using var arrange = await TestBus.HostAsync(OneMinute);
        var sender = arrange.Sender(TestBus.Plain);

        var first = await sender.ScheduleMessageAsync(new ServiceBusMessage("a") { MessageId = "same" }, Arrange.Noon.AddHours(1));
        var second = await sender.ScheduleMessageAsync(new ServiceBusMessage("b") { MessageId = "same" }, Arrange.Noon.AddHours(1));
        await SendAsync(arrange, "c");
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.NotEqual(first, second);
        Assert.Equal("a", (await arrange.Receiver(TestBus.Plain).NextAsync()).Body.ToString());
        await arrange.AssertEmptyAsync(arrange.Receiver(TestBus.Plain));
    }

    // Off unless asked for: RequiresDuplicateDetection "defaults to false".
    // learn.microsoft.com/dotnet/api/azure.messaging.servicebus.administration.createqueueoptions.requiresduplicatedetection
    [Fact]
    public async Task Without_a_window_ids_may_repeat()
    {
        await using var arrange = await TestBus.HostAsync();

        await SendAsync(arrange, "a");
        await SendAsync(arrange, "b");

        Assert.Equal(2, (await arrange.Receiver(TestBus.Plain).AllAsync()).Count);
    }

    private static Task SendAsync(Arrange arrange, string body) =>
        TestBus.SendAsync(arrange, TestBus.Plain, new ServiceBusMessage(body) { MessageId = "same" });
}
