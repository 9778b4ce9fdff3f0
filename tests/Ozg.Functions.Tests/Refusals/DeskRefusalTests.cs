using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Refusals;

/// <summary>What a clerk may not do, or no more.</summary>
public sealed class DeskRefusalTests : Refusals
{
    [Fact]
    public async Task A_desk_without_a_token_or_with_one_that_is_not_believed()
    {
        var path = $"/api/kommunen/{Darmstadt}/tasks";

        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, path), HttpStatusCode.Unauthorized, "token-missing");
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, path, "no.real.token"), HttpStatusCode.Unauthorized, "token-invalid");
        var token = await Pipeline.TokenAsync(Darmstadt, "anna");
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, path, token[..^4] + "AAAA"), HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_token_that_has_expired()
    {
        var token = await Pipeline.TokenAsync(Darmstadt, "anna");
        Pipeline.Clock.Advance(TimeSpan.FromHours(13));

        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/tasks", token), HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_clerk_of_another_kommune()
    {
        var receipt = await Pipeline.SubmitAsync(Darmstadt);
        var (anna, vera) = (await Pipeline.TokenAsync(Darmstadt, "anna"), await Pipeline.TokenAsync(Fischbachtal, "vera"));
        var task = Assert.Single(await Pipeline.TasksAsync(Darmstadt, anna, receipt));

        await RefusedAsync(Pipeline.ActAsync(Darmstadt, vera, task, "decision", new { outcome = "approve" }), HttpStatusCode.Forbidden, "role-missing");
        await RefusedAsync(Pipeline.ActAsync(Fischbachtal, vera, task, "decision", new { outcome = "approve" }), HttpStatusCode.NotFound, "unknown-task");
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Fischbachtal}/applications/{receipt["id"]}", vera), HttpStatusCode.NotFound, "unknown-case");
    }

    [Fact]
    public async Task A_clerk_of_another_group()
    {
        var receipt = await Pipeline.SubmitAsync(Darmstadt);
        var task = Assert.Single(await Pipeline.TasksAsync(Darmstadt, await Pipeline.TokenAsync(Darmstadt, "anna"), receipt));
        var olga = await Pipeline.TokenAsync(Darmstadt, "olga", "ordnungsamt");

        Assert.Empty(await Pipeline.TasksAsync(Darmstadt, olga, receipt));
        await RefusedAsync(Pipeline.ActAsync(Darmstadt, olga, task, "decision", new { outcome = "approve" }), HttpStatusCode.Forbidden, "other-groups-task");
    }

    [Fact]
    public async Task A_task_that_is_decided()
    {
        var receipt = await Pipeline.SubmitAsync(Darmstadt);
        var anna = await Pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await Pipeline.TasksAsync(Darmstadt, anna, receipt));
        await Pipeline.DecideAsync(Darmstadt, anna, receipt);

        await RefusedAsync(Pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "reject", reason = "doch nicht" }), HttpStatusCode.Conflict, "already-decided");
        await RefusedAsync(Pipeline.ActAsync(Darmstadt, anna, task, "claim"), HttpStatusCode.Conflict, "already-decided");
    }

    [Fact]
    public async Task Two_decisions_at_the_same_moment()
    {
        var receipt = await Pipeline.SubmitAsync(Darmstadt);
        var (anna, bernd) = (await Pipeline.TokenAsync(Darmstadt, "anna"), await Pipeline.TokenAsync(Darmstadt, "bernd"));
        var task = Assert.Single(await Pipeline.TasksAsync(Darmstadt, anna, receipt));

        var answers = await Task.WhenAll(
            Pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "approve" }),
            Pipeline.ActAsync(Darmstadt, bernd, task, "decision", new { outcome = "reject", reason = "nein" }));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_task_that_another_clerk_has_claimed()
    {
        var receipt = await Pipeline.SubmitAsync(Darmstadt);
        var (anna, bernd) = (await Pipeline.TokenAsync(Darmstadt, "anna"), await Pipeline.TokenAsync(Darmstadt, "bernd"));
        var task = Assert.Single(await Pipeline.TasksAsync(Darmstadt, anna, receipt));

        Assert.Equal(HttpStatusCode.Accepted, (await Pipeline.ActAsync(Darmstadt, anna, task, "claim")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await Pipeline.ActAsync(Darmstadt, anna, task, "claim")).StatusCode);
        await RefusedAsync(Pipeline.ActAsync(Darmstadt, bernd, task, "claim"), HttpStatusCode.Conflict, "claimed-by-another");
        await RefusedAsync(Pipeline.ActAsync(Darmstadt, bernd, task, "decision", new { outcome = "approve" }), HttpStatusCode.Conflict, "claimed-by-another");
        Assert.Equal("anna", (string?)Assert.Single(await Pipeline.TasksAsync(Darmstadt, bernd, receipt))["assignee"]);
    }

    [Theory]
    [InlineData("""{"outcome":"maybe"}""", "unknown-outcome")]
    [InlineData("""{}""", "unknown-outcome")]
    [InlineData("""{"outcome":"reject"}""", "reason-missing")]
    [InlineData("""{"outcome":"reject","reason":"  "}""", "reason-missing")]
    [InlineData("""{"outcome":7}""", "malformed-decision")]
    [InlineData("""{"outcome":"requestInformation","reason":"Was?","feilds":[]}""", "malformed-decision")]
    [InlineData("""{"outcome":"requestInformation","reason":"Was?","fields":["/hund/flügel"]}""", "invalid-fields")]
    [InlineData("""{"outcome":"requestInformation","reason":"Was?","fields":[null]}""", "invalid-fields")]
    [InlineData("""{"outcome":"approve","fields":["/hund"]}""", "invalid-fields")]
    [InlineData("no json", "malformed-decision")]
    [InlineData("null", "malformed-decision")]
    public async Task A_decision_that_is_none(string body, string code)
    {
        var receipt = await Pipeline.SubmitAsync(Darmstadt);
        var anna = await Pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await Pipeline.TasksAsync(Darmstadt, anna, receipt));

        await RefusedAsync(
            Pipeline.SendAsync(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/tasks/{task["taskId"]}/decision", anna, new StringContent(body, Encoding.UTF8, "application/json")),
            HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("06411000-00000000000000000000000000.assess.1")]
    public async Task A_task_that_never_was(string task)
    {
        var anna = await Pipeline.TokenAsync(Darmstadt, "anna");

        await RefusedAsync(Pipeline.ActAsync(Darmstadt, anna, new JsonObject { ["taskId"] = task }, "claim"), HttpStatusCode.NotFound, "unknown-task");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("!!!")]
    public async Task A_page_that_never_was(string cursor) =>
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/tasks?cursor={cursor}", await Pipeline.TokenAsync(Darmstadt, "anna")), HttpStatusCode.BadRequest, "invalid-cursor");
}
