using Azure.Messaging.ServiceBus;

namespace Ozg.Architecture.Tests.StandIns;

public class ServiceBusBodyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_client_can_be_made_but_sends_nothing()
    {
        await using var client = new ServiceBusClient("Endpoint=sb://local.example/;SharedAccessKeyName=n;SharedAccessKey=k");
        await using var sender = client.CreateSender("results");

        Assert.Equal(("local.example", "results"), (client.FullyQualifiedNamespace, sender.EntityPath));
        await Assert.ThrowsAsync<NotSupportedException>(() => sender.SendMessageAsync(new ServiceBusMessage("body")));
    }

    [Fact]
    public async Task What_is_disposed_is_closed()
    {
        var client = new ServiceBusClient("Endpoint=sb://local.example/");
        var sender = client.CreateSender("results");

        await sender.DisposeAsync();
        await client.DisposeAsync();

        Assert.True(sender.IsClosed);
        Assert.True(client.IsClosed);
    }

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        var message = new ServiceBusMessage { MessageId = new string('m', 128) };

        Assert.Throws<ArgumentOutOfRangeException>(() => message.MessageId += "m");
        Assert.Throws<ArgumentOutOfRangeException>(() => message.SessionId = new string('s', 129));
        Assert.Throws<ArgumentOutOfRangeException>(() => message.TimeToLive = TimeSpan.Zero);
    }

    [Fact]
    public void The_partition_key_is_the_session()
    {
        var message = new ServiceBusMessage { PartitionKey = "one" };
        message.SessionId = "two";

        Assert.Equal("two", message.PartitionKey);
        Assert.Throws<ArgumentOutOfRangeException>(() => message.PartitionKey = "one");
    }

    [Fact]
    public void A_received_message_is_what_the_factory_was_given()
    {
        var properties = new Dictionary<string, object> { ["DeadLetterReason"] = "Undeliverable", ["DeadLetterErrorDescription"] = "No such office" };

        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(
            BinaryData.FromString("body"), "id", timeToLive: TimeSpan.FromHours(1), enqueuedTime: Noon, deliveryCount: 2, properties: properties);

        Assert.Equal(("body", "id", 2), (message.Body.ToString(), message.MessageId, message.DeliveryCount));
        Assert.Equal(("Undeliverable", "No such office"), (message.DeadLetterReason, message.DeadLetterErrorDescription));
        Assert.Equal(Noon.AddHours(1), message.ExpiresAt);
        Assert.Equal(DateTimeOffset.MaxValue, ServiceBusModelFactory.ServiceBusReceivedMessage(enqueuedTime: Noon).ExpiresAt);
    }

    [Fact]
    public void Sending_a_message_again_leaves_behind_why_it_failed()
    {
        var properties = new Dictionary<string, object> { ["DeadLetterReason"] = "Undeliverable", ["kommune"] = "06411000" };
        var dead = ServiceBusModelFactory.ServiceBusReceivedMessage(BinaryData.FromString("body"), "id", sessionId: "case", properties: properties);

        var again = new ServiceBusMessage(dead);

        Assert.Equal(("body", "id", "case"), (again.Body.ToString(), again.MessageId, again.SessionId));
        Assert.Equal("kommune", Assert.Single(again.ApplicationProperties).Key);
    }

    [Fact]
    public void A_batch_takes_what_fits()
    {
        var store = new List<ServiceBusMessage>();
        var batch = ServiceBusModelFactory.ServiceBusMessageBatch(0, store, tryAddCallback: _ => store.Count < 1);

        Assert.True(batch.TryAddMessage(new ServiceBusMessage("one")));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage("two")));
        Assert.Equal((1, 1), (batch.Count, store.Count));
    }

    [Theory]
    [InlineData(ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(ServiceBusFailureReason.MessageLockLost, false)]
    public void A_reason_tells_whether_to_try_again(ServiceBusFailureReason reason, bool isTransient)
    {
        var exception = new ServiceBusException("No.", reason, "results");

        Assert.Equal(isTransient, exception.IsTransient);
        Assert.Equal($"No. (results - {reason})", exception.Message);
    }
}
