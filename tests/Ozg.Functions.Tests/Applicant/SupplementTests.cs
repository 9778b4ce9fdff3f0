using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Applicant;

/// <summary>What an applicant sends later is kept as the application was, or refused in their words.</summary>
public sealed class SupplementTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private JsonNode _receipt = null!;

    public async Task InitializeAsync()
    {
        _pipeline = await StartWithTestCatalogueAsync();
        _receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
    }

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task The_same_supplement_again_gives_the_same_receipt_and_counts_once()
    {
        var first = await AcceptedAsync(new { message = "Fünf" }, "key");
        _pipeline.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await AcceptedAsync(new { message = "Fünf" }, "key");
        await _pipeline.IdleAsync();

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single((await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "anna")))["supplements"]!.AsArray());
    }

    [Fact]
    public async Task The_same_supplement_many_times_at_once_counts_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AcceptedAsync(new { message = "Fünf" }, "key")));
        await _pipeline.IdleAsync();

        Assert.Single((await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "anna")))["supplements"]!.AsArray());
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        await AcceptedAsync(new { message = "Fünf" }, "key");

        await RefusedAsync(JsonContent.Create(new { message = "Sechs" }), HttpStatusCode.Conflict, "idempotency-key-reused", "key");
    }

    [Fact]
    public async Task What_was_accepted_stays_accepted_after_the_case_has_ended()
    {
        var first = await AcceptedAsync(new { message = "Fünf" }, "key");
        await _pipeline.IdleAsync();
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), _receipt);

        Assert.Equal(first.ToJsonString(), (await AcceptedAsync(new { message = "Fünf" }, "key")).ToJsonString());
        await RefusedAsync(JsonContent.Create(new { message = "Fünf" }), HttpStatusCode.Conflict, "supplement-too-late", "other");
    }

    [Fact]
    public async Task The_answer_to_a_question_stays_accepted_and_another_one_to_it_is_refused()
    {
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), _receipt, "requestInformation", "Wie viele?");
        var request = (string?)Assert.Single((await _pipeline.StatusAsync(_receipt))["openRequests"]!.AsArray())!["id"];
        var first = await AcceptedAsync(new { message = "Fünf", request }, "key");
        await _pipeline.IdleAsync();

        Assert.Empty((await _pipeline.StatusAsync(_receipt))["openRequests"]!.AsArray());
        Assert.Equal(first.ToJsonString(), (await AcceptedAsync(new { message = "Fünf", request }, "key")).ToJsonString());
        var problem = await RefusedAsync(JsonContent.Create(new { message = "Sechs", request }), HttpStatusCode.BadRequest, "invalid-supplement", "other");
        Assert.Equal("#/request", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Contains("schon beantwortet", (string)problem["errors"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fields":{"/menge":1000}}""", "invalid-supplement", "#/menge")]
    [InlineData("""{"fields":{"/menge":null}}""", "invalid-supplement", "#/menge")]
    [InlineData("""{"fields":{"/erfunden":1}}""", "invalid-supplement", "#/erfunden")]
    [InlineData("""{"fields":{"/menge/tief":1}}""", "invalid-supplement", "#/menge/tief")]
    [InlineData("""{"fields":{"menge":1}}""", "invalid-supplement", "#menge")]
    [InlineData("""{"message":"x","request":"erfunden"}""", "invalid-supplement", "#/request")]
    [InlineData("""{"request":"erfunden"}""", "empty-supplement", null)]
    [InlineData("""{}""", "empty-supplement", null)]
    [InlineData("""{"message":"  "}""", "empty-supplement", null)]
    [InlineData("""{"message":7}""", "malformed-supplement", null)]
    [InlineData("""{"massage":"x"}""", "malformed-supplement", null)]
    [InlineData("""[]""", "malformed-json", null)]
    public async Task A_supplement_that_is_none(string body, string code, string? pointer)
    {
        var problem = await RefusedAsync(new StringContent(body, Encoding.UTF8, "application/json"), HttpStatusCode.BadRequest, code);

        if (pointer is not null)
            Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Fields_that_lead_nowhere_are_not_all_told()
    {
        var fields = Enumerable.Range(0, 5000).ToDictionary(number => $"/menge/{number}", number => number);

        var problem = await RefusedAsync(JsonContent.Create(new { fields }), HttpStatusCode.BadRequest, "invalid-supplement");

        Assert.Equal(100, problem["errors"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_file_of_a_wrong_type_or_without_its_part()
    {
        using var wrong = new MultipartFormDataContent { { JsonContent.Create(new { message = "Hier" }), "supplement" }, { new ByteArrayContent("text only"u8.ToArray()), "nachweis", "n.pdf" } };
        await RefusedAsync(wrong, HttpStatusCode.BadRequest, "attachment-type");
        using var alone = new MultipartFormDataContent { { new ByteArrayContent([.. "%PDF-1.7\n"u8, 1]), "nachweis", "n.pdf" } };
        await RefusedAsync(alone, HttpStatusCode.BadRequest, "missing-supplement-part");
    }

    private async Task<JsonNode> AcceptedAsync(object supplement, string key) =>
        await JsonOf(await _pipeline.ApplyAsync(_receipt, "supplements", JsonContent.Create(supplement), key), HttpStatusCode.Accepted);

    private async Task<JsonNode> RefusedAsync(HttpContent body, HttpStatusCode status, string code, string? key = null)
    {
        var problem = await JsonOf(await _pipeline.ApplyAsync(_receipt, "supplements", body, key), status);
        Assert.EndsWith($"/{code}", (string)problem["type"]!, StringComparison.Ordinal);
        return problem;
    }
}
