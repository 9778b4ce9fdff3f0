using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Organisation;

/// <summary>A queue or a case is lent to the neighbours: they see that and nothing else, for a time, on record on both sides.</summary>
public sealed class NeighbourHelpTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;

    public async Task InitializeAsync() => _pipeline = await StartWithTestCatalogueAsync();

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task A_clerk_of_the_partner_works_on_the_lent_queue_and_both_sides_have_it_on_record()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var vera = await _pipeline.TokenAsync(Fischbachtal, "vera");
        Assert.Equal(HttpStatusCode.Forbidden, (await TasksAsync(vera)).StatusCode);
        var loan = await LendAsync(new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Urlaub und Krankheit." });

        await _pipeline.DecideAsync(Darmstadt, vera, receipt);

        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
        var approved = (await _pipeline.FileAsync(receipt, await _pipeline.TokenAsync(Darmstadt, "anna")))["journal"]!.AsArray()
            .Select(line => line!["event"]!).Single(happened => (string)happened["kind"]! == "approved");
        Assert.Equal(("vera", Fischbachtal), ((string?)approved["by"]!["clerk"], (string?)approved["by"]!["partner"]));
        foreach (var side in new[] { Darmstadt, Fischbachtal })
        {
            var shown = Assert.Single(await LoansAsync(side))!;
            Assert.Equal(((string?)loan["id"], true), ((string?)shown["id"], (bool)shown["active"]!));
            Assert.Equal("approved vera", Assert.Single(shown["acts"]!.AsArray().Select(act => $"{act!["act"]} {act["clerk"]}")));
        }
    }

    [Fact]
    public async Task What_the_partner_approves_at_its_own_desk_is_not_done_under_a_loan()
    {
        await LendAsync(new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Urlaub." });
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.SecondPair);
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Fischbachtal, "vera"), receipt);

        await _pipeline.DecideAsync(Fischbachtal, await _pipeline.TokenAsync(Fischbachtal, "petra", "pruefung"), receipt);

        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
        foreach (var side in new[] { Darmstadt, Fischbachtal })
            Assert.Equal("vera", (string?)Assert.Single(Assert.Single(await LoansAsync(side))!["acts"]!.AsArray())!["clerk"]);
    }

    [Fact]
    public async Task Of_what_is_not_lent_the_partner_sees_nothing()
    {
        var lent = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var other = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), other));
        await LendAsync(new { to = Fischbachtal, application = (string?)lent["id"], from = "2026-06-01", until = "2026-06-30", reason = "Befangenheit." });
        var vera = await _pipeline.TokenAsync(Fischbachtal, "vera");

        Assert.Single(await _pipeline.TasksAsync(Darmstadt, vera, lent));
        Assert.Empty(await _pipeline.TasksAsync(Darmstadt, vera, other));
        Assert.Equal(HttpStatusCode.NotFound, (await _pipeline.ActAsync(Darmstadt, vera, task, "claim")).StatusCode);
        Assert.Equal((string?)lent["id"], (string?)(await _pipeline.FileAsync(lent, vera))["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/applications/{other["id"]}", vera)).StatusCode);

        await _pipeline.DecideAsync(Darmstadt, vera, lent);
        Assert.Equal(HttpStatusCode.NotFound, (await _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/applications/{lent["id"]}", vera)).StatusCode);
    }

    [Fact]
    public async Task A_loan_begins_and_ends_with_its_days()
    {
        await LendAsync(new { to = Fischbachtal, group = "amt", from = "2026-06-02", until = "2026-06-03", reason = "Umzug." });

        Assert.Equal(HttpStatusCode.Forbidden, (await TasksAsync(await _pipeline.TokenAsync(Fischbachtal, "vera"))).StatusCode);
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await TasksAsync(await _pipeline.TokenAsync(Fischbachtal, "vera"))).StatusCode);
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Forbidden, (await TasksAsync(await _pipeline.TokenAsync(Fischbachtal, "vera"))).StatusCode);
    }

    [Fact]
    public async Task A_loan_that_is_ended_is_over_at_once_and_stays_on_record()
    {
        var loan = await LendAsync(new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Umzug." });
        var (vera, lotte) = (await _pipeline.TokenAsync(Fischbachtal, "vera"), await _pipeline.LeadAsync(Darmstadt, "lotte"));
        Assert.Equal(HttpStatusCode.OK, (await TasksAsync(vera)).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await EndAsync(loan, lotte)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await EndAsync(loan, lotte)).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await TasksAsync(vera)).StatusCode);
        Assert.Equal("lotte", (string?)Assert.Single(await LoansAsync(Fischbachtal))!["endedBy"]);
        Assert.Equal(HttpStatusCode.NotFound, (await EndAsync(new JsonObject { ["id"] = "nothing" }, lotte)).StatusCode);
    }

    [Fact]
    public async Task What_a_helper_left_behind_is_free_once_the_loan_is_over()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var loan = await LendAsync(new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Umzug." });
        var (vera, anna) = (await _pipeline.TokenAsync(Fischbachtal, "vera"), await _pipeline.TokenAsync(Darmstadt, "anna"));
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, anna, receipt));
        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, vera, task, "claim")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _pipeline.ActAsync(Darmstadt, anna, task, "claim")).StatusCode);

        await EndAsync(loan, await _pipeline.LeadAsync(Darmstadt, "lotte"));

        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, anna, task, "claim")).StatusCode);
        await _pipeline.IdleAsync();
        await _pipeline.DecideAsync(Darmstadt, anna, receipt);
        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_partners_lead_cannot_make_their_clerk_the_deputy_of_a_colleague_at_the_lenders_desk()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await LendAsync(new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Umzug." });
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt));
        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), task, "claim")).StatusCode);
        var rules = JsonContent.Create(new { items = new[] { new { absent = "anna", deputy = "vera", from = "2026-06-01", until = "2026-06-30" } } });
        Assert.Equal(HttpStatusCode.OK, (await _pipeline.SendAsync(HttpMethod.Put, $"/api/kommunen/{Fischbachtal}/deputies", await _pipeline.LeadAsync(Fischbachtal, "lea"), rules)).StatusCode);

        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(Fischbachtal, "vera"), task, "decision", new { outcome = "approve" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_loan_can_name_the_partners_group_that_helps()
    {
        await LendAsync(new { to = Fischbachtal, toGroup = "pruefung", group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Umzug." });

        Assert.Equal(HttpStatusCode.Forbidden, (await TasksAsync(await _pipeline.TokenAsync(Fischbachtal, "vera", "amt"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await TasksAsync(await _pipeline.TokenAsync(Fischbachtal, "petra", "pruefung"))).StatusCode);
        Assert.Equal("pruefung", (string?)Assert.Single(await LoansAsync(Fischbachtal))!["toGroup"]);
    }

    [Fact]
    public async Task A_loan_that_is_sent_again_under_its_key_is_the_same_loan()
    {
        var wish = new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-30", reason = "Umzug." };

        var first = await JsonOf(await PostAsync(JsonContent.Create(wish), "key-1"), HttpStatusCode.Created);
        var again = await JsonOf(await PostAsync(JsonContent.Create(wish), "key-1"), HttpStatusCode.Created);
        var other = await JsonOf(await PostAsync(JsonContent.Create(wish with { group = "leitung" }), "key-1"), HttpStatusCode.Conflict);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.EndsWith("/idempotency-key-reused", (string)other["type"]!, StringComparison.Ordinal);
        Assert.Single(await LoansAsync(Darmstadt));
        Assert.Single(await LoansAsync(Fischbachtal));
    }

    [Theory]
    [InlineData("""{"to":"06411000","group":"amt","from":"2026-06-01","until":"2026-06-30","reason":"x"}""", "#/to")]
    [InlineData("""{"to":"99999999","group":"amt","from":"2026-06-01","until":"2026-06-30","reason":"x"}""", "#/to")]
    [InlineData("""{"to":"06432007","from":"2026-06-01","until":"2026-06-30","reason":"x"}""", "#")]
    [InlineData("""{"to":"06432007","group":"garten","from":"2026-06-01","until":"2026-06-30","reason":"x"}""", "#/group")]
    [InlineData("""{"to":"06432007","toGroup":"garten","group":"amt","from":"2026-06-01","until":"2026-06-30","reason":"x"}""", "#/toGroup")]
    [InlineData("""{"to":"06432007","group":"amt","until":"2026-06-30","reason":"x"}""", "#/from")]
    [InlineData("""{"to":"06432007","group":"amt","from":"2026-06-30","until":"2026-06-29","reason":"x"}""", "#/until")]
    [InlineData("""{"to":"06432007","group":"amt","from":"2026-06-01","until":"2026-09-01","reason":"x"}""", "#/until")]
    [InlineData("""{"to":"06432007","group":"amt","from":"2026-06-01","until":"2026-06-30"}""", "#/reason")]
    public async Task A_loan_that_cannot_be(string body, string pointer)
    {
        var problem = await JsonOf(await PostAsync(JsonContent.Create(JsonNode.Parse(body))), HttpStatusCode.BadRequest);

        Assert.EndsWith("/invalid-loan", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Equal(pointer, (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
    }

    private async Task<JsonNode> LendAsync(object wish) => await JsonOf(await PostAsync(JsonContent.Create(wish)), HttpStatusCode.Created);

    private async Task<HttpResponseMessage> PostAsync(HttpContent wish, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/loans") { Content = wish };
        request.Headers.Authorization = new("Bearer", await _pipeline.LeadAsync(Darmstadt, "lotte"));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await _pipeline.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> EndAsync(JsonNode loan, string token) => _pipeline.SendAsync(HttpMethod.Delete, $"/api/kommunen/{Darmstadt}/loans/{loan["id"]}", token);

    private Task<HttpResponseMessage> TasksAsync(string token) => _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/tasks", token);

    private async Task<JsonArray> LoansAsync(string ags) => (await _pipeline.GetAsync($"/api/kommunen/{ags}/loans", await _pipeline.LeadAsync(ags, "lead")))["items"]!.AsArray();
}
