using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>Every route of the desk and of its organisation, by everybody who might try.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const HttpStatusCode Ok = HttpStatusCode.OK;
    private const HttpStatusCode Accepted = HttpStatusCode.Accepted;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;

    private Pipeline _pipeline = null!;

    // What a clerk, a lead and an auditor get; nobody's and another Kommune's answer is the same everywhere.
    public static TheoryData<string, string, string?, HttpStatusCode, HttpStatusCode, HttpStatusCode> Routes => new()
    {
        { "GET", "tasks", null, Ok, Ok, Forbidden },
        { "POST", "tasks/{task}/claim", null, Accepted, Accepted, Forbidden },
        { "POST", "tasks/{task}/release", null, Accepted, Accepted, Forbidden },
        { "POST", "tasks/{task}/delegation", """{"to":"bernd"}""", Accepted, Accepted, Forbidden },
        { "POST", "tasks/{task}/decision", """{"outcome":"approve"}""", Accepted, Accepted, Forbidden },
        { "GET", "applications/{case}", null, Ok, Ok, Forbidden },
        { "POST", "applications/{case}/review", """{"reason":"x"}""", HttpStatusCode.Conflict, HttpStatusCode.Conflict, Forbidden },
        { "GET", "deputies", null, Forbidden, Ok, Forbidden },
        { "PUT", "deputies", """{"items":[]}""", Forbidden, Ok, Forbidden },
        { "GET", "deputies/versions", null, Forbidden, Ok, Ok },
        { "GET", "loans", null, Forbidden, Ok, Forbidden },
        { "POST", "loans", """{"to":"06432007","group":"amt","from":"2026-06-01","until":"2026-06-30","reason":"x"}""", Forbidden, HttpStatusCode.Created, Forbidden },
        { "DELETE", "loans/nothing", null, Forbidden, HttpStatusCode.NotFound, Forbidden },
    };

    public async Task InitializeAsync() => _pipeline = await StartWithTestCatalogueAsync();

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_answers_whom_it_is_for(string method, string route, string? body, HttpStatusCode clerk, HttpStatusCode lead, HttpStatusCode auditor)
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt));
        var path = $"/api/kommunen/{Darmstadt}/{route.Replace("{task}", (string)task["taskId"]!, StringComparison.Ordinal).Replace("{case}", (string)receipt["id"]!, StringComparison.Ordinal)}";

        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(method, path, body, token: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(method, path, body, "no.real.token"));
        Assert.Equal(Forbidden, await AnswerAsync(method, path, body, await TokenAsync(Darmstadt, "ops")));
        Assert.Equal(auditor, await AnswerAsync(method, path, body, await TokenAsync(Darmstadt, "auditor")));
        foreach (var role in new[] { "clerk", "lead", "auditor" })
            Assert.Equal(Forbidden, await AnswerAsync(method, path, body, await TokenAsync(Fischbachtal, role)));
        Assert.Equal(clerk, await AnswerAsync(method, path, body, await TokenAsync(Darmstadt, "clerk")));
        if (route != "tasks/{task}/decision")
            Assert.Equal(lead, await AnswerAsync(method, path, body, await TokenAsync(Darmstadt, "lead")));
    }

    private async Task<string> TokenAsync(string ags, string role) =>
        (string)(await JsonOf(await _pipeline.Http.PostAsJsonAsync("/local/tokens", new { kommune = ags, name = $"{ags}-{role}", roles = new[] { role } }), Ok))["token"]!;

    private async Task<HttpStatusCode> AnswerAsync(string method, string path, string? body, string? token)
    {
        using var answer = await _pipeline.SendAsync(new(method), path, token, body is null ? null : JsonContent.Create(JsonNode.Parse(body)));
        return answer.StatusCode;
    }
}
