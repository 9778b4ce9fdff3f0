using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>The client that the app gets, instead of one that connects to Azure.</summary>
internal sealed class LocalServiceBusClient(Broker broker) : ServiceBusClient
{
    public override string FullyQualifiedNamespace => "localhost";

    public override string Identifier => "local";

    public override bool IsClosed => false;

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new LocalServiceBusSender(queueOrTopicName, broker);

    public override ServiceBusSender CreateSender(string queueOrTopicName, ServiceBusSenderOptions options) =>
        CreateSender(queueOrTopicName);
}
