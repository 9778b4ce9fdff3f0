using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Organisation;

/// <summary>What a helper of a partner Kommune has: whose it is while the loan holds, whose afterwards, and how the journal tells it.</summary>
public sealed class HelpersTaskTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private JsonNode _receipt = null!;
    private JsonNode _task = null!;

    public async Task InitializeAsync()
    {
        _pipeline = await StartWithTestCatalogueAsync();
        _receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        _task = await ShownAsync();
        var wish = JsonContent.Create(new { to = Fischbachtal, group = "amt", from = "2026-06-01", until = "2026-06-03", reason = "Umzug." });
        Assert.Equal(HttpStatusCode.Created, (await _pipeline.SendAsync(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/loans", await _pipeline.LeadAsync(Darmstadt, "lotte"), wish)).StatusCode);
    }

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task A_task_that_a_helper_has_is_free_in_the_list_from_the_day_after_the_loan()
    {
        await ActAsync(Fischbachtal, "vera", "claim");
        await _pipeline.IdleAsync();
        Assert.Equal("vera 06432007", Assignee(await ShownAsync()));

        await _pipeline.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal(" ", Assignee(await ShownAsync()));
        Assert.Empty((await _pipeline.GetAsync($"/api/kommunen/{Darmstadt}/tasks?assignee=vera", await _pipeline.TokenAsync(Darmstadt, "anna")))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_journal_tells_why_another_has_it_now()
    {
        await ActAsync(Fischbachtal, "vera", "claim");
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(3));

        await ActAsync(Darmstadt, "anna", "claim");
        await ActAsync(Darmstadt, "anna", "claim");
        await _pipeline.IdleAsync();

        Assert.Equal("anna ", Assignee(await ShownAsync()));
        Assert.Equal(["claimed vera", "released anna left by vera 06432007", "claimed anna"], await JournalAsync());
    }

    [Theory]
    [InlineData("decision", """{"outcome":"approve"}""", "approved anna")]
    [InlineData("release", null, null)]
    [InlineData("delegation", """{"to":"bernd"}""", "delegated anna to bernd ")]
    public async Task Whatever_is_done_with_it_next_frees_it_first(string act, string? body, string? then)
    {
        await ActAsync(Fischbachtal, "vera", "claim");
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(3));

        await ActAsync(Darmstadt, "anna", act, body);
        await _pipeline.IdleAsync();

        Assert.Equal(then is null ? ["claimed vera", "released anna left by vera 06432007"] : ["claimed vera", "released anna left by vera 06432007", then], await JournalAsync());
    }

    [Fact]
    public async Task Of_many_who_want_what_was_left_behind_at_the_same_moment_one_has_it()
    {
        await ActAsync(Fischbachtal, "vera", "claim");
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(3));
        var tokens = await Task.WhenAll(new[] { "anna", "bernd", "carla", "dora" }.Select(name => _pipeline.TokenAsync(Darmstadt, name)));

        var answers = await Task.WhenAll(tokens.Select(token => _pipeline.ActAsync(Darmstadt, token, _task, "claim")));
        await _pipeline.IdleAsync();

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(3, (await JournalAsync()).Count);
    }

    [Fact]
    public async Task A_task_that_is_given_to_a_helper_says_from_where_they_help_on_both_sides_and_is_free_after_the_loan()
    {
        await ActAsync(Darmstadt, "anna", "delegation", """{"to":"vera","partner":"06432007"}""");
        await _pipeline.IdleAsync();

        Assert.Equal("vera 06432007", Assignee(await ShownAsync()));
        Assert.Equal(["delegated anna to vera 06432007"], await JournalAsync());
        foreach (var side in new[] { Darmstadt, Fischbachtal })
        {
            var loan = Assert.Single((await _pipeline.GetAsync($"/api/kommunen/{side}/loans", await _pipeline.LeadAsync(side, "lead")))["items"]!.AsArray())!;
            Assert.Equal("delegated anna vera", Assert.Single(loan["acts"]!.AsArray().Select(act => $"{act!["act"]} {act["clerk"]} {act["to"]}")));
        }

        await _pipeline.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal(" ", Assignee(await ShownAsync()));
    }

    [Theory]
    [InlineData("06432001")]
    [InlineData("nowhere")]
    public async Task A_task_cannot_be_given_to_a_kommune_to_which_it_is_not_lent(string partner)
    {
        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), _task, "delegation", new { to = "vera", partner });

        var problem = await JsonOf(answer, HttpStatusCode.BadRequest);
        Assert.EndsWith("/not-lent-there", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Equal("#/partner", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task A_helper_who_claims_what_was_given_to_them_by_name_alone_leaves_their_kommune_in_the_journal()
    {
        await ActAsync(Darmstadt, "anna", "delegation", """{"to":"vera"}""");
        await _pipeline.IdleAsync();
        Assert.Equal("vera ", Assignee(await ShownAsync()));

        await ActAsync(Fischbachtal, "vera", "claim");
        await ActAsync(Fischbachtal, "vera", "claim");
        await _pipeline.IdleAsync();

        Assert.Equal("vera 06432007", Assignee(await ShownAsync()));
        Assert.Equal(["delegated anna to vera ", "claimed vera"], await JournalAsync());
    }

    [Fact]
    public async Task A_helper_gives_a_task_to_a_colleague_of_their_own_or_back_to_one_of_the_lenders()
    {
        await ActAsync(Fischbachtal, "vera", "delegation", """{"to":"viktor"}""");
        await ActAsync(Fischbachtal, "viktor", "delegation", """{"to":"anna","partner":"06411000"}""");
        await _pipeline.IdleAsync();

        Assert.Equal(["delegated vera to viktor 06432007", "delegated viktor to anna "], await JournalAsync());
        Assert.Equal("anna ", Assignee(await ShownAsync()));
    }

    private static string Assignee(JsonNode task) => $"{task["assignee"]} {task["helper"]}";

    private async Task<JsonNode> ShownAsync() => Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), _receipt));

    private async Task ActAsync(string home, string name, string act, string? body = null)
    {
        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(home, name), _task, act, body is null ? null : JsonNode.Parse(body));
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{name} {act}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    // What people did.
    private async Task<IReadOnlyList<string>> JournalAsync() =>
    [
        .. (await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "zoe")))["journal"]!.AsArray().Select(line => line!["event"]!)
            .Where(happened => happened["by"] is not null)
            .Select(happened => $"{happened["kind"]} {happened["by"]!["clerk"]}"
                + (happened["to"] is { } to ? $" to {to} {happened["toPartner"]}" : "")
                + (happened["leftBy"] is { } left ? $" left by {left["clerk"]} {left["partner"]}" : "")),
    ];
}
