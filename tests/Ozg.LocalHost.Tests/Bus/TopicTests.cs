using Azure.Messaging.ServiceBus;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

// learn.microsoft.com/azure/service-bus-messaging/topic-filters
public sealed class TopicTests
{
    // "The TrueFilter selects all arriving messages"; it is the default.
    [Fact]
    public async Task A_subscription_without_a_filter_takes_all()
    {
        await using var arrange = await HostAsync(new SubscriptionSettings { Name = "one" }, new SubscriptionSettings { Name = "two" });

        await arrange.SendAsync("calls", new ServiceBusMessage("a"), new ServiceBusMessage("b") { Subject = "urgent" });

        Assert.Equal("a b", await AllAsync(arrange, "one"));
        Assert.Equal("a b", await AllAsync(arrange, "two"));
    }

    // "The filter combines them as a logical AND condition … for string expressions, the comparison is case-sensitive."
    [Fact]
    public async Task A_correlation_filter_takes_what_has_all_its_values()
    {
        var filter = new MessageFilter.Correlation { Subject = "urgent", Properties = new Dictionary<string, object> { ["floor"] = 2 } };
        await using var arrange = await HostAsync(new SubscriptionSettings { Name = "one", Filters = [filter] });

        await arrange.SendAsync(
            "calls",
            new ServiceBusMessage("both") { Subject = "urgent", ApplicationProperties = { ["floor"] = 2 } },
            new ServiceBusMessage("subject") { Subject = "urgent" },
            new ServiceBusMessage("floor") { ApplicationProperties = { ["floor"] = 2 } },
            new ServiceBusMessage("case") { Subject = "Urgent", ApplicationProperties = { ["floor"] = 2 } },
            new ServiceBusMessage("text") { Subject = "urgent", ApplicationProperties = { ["floor"] = "2" } });

        Assert.Equal("both", await AllAsync(arrange, "one"));
    }

    // "All rules without actions are combined using an OR condition and result in a single message on the subscription."
    [Fact]
    public async Task Two_filters_that_match_give_one_message_and_none_gives_none()
    {
        await using var arrange = await HostAsync(new SubscriptionSettings
        {
            Name = "one",
            Filters = [new MessageFilter.Correlation { Subject = "urgent" }, new MessageFilter.Correlation { CorrelationId = "c1" }],
        });

        await arrange.SendAsync(
            "calls",
            new ServiceBusMessage("both") { Subject = "urgent", CorrelationId = "c1" },
            new ServiceBusMessage("second") { CorrelationId = "c1" },
            new ServiceBusMessage("none") { CorrelationId = "c2" });

        Assert.Equal("both second", await AllAsync(arrange, "one"));
    }

    // "If the topic specifies a smaller TTL than the subscription, the topic TTL is applied."
    // learn.microsoft.com/azure/service-bus-messaging/message-expiration
    [Fact]
    public async Task The_shorter_time_to_live_holds()
    {
        await using var arrange = await HostAsync(
            new SubscriptionSettings { Name = "short", TimeToLive = TimeSpan.FromMinutes(1) },
            new SubscriptionSettings { Name = "long", TimeToLive = TimeSpan.FromDays(9) });
        await arrange.SendAsync("calls", new ServiceBusMessage("a"));

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(59));

        await arrange.AssertEmptyAsync(arrange.Subscription("calls", "short"));
        Assert.Equal(Arrange.Noon.AddHours(1), (await arrange.Subscription("calls", "long").NextAsync()).ExpiresAt);
    }

    private static Task<Arrange> HostAsync(params SubscriptionSettings[] subscriptions) => TestBus.HostAsync(options =>
    {
        var topic = new TopicSettings { Name = "calls", TimeToLive = TimeSpan.FromHours(1), Subscriptions = subscriptions };
        options.BusTopology = options.BusTopology! with { Topics = [.. options.BusTopology!.Topics, topic] };
    });

    private static async Task<string> AllAsync(Arrange arrange, string subscription) => string.Join(
        ' ',
        (await arrange.Subscription("calls", subscription).AllAsync()).Select(message => message.Body));
}
