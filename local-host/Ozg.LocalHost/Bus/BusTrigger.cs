using Microsoft.Extensions.Configuration;
using Ozg.Hosting.Invocation;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Bus;

/// <summary>A function that runs with messages, and where they come from.</summary>
internal sealed record BusTrigger(Function Function, BusBinding Binding, string Queue, string? Subscription)
{
    public string Path => Subscription is null ? Queue : EntityPath.Subscription(Queue, Subscription);

    public static IReadOnlyList<BusTrigger> Of(IEnumerable<Function> functions, IConfiguration settings) =>
    [
        .. from function in functions
           let binding = function.Binding as BusBinding
           where binding is not null
           select new BusTrigger(
               function,
               binding,
               settings.Resolve(binding.Bus.QueueName ?? binding.Bus.TopicName!, function.Name),
               binding.Bus.SubscriptionName is { } subscription ? settings.Resolve(subscription, function.Name) : null),
    ];

    /// <summary>For an app that declares nothing: what its functions listen to.</summary>
    public static BusTopology Topology(IReadOnlyList<BusTrigger> triggers) => new()
    {
        Queues =
        [
            .. from trigger in triggers
               where trigger.Subscription is null && !EntityPath.IsDeadLetter(trigger.Path)
               select new QueueSettings
               {
                   Name = trigger.Queue,
                   RequiresSession = trigger.Binding.Bus.IsSessionsEnabled,
                   DuplicateDetectionWindow = TimeSpan.FromMinutes(10),
               },
        ],
        Topics =
        [
            .. from trigger in triggers
               where trigger.Subscription is not null
               group trigger by trigger.Queue.ToUpperInvariant() into topic
               select new TopicSettings
               {
                   Name = topic.First().Queue,
                   DuplicateDetectionWindow = TimeSpan.FromMinutes(10),
                   Subscriptions =
                   [
                       .. topic.Select(trigger => new SubscriptionSettings
                       {
                           Name = trigger.Subscription!,
                           RequiresSession = trigger.Binding.Bus.IsSessionsEnabled,
                       }),
                   ],
               },
        ],
    };
}
