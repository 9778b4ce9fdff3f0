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

    private async Task<HttpResponseMessage> PutAsync(string body) =>
        await _pipeline.SendAsync(HttpMethod.Put, $"/api/kommunen/{Darmstadt}/deputies", await _pipeline.LeadAsync(Darmstadt, "lotte"), JsonContent.Create(JsonNode.Parse(body)));
}
