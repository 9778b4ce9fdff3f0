using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Bus;

public sealed class BusTests
{
    // AutoCompleteMessages: "automatically complete messages after the ProcessMessageAsync handler has completed processing",
    // "the default value is true". learn.microsoft.com/dotnet/api/azure.messaging.servicebus.servicebusprocessoroptions.autocompletemessages
    [Fact]
    public async Task A_message_is_completed_when_its_function_returns()
    {
        await using var arrange = await Arrange.HostAsync();

        await SendAsync(arrange, BusFunctions.Orders, new ServiceBusMessage("a"));
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["a 1"], arrange.Probe.Seen);
        Assert.Equal(0, (int)(await QueueAsync(arrange, BusFunctions.Orders))["active"]!);
    }

    // "If the message handler triggers an exception and did not settle the message, then the message will be automatically
    // abandoned": the same page. Ten is
    // MaxDeliveryCount's default: learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues
    [Fact]
    public async Task A_message_that_fails_ten_times_goes_to_the_dead_letters()
    {
        await using var arrange = await Arrange.HostAsync();
        arrange.Probe.Fail("TakeOrder", times: 99);

        await SendAsync(arrange, BusFunctions.Orders, new ServiceBusMessage("a") { MessageId = "m1" });
        await arrange.IdleAsync();

        Assert.Equal(Enumerable.Range(1, 10).Select(delivery => $"a {delivery}"), arrange.Probe.Seen);
        var dead = Assert.Single((await QueueAsync(arrange, BusFunctions.Orders))["deadLetter"]!.AsArray())!;
        Assert.Equal("m1", (string?)dead["messageId"]);
        Assert.Equal("MaxDeliveryCountExceeded", (string?)dead["reason"]);
        Assert.Equal("a", (string?)dead["body"]);
    }

    // ServiceBusMessageActions with AutoCompleteMessages off; abandoning makes the message "available again for immediate
    // processing". learn.microsoft.com/dotnet/api/microsoft.azure.webjobs.servicebus.servicebusmessageactions
    [Fact]
    public async Task A_function_can_settle_its_messages_itself()
    {
        await using var arrange = await Arrange.HostAsync();

        await SendAsync(arrange, BusFunctions.Manual, new ServiceBusMessage("a") { Subject = "complete" });
        await SendAsync(arrange, BusFunctions.Manual, new ServiceBusMessage("b") { Subject = "dead", MessageId = "b" });
        await SendAsync(arrange, BusFunctions.Manual, new ServiceBusMessage("c") { Subject = "abandon" });
        await arrange.IdleAsync();

        Assert.Equal(["a 1 ", "b 1 ", "c 1 ", "c 2 1"], arrange.Probe.Seen.Order());
        var queue = await QueueAsync(arrange, BusFunctions.Manual);
        var dead = Assert.Single(queue["deadLetter"]!.AsArray())!;
        Assert.Equal("Unreadable", (string?)dead["reason"]);
        Assert.Equal("No page 2", (string?)dead["description"]);
    }

    // CompleteMessageAsync throws where "the lock for the message has expired or the message has already been completed".
    // learn.microsoft.com/dotnet/api/azure.messaging.servicebus.servicebusreceiver.completemessageasync
    [Fact]
    public async Task A_second_completion_finds_the_lock_lost_and_the_message_gone()
    {
        await using var arrange = await Arrange.HostAsync();

        await SendAsync(arrange, BusFunctions.Manual, new ServiceBusMessage("a") { Subject = "twice" });
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["a 1 ", "MessageLockLost"], arrange.Probe.Seen);
        Assert.Equal(0, (int)(await QueueAsync(arrange, BusFunctions.Manual))["active"]!);
    }

    // Ten minutes is the window's default: learn.microsoft.com/azure/service-bus-messaging/duplicate-detection. That it is on is
    // the local host's own, for apps that declare nothing: they then meet duplicates early.
    [Fact]
    public async Task Where_nothing_is_declared_an_id_is_taken_once_within_ten_minutes()
    {
        await using var arrange = await Arrange.HostAsync();
        async Task SendOnceMoreAsync() => await SendAsync(arrange, BusFunctions.Orders, new ServiceBusMessage("a") { MessageId = "same" });

        await SendOnceMoreAsync();
        await SendOnceMoreAsync();
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(11));
        await SendOnceMoreAsync();
        await arrange.IdleAsync();

        Assert.Equal(["a 1", "a 1"], arrange.Probe.Seen);
    }

    // A subscription "resembles a virtual queue that receives copies of the messages that were sent to the topic".
    // learn.microsoft.com/azure/service-bus-messaging/service-bus-quickstart-topics-subscriptions-portal
    [Fact]
    public async Task Every_subscription_gets_the_message_of_a_topic()
    {
        await using var arrange = await Arrange.HostAsync();

        await SendAsync(arrange, BusFunctions.Topic, new ServiceBusMessage("""{"name":"Anna","age":3}"""));
        await arrange.IdleAsync();

        Assert.Equal(["archive 23", "reader Anna"], arrange.Probe.Seen.Order());
    }

    // TryAddMessage "attempts to add a message to the batch, ensuring that the size of the batch does not exceed its maximum".
    // learn.microsoft.com/dotnet/api/azure.messaging.servicebus.servicebusmessagebatch.tryaddmessage
    [Fact]
    public async Task A_batch_is_delivered_in_order()
    {
        await using var arrange = await Arrange.HostAsync();
        var sender = Sender(arrange, BusFunctions.Batches);
        using var batch = await sender.CreateMessageBatchAsync();
        Assert.All(["a", "b", "c"], text => Assert.True(batch.TryAddMessage(new ServiceBusMessage(text))));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage(new string('x', 300_000))));

        await sender.SendMessagesAsync(batch);
        await arrange.IdleAsync();

        Assert.Equal("a,b,c", string.Join(',', arrange.Probe.Seen));
    }

    // 256 KB in the Standard tier: learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas
    [Fact]
    public async Task A_message_too_large_for_azure_is_refused()
    {
        await using var arrange = await Arrange.HostAsync();

        var refused = await Assert.ThrowsAsync<ServiceBusException>(() =>
            SendAsync(arrange, BusFunctions.Orders, new ServiceBusMessage(new string('x', 300_000))));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, refused.Reason);
    }

    private static ServiceBusSender Sender(Arrange arrange, string queue) =>
        arrange.Host.Services.GetRequiredService<ServiceBusClient>().CreateSender(queue);

    private static Task SendAsync(Arrange arrange, string queue, ServiceBusMessage message) =>
        Sender(arrange, queue).SendMessageAsync(message);

    private static async Task<JsonNode> QueueAsync(Arrange arrange, string queue)
    {
        var bus = await arrange.Http.GetFromJsonAsync<JsonObject>("/local/bus", Arrange.Patience);
        return bus!["queues"]!.AsArray().Single(one => (string?)one!["name"] == queue)!;
    }
}
