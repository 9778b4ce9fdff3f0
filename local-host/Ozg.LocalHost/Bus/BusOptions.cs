using Microsoft.Extensions.Configuration;

namespace Ozg.Hosting.Bus;

/// <summary>What host.json says about Service Bus (<c>extensions:serviceBus</c>), with the official defaults.</summary>
internal sealed class BusOptions
{
    public bool AutoCompleteMessages { get; init; } = true;

    public int MaxConcurrentCalls { get; init; } = 16;

    public int MaxMessageBatchSize { get; init; } = 1000;

    public TimeSpan MaxAutoLockRenewalDuration { get; init; } = TimeSpan.FromMinutes(5);

    public static BusOptions From(IConfiguration hostJson) =>
        hostJson.GetSection("extensions:serviceBus").Get<BusOptions>() ?? new BusOptions();
}

/// <summary>
/// What each queue and subscription is made with, from the settings <c>LocalHost:Bus:*</c>. In Azure each has its own;
/// here they are made when somebody first names them, so all are alike.
/// </summary>
internal sealed class QueueOptions
{
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>Zero: no duplicate detection.</summary>
    public TimeSpan DuplicateDetectionWindow { get; init; } = TimeSpan.FromMinutes(10);

    public static QueueOptions From(IConfiguration settings) =>
        settings.GetSection("LocalHost:Bus").Get<QueueOptions>() ?? new QueueOptions();
}
