using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Bus;

// host.json, extensions:serviceBus: learn.microsoft.com/azure/azure-functions/functions-bindings-service-bus, "host.json settings";
// Azure/azure-sdk-for-net, Microsoft.Azure.WebJobs.Extensions.ServiceBus/src/Config/ServiceBusOptions.cs
public sealed class LimitTests
{
    private const string Limits = "AzureFunctionsJobHost__extensions__serviceBus__";

    // maxConcurrentCalls: "the maximum number of messages that can be processed concurrently by a function".
    [Fact]
    public async Task So_many_messages_at_a_time_and_no_more()
    {
        await using var arrange = await TestBus.HostAsync(options => options.Settings[$"{Limits}maxConcurrentCalls"] = "2");
        arrange.Probe.Close("TakeOrder");

        await arrange.SendAsync(BusFunctions.Orders, [.. Enumerable.Range(1, 5).Select(number => new ServiceBusMessage($"{number}"))]);
        await arrange.UntilSeenAsync(2);
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("later than the others")); // Time for a third to come.
        Assert.Equal(2, arrange.Probe.Seen.Count);
        arrange.Probe.Open("TakeOrder");
        await arrange.IdleAsync();

        Assert.Equal(5, arrange.Probe.Seen.Count);
    }

    // maxMessageBatchSize: "the maximum number of messages that will be passed to each function call".
    [Fact]
    public async Task So_many_messages_in_a_batch_and_one_batch_at_a_time()
    {
        await using var arrange = await TestBus.HostAsync(options => options.Settings[$"{Limits}maxMessageBatchSize"] = "2");
        arrange.Probe.Close("TakeBatch");
        await arrange.SendAsync(BusFunctions.Batches, new ServiceBusMessage("first"));
        await arrange.UntilSeenAsync(1);

        await arrange.SendAsync(BusFunctions.Batches, new ServiceBusMessage("a"), new ServiceBusMessage("b"), new ServiceBusMessage("c"));
        Assert.Equal(["first"], arrange.Probe.Seen);
        arrange.Probe.Open("TakeBatch");
        await arrange.IdleAsync();

        Assert.Equal(["first", "a,b", "c"], arrange.Probe.Seen);
    }

    // "Argument.AssertAtLeast(value, 1, …)" in ServiceBusOptions.cs: the official extension refuses to start, too.
    [Fact]
    public async Task A_limit_below_one_is_refused()
    {
        var refused = await Assert.ThrowsAsync<LocalHostException>(() =>
            TestBus.HostAsync(options => options.Settings[$"{Limits}maxConcurrentCalls"] = "0"));

        Assert.Contains("at least 1", refused.Message, StringComparison.Ordinal);
    }
}
