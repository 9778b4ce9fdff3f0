using System.Net;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Bus;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Pages;

public sealed class MessagesTests
{
    [Fact]
    public async Task Queues_are_counted_by_where_their_messages_lie()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(
            TestBus.Plain,
            new ServiceBusMessage("a"),
            new ServiceBusMessage("b"),
            new ServiceBusMessage("c"),
            new ServiceBusMessage("gone") { TimeToLive = TimeSpan.FromSeconds(1) },
            new ServiceBusMessage("later") { ScheduledEnqueueTime = Arrange.Noon.AddDays(1) });
        var receiver = arrange.Receiver(TestBus.Plain);
        await receiver.DeferMessageAsync(await receiver.NextAsync());
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "Bad");
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(2));

        var queues = (await arrange.GetAsync("/local/bus/queues"))["items"]!.AsArray();

        Assert.Equal(
            """{"name":"plain","active":1,"scheduled":1,"deferred":1,"deadLetters":1}""",
            queues.Single(queue => (string?)queue!["name"] == TestBus.Plain)!.ToJsonString());
        Assert.Contains("news/Subscriptions/readers", queues.Select(queue => (string?)queue!["name"]));
    }

    [Fact]
    public async Task Messages_come_page_by_page_and_each_can_be_opened()
    {
        await using var arrange = await TestBus.HostAsync();
        foreach (var body in (string[])["a", "b", "c"])
        {
            await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage(body)
            {
                MessageId = $"id-{body}", Subject = "test", ApplicationProperties = { ["tries"] = 3, ["who"] = "me" },
            });
        }

        var first = await arrange.GetAsync("/local/bus/messages?queue=PLAIN&limit=2");
        var second = await arrange.GetAsync($"/local/bus/messages?queue=plain&part=active&limit=2&cursor={first["cursor"]}");
        var opened = await arrange.GetAsync($"/local/bus/messages/{second["items"]![0]!["sequenceNumber"]}");

        Assert.Equal(["id-c", "id-b"], first["items"]!.AsArray().Select(one => (string?)one!["messageId"]));
        Assert.Null(second["cursor"]);
        Assert.Equal(("plain", "active", "a", "id-a"), ((string?)opened["queue"], (string?)opened["part"], (string?)opened["body"], (string?)opened["message"]!["messageId"]));
        Assert.Equal("""{"tries":"3 (Int32)","who":"me"}""", opened["properties"]!.ToJsonString());
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_shown_as_base64()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage(BinaryData.FromBytes(new byte[] { 0xff, 0x00 })));

        var opened = await arrange.GetAsync("/local/bus/messages/1");

        Assert.Null(opened["body"]);
        Assert.Equal("/wA=", (string?)opened["bodyBase64"]);
    }

    [Theory]
    [InlineData("/local/bus/messages", HttpStatusCode.BadRequest, "queue is missing")]
    [InlineData("/local/bus/messages?queue=plain&part=lost", HttpStatusCode.BadRequest, "Unknown part 'lost'")]
    [InlineData("/local/bus/messages?queue=plain&limit=x", HttpStatusCode.BadRequest, "limit is a number")]
    [InlineData("/local/bus/messages/99", HttpStatusCode.NotFound, "There is no message 99.")]
    public async Task What_is_not_there_or_makes_no_sense_is_a_problem(string path, HttpStatusCode status, string why)
    {
        await using var arrange = await TestBus.HostAsync();

        await arrange.Http.GetAsync(path, Arrange.Patience).AssertRefusedAsync(status, why);
    }

    [Fact]
    public async Task A_replayed_dead_letter_is_delivered_as_if_it_had_just_been_sent()
    {
        await using var arrange = await TestBus.HostAsync();
        arrange.Probe.Fail("TakeOrder", 10);
        await arrange.SendAsync(BusFunctions.Orders, new ServiceBusMessage("a") { MessageId = "one", ApplicationProperties = { ["kept"] = true } });
        await arrange.IdleAsync();
        var dead = (await DeadLettersAsync(arrange, BusFunctions.Orders)).Single()!;
        Assert.Equal("MaxDeliveryCountExceeded", (string?)dead["deadLetterReason"]);
        arrange.Probe.Close("TakeOrder");

        using var answer = await arrange.PostAsync($"/local/bus/messages/{dead["sequenceNumber"]}/replay");
        await arrange.UntilSeenAsync(11);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("a 1", arrange.Probe.Seen[^1]);
        Assert.Empty(await DeadLettersAsync(arrange, BusFunctions.Orders));
        var again = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var opened = await arrange.GetAsync($"/local/bus/messages/{again["sequenceNumber"]}");
        Assert.Equal("""{"kept":"True (Boolean)"}""", opened["properties"]!.ToJsonString());
        arrange.Probe.Open("TakeOrder");
    }

    [Fact]
    public async Task A_replayed_dead_letter_has_its_whole_time_to_live_again()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromHours(1) });
        var receiver = arrange.Receiver(TestBus.Plain);
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "Bad");
        await arrange.AdvanceAsync(TimeSpan.FromDays(1));

        (await arrange.PostAsync("/local/bus/messages/1/replay")).EnsureSuccessStatusCode();

        var again = await receiver.NextAsync();
        Assert.Equal((1, Arrange.Noon.AddDays(1).AddHours(1)), (again.DeliveryCount, again.ExpiresAt));
    }

    [Fact]
    public async Task Only_a_dead_letter_that_nobody_holds_is_replayed()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"), new ServiceBusMessage("b"));
        var receiver = arrange.Receiver(TestBus.Plain);
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "Bad");
        await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).NextAsync();

        await arrange.PostAsync("/local/bus/messages/1/replay").AssertRefusedAsync(HttpStatusCode.Conflict, "A receiver has locked dead letter 1.");
        await arrange.PostAsync("/local/bus/messages/2/replay").AssertRefusedAsync(HttpStatusCode.Conflict, "Message 2 is not a dead letter.");
        await arrange.PostAsync("/local/bus/messages/3/replay").AssertRefusedAsync(HttpStatusCode.NotFound, "There is no message 3.");
        await arrange.PostAsync("/local/bus/messages/1/replay", headers: ("Origin", "https://elsewhere.example"))
            .AssertRefusedAsync(HttpStatusCode.Forbidden, "not taken from another site");
    }

    private static async Task<JsonArray> DeadLettersAsync(Arrange arrange, string queue) =>
        (await arrange.GetAsync($"/local/bus/messages?queue={queue}&part=deadLetter"))["items"]!.AsArray();
}
