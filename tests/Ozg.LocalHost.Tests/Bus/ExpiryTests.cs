using Azure.Messaging.ServiceBus;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests.Bus;

// All rules: learn.microsoft.com/azure/service-bus-messaging/message-expiration
public sealed class ExpiryTests
{
    // "Past the expires-at-utc instant, messages become ineligible for retrieval"; "if the option is left disabled, expired
    // messages are dropped".
    [Fact]
    public async Task An_expired_message_is_dropped()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromMinutes(1) });

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        await arrange.AssertEmptyAsync(arrange.Receiver(TestBus.Plain));
        await arrange.AssertEmptyAsync(arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter));
    }

    // "Expired messages can optionally be moved to a dead-letter queue": the reason is TTLExpiredException.
    // "The default expiration also functions as a ceiling": a longer one is silently adjusted.
    [Fact]
    public async Task Where_it_is_asked_for_an_expired_message_is_dead_and_the_queues_time_is_the_longest()
    {
        await using var arrange = await TestBus.HostAsync(new QueueSettings
        {
            Name = TestBus.Plain, TimeToLive = TimeSpan.FromMinutes(1), DeadLettersExpired = true,
        });
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromDays(1) }, new ServiceBusMessage("b"));

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        await arrange.AssertEmptyAsync(arrange.Receiver(TestBus.Plain));
        var dead = await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).AllAsync();
        Assert.Equal(["TTLExpiredException", "TTLExpiredException"], dead.Select(message => message.DeadLetterReason));
    }

    // "The expiration doesn't affect messages that are currently locked for delivery. If the lock expires or the message is
    // abandoned, the expiration takes immediate effect."
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lock_protects_from_expiry_until_it_is_given_up(bool completes)
    {
        await using var arrange = await TestBus.HostAsync(new QueueSettings { Name = TestBus.Plain, DeadLettersExpired = true });
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromSeconds(30) });
        var receiver = arrange.Receiver(TestBus.Plain);
        var message = await receiver.NextAsync();
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(40));

        if (completes)
            await receiver.CompleteMessageAsync(message);
        else
            await receiver.AbandonMessageAsync(message);

        await arrange.AssertEmptyAsync(receiver);
        var dead = await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).PeekMessagesAsync(9);
        Assert.Equal(completes ? 0 : 1, dead.Count);
    }
}
