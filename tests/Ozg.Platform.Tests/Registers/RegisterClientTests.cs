using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Neighbours;
using Ozg.Platform.Registers;
using Ozg.Platform.Tests.Delivery;

namespace Ozg.Platform.Tests.Registers;

public sealed class RegisterClientTests
{
    private const string Secret = "a secret of both sides";
    private static readonly Ags Darmstadt = new("06411000");
    private static readonly CaseId Id = CaseId.Derive(Darmstadt, "parking", "key");
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_question_is_signed_and_carries_what_is_asked()
    {
        await using var server = await AnsweringAsync("""{"answers":{"gemeldet":true,"gebiet":false}}""");

        var answers = await AskAsync(server.Address);

        Assert.Equal(new Dictionary<string, bool> { ["gemeldet"] = true, ["gebiet"] = false }, answers);
        var (headers, body) = Assert.Single(server.Received);
        Assert.True(WebhookSignature.Verify(Secret, headers[WebhookSignature.Header].ToString(), _clock.GetUtcNow(), body));
        Assert.StartsWith($"{Id}.melderegister.", headers["Idempotency-Key"].ToString(), StringComparison.Ordinal);
        Assert.Equal(
            $$"""{"answers":["gemeldet","gebiet"],"application":{"name":"Müller"},"applicationId":"{{Id}}","kommune":"06411000","register":"melderegister"}""",
            System.Text.Encoding.UTF8.GetString(body));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(",\"responsible\":null", null)]
    [InlineData(",\"responsible\":\"06432007\"", "06432007")]
    public async Task A_register_may_name_the_Kommune_that_is_responsible(string more, string? expected)
    {
        await using var server = await AnsweringAsync($"{{\"answers\":{{\"gemeldet\":false,\"gebiet\":false}}{more}}}");

        Assert.Equal(expected, (await AnswerAsync(server.Address)).Responsible);
    }

    [Fact]
    public async Task A_register_that_is_to_keep_something_is_told_so_with_the_question()
    {
        await using var server = await AnsweringAsync("""{"answers":{"gemeldet":true,"gebiet":false}}""");

        await AskAsync(server.Address, reserves: true);

        Assert.EndsWith(""","register":"melderegister","reserve":true}""", System.Text.Encoding.UTF8.GetString(Assert.Single(server.Received).Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(404)]
    public async Task A_register_is_told_to_free_what_it_keeps_signed_and_with_one_key(int status)
    {
        await using var server = await BackOfficeServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value!.EndsWith("/release", StringComparison.Ordinal) ? status : 500;
            return Task.CompletedTask;
        });

        await FreeAsync(server.Address);
        await FreeAsync(server.Address);

        Assert.Equal(2, server.Received.Count);
        Assert.All(server.Received, one =>
        {
            Assert.Equal($"{Id}.melderegister.release", one.Headers["Idempotency-Key"].ToString());
            Assert.True(WebhookSignature.Verify(Secret, one.Headers[WebhookSignature.Header].ToString(), _clock.GetUtcNow(), one.Body));
            Assert.Equal($$"""{"applicationId":"{{Id}}","kommune":"06411000","register":"melderegister"}""", System.Text.Encoding.UTF8.GetString(one.Body));
        });
    }

