using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Functions;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

public sealed class TopologyTests
{
    // As Azure does: MessagingEntityNotFound, "a Service Bus resource cannot be found by the Service Bus service".
    // learn.microsoft.com/dotnet/api/azure.messaging.servicebus.servicebusfailurereason
    [Theory]
    [InlineData("unknown")]
    [InlineData("plain/$DeadLetterQueue")]
    [InlineData("news/Subscriptions/readers")]
    public async Task What_is_not_declared_cannot_be_sent_to(string name)
    {
        await using var arrange = await TestBus.HostAsync();

        var refused = await Assert.ThrowsAsync<ServiceBusException>(() => arrange.SendAsync(name, new ServiceBusMessage("a")));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, refused.Reason);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_declared_cannot_be_received_from()
    {
        await using var arrange = await TestBus.HostAsync();

        var refused = await Assert.ThrowsAsync<ServiceBusException>(() => arrange.Receiver("unknown").ReceiveMessageAsync());

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, refused.Reason);
    }

    [Fact]
    public async Task A_function_that_listens_to_what_is_not_declared_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<LocalHostException>(() =>
            TestBus.HostAsync(options => options.BusTopology = new BusTopology { Queues = [new QueueSettings { Name = "other" }] }));

        Assert.Contains("which is not declared. Declared are: other.", refused.Message, StringComparison.Ordinal);
    }

    // "It is not possible for an entity that requires sessions to create a non-sessionful message receiver", and the reverse.
    // learn.microsoft.com/azure/service-bus-messaging/message-sessions, "Session features"
    [Theory]
    [InlineData(BusFunctions.Orders, true, nameof(BusFunctions.TakeOrder))]
    [InlineData(SessionFunctions.Steps, false, nameof(SessionFunctions.TakeStep))]
    public async Task A_function_must_agree_with_its_queue_on_sessions(string queue, bool requiresSession, string function)
    {
        var refused = await Assert.ThrowsAsync<LocalHostException>(() =>
            TestBus.HostAsync(new QueueSettings { Name = queue, RequiresSession = requiresSession }));

        Assert.Contains($"Function {function} has IsSessionsEnabled = {!requiresSession}", refused.Message, StringComparison.Ordinal);
    }
}
