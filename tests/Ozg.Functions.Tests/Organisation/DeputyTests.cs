using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Organisation;

/// <summary>A lead says who stands in for whom.</summary>
public sealed class DeputyTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;

    public async Task InitializeAsync() => _pipeline = await StartWithTestCatalogueAsync();

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task The_list_is_replaced_as_a_whole_and_a_rule_that_is_there_twice_counts_once()
    {
        const string Rule = """{"absent":"anna","deputy":"bernd","from":"2026-06-01","until":"2026-06-12"}""";

        var first = await JsonOf(await PutAsync($$"""{"items":[{{Rule}},{{Rule}}]}"""), HttpStatusCode.OK);
        var again = await JsonOf(await PutAsync($$"""{"items":[{{Rule}},{{Rule}}]}"""), HttpStatusCode.OK);

        Assert.Single(first["items"]!.AsArray());
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(first.ToJsonString(), (await _pipeline.GetAsync($"/api/kommunen/{Darmstadt}/deputies", await _pipeline.LeadAsync(Darmstadt, "lotte"))).ToJsonString());
        Assert.Empty((await _pipeline.GetAsync($"/api/kommunen/{Fischbachtal}/deputies", await _pipeline.LeadAsync(Fischbachtal, "lea")))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"absent":"anna","deputy":"anna","from":"2026-06-01","until":"2026-06-12"}""", "#/items/0/deputy")]
    [InlineData("""{"absent":"anna","deputy":"bernd","from":"2026-06-02","until":"2026-06-01"}""", "#/items/0/until")]
    [InlineData("""{"absent":"","deputy":"bernd","from":"2026-06-01","until":"2026-06-12"}""", "#/items/0/absent")]
    public async Task A_rule_that_cannot_be_leaves_the_old_list(string rule, string pointer)
    {
        var problem = await JsonOf(await PutAsync($$"""{"items":[{{rule}}]}"""), HttpStatusCode.BadRequest);

        Assert.EndsWith("/invalid-deputies", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"items":[{"absent":"anna","deputy":"bernd","from":"1. Juni","until":"2026-06-12"}]}""")]
    [InlineData("""{"items":[{"absent":"anna","deputy":"bernd"}]}""")]
    [InlineData("""{"items":null}""")]
    public async Task A_list_that_is_none(string body) =>
        Assert.EndsWith("/malformed-body", (string)(await JsonOf(await PutAsync(body), HttpStatusCode.BadRequest))["type"]!, StringComparison.Ordinal);

    [Fact]
    public async Task Of_two_leads_who_change_the_same_list_the_second_reads_it_first()
    {
        var first = await PutAsync(ListOf("bernd"));
        Assert.Equal("\"1\"", first.Headers.ETag?.Tag);

        var unread = await JsonOf(await PutAsync(ListOf("carla")), HttpStatusCode.PreconditionRequired);
        var second = await PutAsync(ListOf("carla"), ifMatch: "\"1\"");
        var outdated = await JsonOf(await PutAsync(ListOf("dora"), ifMatch: "\"1\""), HttpStatusCode.PreconditionFailed);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (second.StatusCode, second.Headers.ETag?.Tag));
        Assert.EndsWith("/deputies-unread", (string)unread["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("/deputies-changed", (string)outdated["type"]!, StringComparison.Ordinal);
        using var read = await _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/deputies", await _pipeline.LeadAsync(Darmstadt, "lotte"));
        Assert.Equal("\"2\"", read.Headers.ETag?.Tag);
        Assert.Equal("carla", (string?)Assert.Single((await JsonOf(read, HttpStatusCode.OK))["items"]!.AsArray())!["deputy"]);
    }

    [Fact]
    public async Task A_list_that_is_to_replace_one_that_never_was() =>
        await JsonOf(await PutAsync(ListOf("bernd"), ifMatch: "\"1\""), HttpStatusCode.PreconditionFailed);

    [Fact]
    public async Task Every_list_that_there_was_is_shown_with_who_made_it_page_by_page()
    {
        Assert.Empty((await VersionsAsync())["items"]!.AsArray());
        for (var version = 0; version < 22; version++)
            await JsonOf(await PutAsync(ListOf($"deputy-{version + 1}"), version == 0 ? null : $"\"{version}\""), HttpStatusCode.OK);

        var first = await VersionsAsync();
        var second = await VersionsAsync((string?)first["cursor"]);

        Assert.Equal((20, 2), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Equal(Enumerable.Range(1, 22).Reverse(), first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (int)item!["version"]!));
        Assert.Null(second["cursor"]);
        var oldest = second["items"]!.AsArray()[^1]!;
        Assert.Equal(("lotte", "deputy-1", "2026-06-01T08:00:00+00:00"), ((string?)oldest["by"], (string?)oldest["rules"]![0]!["deputy"], (string?)oldest["at"]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999")]
    public async Task A_page_of_lists_that_never_was(string cursor)
    {
        using var answer = await _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/deputies/versions?cursor={cursor}", await _pipeline.LeadAsync(Darmstadt, "lotte"));

        Assert.EndsWith("/invalid-cursor", (string)(await JsonOf(answer, HttpStatusCode.BadRequest))["type"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> VersionsAsync(string? cursor = null) =>
        await _pipeline.GetAsync($"/api/kommunen/{Darmstadt}/deputies/versions?cursor={cursor}", await _pipeline.LeadAsync(Darmstadt, "lotte"));

    private static string ListOf(string deputy) => $$"""{"items":[{"absent":"anna","deputy":"{{deputy}}","from":"2026-06-01","until":"2026-06-12"}]}""";

    private async Task<HttpResponseMessage> PutAsync(string body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/kommunen/{Darmstadt}/deputies") { Content = JsonContent.Create(JsonNode.Parse(body)) };
        request.Headers.Authorization = new("Bearer", await _pipeline.LeadAsync(Darmstadt, "lotte"));
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        return await _pipeline.Http.SendAsync(request);
    }
}