    [Theory]
    [InlineData(401)]
    [InlineData(409)]
    [InlineData(503)]
    public async Task A_register_that_does_not_free_is_a_failure(int status)
    {
        await using var server = await BackOfficeServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.Contains($"answered {status}", (await Assert.ThrowsAsync<NeighbourException>(() => FreeAsync(server.Address))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", "gemeldet", true)]
    [InlineData("""{"b":2,"a":1}""", "gemeldet", true)]
    [InlineData("""{"a":1,"b":3}""", "gemeldet", false)]
    [InlineData("""{"a":1,"b":2}""", "gebiet", false)]
    public async Task The_same_question_has_the_same_key_and_any_other_has_another(string application, string name, bool same)
    {
        await using var server = await BackOfficeServer.StartAsync(context => context.Response.WriteAsync("""{"answers":{}}"""));
        foreach (var (data, asked) in new[] { ("""{"a":1,"b":2}""", "gemeldet"), (application, name) })
            await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(server.Address, application: data, names: [asked]));

        var keys = server.Received.Select(one => one.Headers["Idempotency-Key"].ToString()).ToList();

        Assert.Equal(same, keys[0] == keys[1]);
    }

    [Theory]
    [InlineData("""{"answers":{"gemeldet":true}}""")]
    [InlineData("""{"answers":{"gemeldet":true,"gebiet":true,"Müller":true}}""")]
    [InlineData("""{"answers":{"gemeldet":true,"gebiet":"true"}}""")]
    [InlineData("""{"answers":{"gemeldet":true,"gebiet":1}}""")]
    [InlineData("""{"answers":{"gemeldet":true,"gebiet":null}}""")]
    [InlineData("""{"answers":{"gemeldet":true,"gebiet":true,"gebiet":false}}""")]
    [InlineData("""{"answers":{"gemeldet":true,"Gebiet":true}}""")]
    [InlineData("""{"answers":null}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("Müller")]
    public async Task What_is_not_an_answer_to_each_name_and_no_other_is_refused(string body)
    {
        await using var server = await AnsweringAsync(body);

        var refused = await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(server.Address));

        Assert.DoesNotContain("Müller", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("melderegister", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task Every_status_but_success_is_a_failure_and_its_body_is_not_told(int status)
    {
        await using var server = await BackOfficeServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("""{"answers":{"gemeldet":true,"gebiet":true},"name":"Müller"}""");
        });

        var refused = await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(server.Address));

        Assert.Equal($"Register \"melderegister\" of Kommune 06411000 answered {status}.", refused.Message);
    }

    [Fact]
    public async Task An_answer_that_would_fill_the_memory_is_not_read()
    {
        await using var server = await AnsweringAsync($$"""{"answers":{"gemeldet":true,"gebiet":true},"more":"{{new string('x', RegisterClient.MaxAnswerBytes)}}"}""");

        Assert.Contains("more than", (await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(server.Address))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_that_is_not_there_or_does_not_answer_in_time_is_a_failure()
    {
        var server = await BackOfficeServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var address = server.Address;
        Assert.Contains("within", (await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(address, timeout: TimeSpan.FromMilliseconds(100)))).Message, StringComparison.Ordinal);

        await server.DisposeAsync();

        Assert.Contains("not reached", (await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(address))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_asking_is_not_told_that_the_register_failed()
    {
        await using var server = await AnsweringAsync("{}");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(server.Address, cancellationToken: new(canceled: true)));
    }

    [Fact]
    public async Task Without_a_configured_register_nothing_is_sent_and_the_setting_is_named()
    {
        await using var server = await AnsweringAsync("{}");

        var refused = await Assert.ThrowsAsync<NeighbourException>(() => AskAsync(server.Address, register: "unknown"));

        Assert.Contains("Registers__Targets__06411000__unknown__Url", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    private static Task<BackOfficeServer> AnsweringAsync(string body) => BackOfficeServer.StartAsync(context => context.Response.WriteAsync(body));

    private async Task<IReadOnlyDictionary<string, bool>> AskAsync(
        Uri address, string register = "melderegister", string application = """{"name":"Müller"}""", string[]? names = null, TimeSpan? timeout = null, bool reserves = false,
        CancellationToken cancellationToken = default) => (await AnswerAsync(address, register, application, names, timeout, reserves, cancellationToken)).Answers;

    private async Task<RegisterAnswer> AnswerAsync(
        Uri address, string register = "melderegister", string application = """{"name":"Müller"}""", string[]? names = null, TimeSpan? timeout = null, bool reserves = false,
        CancellationToken cancellationToken = default)
    {
        var options = To(address, timeout);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await Client(http, options)
            .AskAsync(Darmstadt, register, Id, JsonElement.Parse(application), names ?? ["gemeldet", "gebiet"], reserves, cancellationToken);
    }

    private async Task FreeAsync(Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        await Client(http, To(address, null)).FreeAsync(Darmstadt, "melderegister", Id, CancellationToken.None);
    }

    private RegisterClient Client(HttpClient http, RegisterOptions options) => new(http, Options.Create(options), _clock);

    private static RegisterOptions To(Uri address, TimeSpan? timeout)
    {
        var options = new RegisterOptions { Timeout = timeout ?? TimeSpan.FromSeconds(30) };
        options.Targets["default"] = new Dictionary<string, WebhookTarget> { ["melderegister"] = new() { Url = address, Secret = Secret } };
        return options;
    }
}
