#nullable disable // as the official package
using Azure.Core;

namespace Azure.Messaging.ServiceBus;

/// <summary>
/// A connection to a namespace. It can be made and asked for senders, as an app does when it starts; but nothing here
/// connects, so the senders throw.
/// </summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly ServiceBusClientOptions _options = new();
    private bool _isClosed;

    protected ServiceBusClient()
    {
    }

    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
        : this(options, EndpointOf(connectionString))
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
        : this(options, fullyQualifiedNamespace)
    {
    }

    public ServiceBusClient(
        string fullyQualifiedNamespace, AzureNamedKeyCredential credential, ServiceBusClientOptions options = null)
        : this(options, fullyQualifiedNamespace)
    {
    }

    public ServiceBusClient(
        string fullyQualifiedNamespace, AzureSasCredential credential, ServiceBusClientOptions options = null)
        : this(options, fullyQualifiedNamespace)
    {
    }

    private ServiceBusClient(ServiceBusClientOptions options, string fullyQualifiedNamespace)
    {
        _options = options ?? new ServiceBusClientOptions();
        FullyQualifiedNamespace = fullyQualifiedNamespace;
        Identifier = _options.Identifier ?? $"{fullyQualifiedNamespace}-{Guid.NewGuid()}";
    }

    public virtual string FullyQualifiedNamespace { get; }

    public virtual bool IsClosed => _isClosed;

    public virtual string Identifier { get; }

    public ServiceBusTransportType TransportType => _options.TransportType;

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) =>
        CreateSender(queueOrTopicName, new ServiceBusSenderOptions());

    public virtual ServiceBusSender CreateSender(string queueOrTopicName, ServiceBusSenderOptions options) =>
        new(queueOrTopicName, this, options);

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => new(null, this, queueName, null);

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) =>
        new(options, this, queueName, null);

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName) =>
        new(null, this, topicName, subscriptionName);

    public virtual ServiceBusReceiver CreateReceiver(
        string topicName, string subscriptionName, ServiceBusReceiverOptions options) =>
        new(options, this, topicName, subscriptionName);

    public virtual ValueTask DisposeAsync()
    {
        _isClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string EndpointOf(string connectionString) => connectionString.Split(';')
        .Where(part => part.StartsWith("Endpoint=", StringComparison.OrdinalIgnoreCase))
        .Select(part => Uri.TryCreate(part["Endpoint=".Length..], UriKind.Absolute, out var endpoint) ? endpoint.Host : null)
        .FirstOrDefault();
}
