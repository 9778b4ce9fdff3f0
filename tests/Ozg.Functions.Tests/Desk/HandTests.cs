using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Desk;

/// <summary>Tasks change hands: claimed, given back, given on, taken over by a deputy.</summary>
public sealed class HandTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;

    public async Task InitializeAsync() => _pipeline = await StartWithTestCatalogueAsync();

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task A_task_that_is_given_back_is_free_for_others()
    {
        var (receipt, task) = await TaskAsync();
        await ActAsync("anna", task, "claim");
        await ActAsync("bernd", task, "release", expected: HttpStatusCode.Conflict);
        await ActAsync("anna", task, "release");
        await ActAsync("anna", task, "release");

        await ActAsync("bernd", task, "claim");
        await _pipeline.IdleAsync();

        Assert.Equal("bernd", (string?)(await OnlyAsync(receipt))["assignee"]);
        Assert.Equal(["claimed", "released", "claimed"], (await JournalAsync(receipt)).Select(happened => (string)happened["kind"]!).Skip(2));
    }

    [Fact]
    public async Task A_task_goes_round_and_round_without_a_pause()
    {
        var (receipt, task) = await TaskAsync();
        for (var round = 0; round < 3; round++)
        {
            await ActAsync("anna", task, "claim");
            await ActAsync("anna", task, "delegation", new { to = "bernd" });
            await ActAsync("bernd", task, "release");
        }

        await ActAsync("anna", task, "claim");
        await _pipeline.IdleAsync();

        Assert.Equal("anna", (string?)(await OnlyAsync(receipt))["assignee"]);
        Assert.Equal(10, (await JournalAsync(receipt)).Count - 2);
    }

    [Fact]
    public async Task A_task_that_is_given_to_a_colleague_is_theirs_alone()
    {
        var (_, task) = await TaskAsync();
        await ActAsync("anna", task, "delegation", new { to = "bernd" });

        await ActAsync("anna", task, "decision", new { outcome = "approve" }, HttpStatusCode.Conflict);
        await ActAsync("bernd", task, "decision", new { outcome = "approve" });
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"to":""}""")]
    [InlineData("""{"to":"two words"}""")]
    [InlineData("""{"tu":"bernd"}""")]
    public async Task A_delegation_to_nobody(string body)
    {
        var (_, task) = await TaskAsync();

        await ActAsync("anna", task, "delegation", JsonNode.Parse(body), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_lead_hands_on_what_somebody_else_has()
    {
        var (receipt, task) = await TaskAsync();
        await ActAsync("anna", task, "claim");

        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.LeadAsync(Darmstadt, "lotte"), task, "delegation", new { to = "bernd" });
        await _pipeline.IdleAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("bernd", (string?)(await OnlyAsync(receipt))["assignee"]);
    }

    [Fact]
    public async Task A_lead_sees_and_hands_on_the_tasks_of_every_group_and_decides_those_of_their_own()
    {
        var (receipt, task) = await TaskAsync();
        var lotte = await LeadOfAsync("pruefung");

        Assert.Single(await _pipeline.TasksAsync(Darmstadt, lotte, receipt));
        Assert.Equal(HttpStatusCode.Forbidden, (await _pipeline.ActAsync(Darmstadt, lotte, task, "decision", new { outcome = "approve" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _pipeline.ActAsync(Darmstadt, lotte, task, "claim")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, lotte, task, "delegation", new { to = "bernd" })).StatusCode);
        await ActAsync("bernd", task, "decision", new { outcome = "approve" });
    }

    [Fact]
    public async Task A_lead_takes_back_what_was_given_to_somebody_whom_nobody_knows()
    {
        var (receipt, task) = await TaskAsync();
        await ActAsync("anna", task, "delegation", new { to = "nobody" });
        await ActAsync("anna", task, "claim", expected: HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, await LeadOfAsync("pruefung"), task, "release")).StatusCode);

        await ActAsync("anna", task, "decision", new { outcome = "approve" });
        await _pipeline.IdleAsync();
        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_deputy_decides_in_place_of_the_absent_clerk_and_the_journal_says_so()
    {
        var (receipt, task) = await TaskAsync();
        await ActAsync("anna", task, "claim");
        await ActAsync("bernd", task, "decision", new { outcome = "approve" }, HttpStatusCode.Conflict);
        await PutDeputiesAsync("anna", "bernd");

        await ActAsync("bernd", task, "decision", new { outcome = "approve" });
        await _pipeline.IdleAsync();

        var approved = (await JournalAsync(receipt)).Single(happened => (string)happened["kind"]! == "approved");
        Assert.Equal(("bernd", "anna"), ((string?)approved["by"]!["clerk"], (string?)approved["by"]!["for"]));
    }

    [Fact]
    public async Task A_deputy_sees_what_the_absent_clerk_has_also_from_another_group_and_only_on_those_days()
    {
        var (receipt, task) = await TaskAsync();
        await ActAsync("anna", task, "claim");
        await _pipeline.IdleAsync();
        await PutDeputiesAsync("anna", "paula", until: "2026-06-02");

        Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"), receipt));
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Empty(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"), receipt));
    }

    [Fact]
    public async Task The_second_of_four_eyes_are_neither_the_first_ones_nor_their_deputys()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.FourEyes, menge: 50);
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        await PutDeputiesAsync("anna", "bernd");
        var second = await OnlyAsync(receipt);
        Assert.Equal("anna", (string?)second["firstApprovalBy"]);

        await ActAsync("anna", second, "decision", new { outcome = "approve" }, HttpStatusCode.Conflict, "same-clerk-twice");
        await ActAsync("bernd", second, "decision", new { outcome = "approve" }, HttpStatusCode.Conflict, "deputy-of-the-first");
        await ActAsync("carla", second, "delegation", new { to = "bernd" }, HttpStatusCode.Conflict, "deputy-of-the-first");
        await ActAsync("carla", second, "decision", new { outcome = "approve" });
        await _pipeline.IdleAsync();

        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_task_reminds_then_is_overdue_and_seen_by_the_escalation_group()
    {
        var (receipt, _) = await TaskAsync();
        Assert.Empty(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "lisa", "leitung"), receipt));

        await _pipeline.AdvanceAsync(TimeSpan.FromDays(28));

        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "lisa", "leitung"), receipt));
        Assert.Equal((true, true, "leitung"), ((bool)task["reminded"]!, (bool)task["overdue"]!, (string)task["escalatedTo"]!));
        Assert.Equal(["amt 1", "leitung 1", "pruefung 0"], await Task.WhenAll(new[] { "amt", "leitung", "pruefung" }.Select(async group => $"{group} {await CountAsync(group)}")));

        async Task<int> CountAsync(string group) =>
            (await _pipeline.GetAsync($"/api/kommunen/{Darmstadt}/tasks?group={group}&application={receipt["id"]}", await _pipeline.TokenAsync(Darmstadt, "zoe")))["items"]!.AsArray().Count;
    }

    private async Task<(JsonNode Receipt, JsonNode Task)> TaskAsync()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        return (receipt, await OnlyAsync(receipt));
    }

    private async Task<JsonNode> OnlyAsync(JsonNode receipt) => Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "zoe"), receipt));

    private async Task<List<JsonNode>> JournalAsync(JsonNode receipt) =>
        [.. (await _pipeline.FileAsync(receipt, await _pipeline.TokenAsync(Darmstadt, "zoe")))["journal"]!.AsArray().Select(line => line!["event"]!)];

    private async Task ActAsync(string name, JsonNode task, string act, object? body = null, HttpStatusCode expected = HttpStatusCode.Accepted, string? code = null)
    {
        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, name), task, act, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{name} {act}: {answer.StatusCode} {text}");
        Assert.Contains(code ?? "", text, StringComparison.Ordinal);
    }

    private async Task<string> LeadOfAsync(string group) =>
        (string)(await JsonOf(await _pipeline.Http.PostAsJsonAsync("/local/tokens", new { kommune = Darmstadt, name = "lotte", roles = new[] { "lead" }, groups = new[] { group } }), HttpStatusCode.OK))["token"]!;

    private async Task PutDeputiesAsync(string absent, string deputy, string until = "2026-06-12")
    {
        using var answer = await _pipeline.SendAsync(HttpMethod.Put, $"/api/kommunen/{Darmstadt}/deputies", await _pipeline.LeadAsync(Darmstadt, "lotte"),
            JsonContent.Create(new { items = new[] { new { absent, deputy, from = "2026-06-01", until } } }));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
