using Microsoft.Extensions.Configuration;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Bus;

/// <summary>All functions that run with messages.</summary>
internal sealed class BusFunctions
{
    private readonly List<BusListener> listeners = [];

    public BusFunctions(IEnumerable<Function> functions, IConfiguration settings, Broker broker, BusServices services)
    {
        foreach (var function in functions)
        {
            if (function.Binding is not BusBinding binding)
                continue;

            var entity = broker.Entity(PathOf(binding, function.Name, settings, broker));
            entity.Listen();
            listeners.Add(new BusListener(function, binding, entity, services));
        }
    }

    public void Start(CancellationToken stopTaking, CancellationToken abort) =>
        listeners.ForEach(listener => listener.Start(stopTaking, abort));

    public Task WhenStoppedAsync() => Task.WhenAll(listeners.Select(listener => listener.WhenStoppedAsync()));

    private static string PathOf(BusBinding binding, string function, IConfiguration settings, Broker broker)
    {
        if (binding.Bus.QueueName is { } queue)
            return settings.Resolve(queue, function);

        var topic = settings.Resolve(binding.Bus.TopicName!, function);
        var subscription = settings.Resolve(binding.Bus.SubscriptionName!, function);
        broker.Subscribe(topic, subscription);
        return EntityPath.Subscription(topic, subscription);
    }
}
