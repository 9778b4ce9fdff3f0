using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting.Tests.Functions;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

/// <summary>A host with a declared bus: what the functions listen to, and a queue to receive from by hand.</summary>
internal static class TestBus
{
    public const string Plain = "plain";

    public static Task<Arrange> HostAsync(params QueueSettings[] queues) => HostAsync(_ => { }, queues);

    public static Task<Arrange> HostAsync(Action<LocalHostOptions> configure, params QueueSettings[] queues) => Arrange.HostAsync(options =>
    {
        options.BusTopology = Topology(queues);
        configure(options);
    });

    /// <param name="queues">Instead of the queues with these names and Azure's defaults.</param>
    public static BusTopology Topology(params QueueSettings[] queues) => new()
    {
        Queues = [.. queues, .. Defaults.Where(queue => queues.All(other => other.Name != queue.Name))],
        Topics =
        [
            new TopicSettings
            {
                Name = BusFunctions.Topic,
                Subscriptions = [new SubscriptionSettings { Name = "readers" }, new SubscriptionSettings { Name = "archive" }],
            },
        ],
    };

    public static ServiceBusSender Sender(this Arrange arrange, string queueOrTopic) => Client(arrange).CreateSender(queueOrTopic);

    public static Task SendAsync(this Arrange arrange, string queueOrTopic, params ServiceBusMessage[] messages) =>
        arrange.Sender(queueOrTopic).SendMessagesAsync(messages);

    public static ServiceBusReceiver Receiver(this Arrange arrange, string queue, SubQueue part = SubQueue.None) =>
        Client(arrange).CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = part });

    public static ServiceBusReceiver Subscription(this Arrange arrange, string topic, string subscription) =>
        Client(arrange).CreateReceiver(topic, subscription);

    /// <summary>The next message, which must be there already.</summary>
    public static async Task<ServiceBusReceivedMessage> NextAsync(this ServiceBusReceiver receiver) =>
        (await receiver.ReceiveMessageAsync().WaitAsync(Arrange.Patience))!;

    /// <summary>All messages that are there; at least one.</summary>
    public static Task<IReadOnlyList<ServiceBusReceivedMessage>> AllAsync(this ServiceBusReceiver receiver) =>
        receiver.ReceiveMessagesAsync(99).WaitAsync(Arrange.Patience);

    /// <summary>Nothing can be received now; the clock stays where it is.</summary>
    public static async Task AssertEmptyAsync(this Arrange arrange, ServiceBusReceiver receiver)
    {
        using var enough = new CancellationTokenSource();
        var receiving = receiver.ReceiveMessageAsync(cancellationToken: enough.Token);
        await arrange.IdleAsync();
        Assert.False(receiving.IsCompleted);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    /// <summary>For functions that a test holds open: then the host is not idle.</summary>
    public static async Task UntilSeenAsync(this Arrange arrange, int count)
    {
        while (arrange.Probe.Seen.Count < count)
            await Task.Delay(5, Arrange.Patience);
    }

    private static QueueSettings[] Defaults =>
    [
        new() { Name = Plain },
        new() { Name = BusFunctions.Orders },
        new() { Name = BusFunctions.Manual },
        new() { Name = BusFunctions.Batches },
        new() { Name = SessionFunctions.Steps, RequiresSession = true },
        new() { Name = SessionFunctions.Bundles, RequiresSession = true },
    ];

    private static ServiceBusClient Client(Arrange arrange) => arrange.Host.Services.GetRequiredService<ServiceBusClient>();
}
