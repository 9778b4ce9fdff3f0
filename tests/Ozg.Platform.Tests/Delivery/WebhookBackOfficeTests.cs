using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Platform.Delivery;
using Ozg.Platform.Delivery.Webhook;

namespace Ozg.Platform.Tests.Delivery;

public sealed class WebhookBackOfficeTests
{
    private const string Secret = "a secret of both sides";
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_delivery_is_signed_and_carries_its_key_and_its_trace()
    {
        await using var server = await BackOfficeServer.StartAsync(context => context.Response.WriteAsJsonAsync(new { reference = "HKR-7" }));

        var result = await DeliverAsync(server.Address, traceParent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        Assert.Equal(new DeliveryResult.Delivered("HKR-7"), result);
        var (headers, body) = Assert.Single(server.Received);
        Assert.Equal("key-1", headers["Idempotency-Key"].ToString());
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", headers["traceparent"].ToString());
        Assert.True(WebhookSignature.Verify(Secret, headers[WebhookSignature.Header].ToString(), _clock.GetUtcNow(), body));
        Assert.Equal("Müller", JsonDocument.Parse(body).RootElement.GetProperty("application").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    public async Task An_answer_without_a_reference_is_a_delivery_all_the_same(string body)
    {
        await using var server = await BackOfficeServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        });

        Assert.Equal(new DeliveryResult.Delivered("key-1"), await DeliverAsync(server.Address));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_people_or_time_can_mend_is_tried_later(int status)
    {
        await using var server = await BackOfficeServer.StartAsync(context => Answer(context, status));

        Assert.IsType<DeliveryResult.TryLater>(await DeliverAsync(server.Address));
    }

    [Fact]
    public async Task A_back_office_may_say_when_to_come_again()
    {
        await using var server = await BackOfficeServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "120";
            return Answer(context, 503);
        });

        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<DeliveryResult.TryLater>(await DeliverAsync(server.Address)).After);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(422)]
    public async Task What_stays_refused_is_undeliverable(int status)
    {
        await using var server = await BackOfficeServer.StartAsync(context => Answer(context, status));

        Assert.IsType<DeliveryResult.Undeliverable>(await DeliverAsync(server.Address));
    }

    [Fact]
    public async Task A_back_office_that_is_not_there_is_tried_later()
    {
        var server = await BackOfficeServer.StartAsync(_ => Task.CompletedTask);
        var gone = server.Address;
        await server.DisposeAsync();

        Assert.IsType<DeliveryResult.TryLater>(await DeliverAsync(gone));
    }

    [Fact]
    public async Task A_back_office_that_does_not_answer_in_time_is_tried_later()
    {
        await using var server = await BackOfficeServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

        Assert.IsType<DeliveryResult.TryLater>(await DeliverAsync(server.Address, timeout: TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task Without_a_configured_target_nothing_is_sent()
    {
        await using var server = await BackOfficeServer.StartAsync(_ => Task.CompletedTask);

        Assert.IsType<DeliveryResult.Undeliverable>(await DeliverAsync(server.Address, target: "unknown"));
        Assert.Empty(server.Received);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task<DeliveryResult> DeliverAsync(Uri address, string target = "tax", string? traceParent = null, TimeSpan? timeout = null)
    {
        var options = new BackOfficeOptions { Timeout = timeout ?? TimeSpan.FromSeconds(30) };
        options.Targets[BackOfficeOptions.AnyKommune] = new Dictionary<string, WebhookTarget> { ["tax"] = new() { Url = address, Secret = Secret } };
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await new WebhookBackOffice(http, Options.Create(options), _clock).DeliverAsync(Delivery(), target, "key-1", traceParent, CancellationToken.None);
    }

    private static BackOfficeDelivery Delivery() => new()
    {
        ApplicationId = CaseId.Derive(new("06411000"), "dog-tax", "key"),
        Reference = "DA-2026-7KQ2-M9XB",
        Kommune = new("06411000"),
        Leistung = "dog-tax",
        Verdict = Verdict.Approved,
        Facts = Facts.None,
        ReceivedAt = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        Application = JsonDocument.Parse("""{"name":"Müller"}""").RootElement,
        Attachments = [],
        Documents = [],
    };
}
