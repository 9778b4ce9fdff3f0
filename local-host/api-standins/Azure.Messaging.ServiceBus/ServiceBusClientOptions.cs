#nullable disable // as the official package
namespace Azure.Messaging.ServiceBus;

public class ServiceBusClientOptions
{
    public string Identifier { get; set; }

    public ServiceBusTransportType TransportType { get; set; }

    public ServiceBusRetryOptions RetryOptions { get; set; } = new();

    public bool EnableCrossEntityTransactions { get; set; }
}

public enum ServiceBusTransportType
{
    AmqpTcp = 0,
    AmqpWebSockets = 1,
}

/// <summary>How often one call is repeated before it throws; not how often a message is delivered.</summary>
public class ServiceBusRetryOptions
{
    public ServiceBusRetryMode Mode { get; set; } = ServiceBusRetryMode.Exponential;

    public int MaxRetries { get; set; } = 3;

    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(0.8);

    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromMinutes(1);
}

public enum ServiceBusRetryMode
{
    Fixed = 0,
    Exponential = 1,
}

public class ServiceBusSenderOptions
{
    public string Identifier { get; set; }
}
