using Microsoft.Extensions.Configuration;

namespace Ozg.Hosting.Bus;

/// <summary>What host.json says about Service Bus (<c>extensions:serviceBus</c>), with the official defaults.</summary>
internal sealed class BusOptions
{
    public bool AutoCompleteMessages { get; init; } = true;

    public int MaxConcurrentCalls { get; init; } = 16;

    public int MaxMessageBatchSize { get; init; } = 1000;

    public int MaxConcurrentSessions { get; init; } = 8;

    public int MaxConcurrentCallsPerSession { get; init; } = 1;

    /// <summary>How long a session without messages is kept before another may take its place.</summary>
    public TimeSpan SessionIdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan MaxAutoLockRenewalDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <exception cref="LocalHostException">A value that the official extension refuses.</exception>
    public static BusOptions From(IConfiguration hostJson)
    {
        var options = hostJson.GetSection("extensions:serviceBus").Get<BusOptions>() ?? new BusOptions();
        if (options.MaxConcurrentCalls < 1 || options.MaxConcurrentSessions < 1 || options.MaxMessageBatchSize < 1)
            throw new LocalHostException("host.json, extensions:serviceBus: each limit is at least 1.");

        return options.MaxConcurrentCallsPerSession == 1 ? options : throw new LocalHostException(
            "host.json, extensions:serviceBus:maxConcurrentCallsPerSession: the local bus keeps the messages of a session in order, one at a time.");
    }
}
