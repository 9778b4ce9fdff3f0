using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>The client that the app gets, instead of one that connects to Azure.</summary>
internal sealed class LocalServiceBusClient(Broker broker, ReceiverServices receivers) : ServiceBusClient
{
    public override string FullyQualifiedNamespace => "localhost";

    public override string Identifier => "local";

    public override bool IsClosed => false;

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new LocalServiceBusSender(queueOrTopicName, broker);

    public override ServiceBusSender CreateSender(string queueOrTopicName, ServiceBusSenderOptions options) =>
        CreateSender(queueOrTopicName);

    public override ServiceBusReceiver CreateReceiver(string queueName) => CreateReceiver(queueName, new ServiceBusReceiverOptions());

    public override ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => options.SubQueue switch
    {
        SubQueue.None => Receiver(queueName, options),
        SubQueue.DeadLetter => Receiver(Bus.EntityPath.DeadLetterOf(queueName), options),
        _ => throw new NotSupportedException("The local bus transfers nothing, so it has no dead letters of transfers."),
    };

    public override ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName) =>
        CreateReceiver(Bus.EntityPath.Subscription(topicName, subscriptionName));

    public override ServiceBusReceiver CreateReceiver(
        string topicName, string subscriptionName, ServiceBusReceiverOptions options) =>
        CreateReceiver(Bus.EntityPath.Subscription(topicName, subscriptionName), options);

    private LocalServiceBusReceiver Receiver(string path, ServiceBusReceiverOptions options) =>
        options.ReceiveMode == ServiceBusReceiveMode.PeekLock
            ? new LocalServiceBusReceiver(path, receivers)
            : throw new NotSupportedException("The local bus receives under a lock only: complete what you have received.");
}
