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

    // LockDuration: "Max value is 5 minutes" (learn.microsoft.com/dotnet/api/azure.messaging.servicebus.administration.
    // createqueueoptions.lockduration); the window is "20 seconds to 7 days" (learn.microsoft.com/azure/service-bus-messaging/duplicate-detection).
    [Fact]
    public void What_azure_would_not_make_cannot_be_declared()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueSettings { Name = "q", LockDuration = TimeSpan.FromMinutes(6) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueSettings { Name = "q", MaxDeliveryCount = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueSettings { Name = "q", DuplicateDetectionWindow = TimeSpan.FromSeconds(19) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopicSettings { Name = "t", DuplicateDetectionWindow = TimeSpan.FromDays(8) });
    }

    [Fact]
    public void The_app_declares_its_queue()
    {
        var options = new LocalHostOptions();

        OzgApp.Configure(options, Path.GetTempPath());

        Assert.Equal("results", Assert.Single(options.BusTopology!.Queues).Name);
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
