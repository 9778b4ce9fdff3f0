using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>Once, however often sent.</summary>
public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_request_again_gives_the_same_receipt_and_one_case()
    {
        await using var pipeline = await StartAsync();
        var application = await pipeline.ExampleAsync(Darmstadt);

        var first = await PostAsync(pipeline, application, "key-1");
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        var again = await PostAsync(pipeline, application, "key-1");
        await pipeline.IdleAsync();

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single(await pipeline.TasksAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), first));
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_gives_one_receipt()
    {
        await using var pipeline = await StartAsync();
        var application = await pipeline.ExampleAsync(Darmstadt);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(pipeline, application, "key-1")));
        await pipeline.IdleAsync();

        Assert.Single(receipts.Select(receipt => receipt.ToJsonString()).Distinct());
        Assert.Single(await pipeline.TasksAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipts[0]));
    }

    [Fact]
    public async Task The_same_request_after_its_case_is_closed_starts_nothing_anew()
    {
        await using var pipeline = await StartAsync();
        var application = await pipeline.ExampleAsync(Darmstadt);
        var first = await PostAsync(pipeline, application, "key-1");
        await pipeline.IdleAsync();
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), first);

        await PostAsync(pipeline, application, "key-1");
        await pipeline.IdleAsync();

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(first))["status"]);
        Assert.Single(await pipeline.DeliveriesAsync(first));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        await using var pipeline = await StartAsync();
        var application = await pipeline.ExampleAsync(Darmstadt);
        await PostAsync(pipeline, application, "key-1");
        application["hund"]!["rasse"] = "Dackel";

        using var answer = await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(application), "key-1");

        Assert.EndsWith("/idempotency-key-reused", (string)(await JsonOf(answer, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_each_request_is_an_application_of_its_own()
    {
        await using var pipeline = await StartAsync();
        var application = await pipeline.ExampleAsync(Darmstadt);

        Assert.NotEqual((string?)(await PostAsync(pipeline, application, null))["id"], (string?)(await PostAsync(pipeline, application, null))["id"]);
    }

    private static async Task<JsonNode> PostAsync(Pipeline pipeline, JsonNode application, string? key) =>
        await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(application), key), HttpStatusCode.Accepted);
}
