using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>Each mistake gets its own problem; nothing is a 500.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;

    public async Task InitializeAsync() => _pipeline = await StartAsync();

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"a":1,"a":2}""")]
    public async Task Malformed_json(string body) => await RefusedAsync(PostAsync(body), HttpStatusCode.BadRequest, "malformed-json");

    [Fact]
    public async Task Bytes_that_are_no_utf8()
    {
        using var body = new ByteArrayContent([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "malformed-json");
    }

    [Fact]
    public async Task Json_nested_beyond_measure() =>
        await RefusedAsync(PostAsync("{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}"), HttpStatusCode.BadRequest, "malformed-json");

    [Fact]
    public async Task An_application_beyond_the_limit() =>
        await RefusedAsync(PostAsync("{\"a\":\"" + new string('x', 2_000_000) + "\"}"), HttpStatusCode.RequestEntityTooLarge, "application-too-large");

    [Fact]
    public async Task Another_media_type() =>
        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.UnsupportedMediaType, "unsupported-body");

    [Theory]
    [InlineData("99999999")]
    [InlineData("darmstadt")]
    [InlineData("0641100%20")]
    public async Task An_unknown_kommune(string ags)
    {
        await RefusedAsync(_pipeline.PostApplicationAsync(ags, JsonContent.Create(new { })), HttpStatusCode.NotFound, "unknown-kommune");
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{ags}/leistungen"), HttpStatusCode.NotFound, "unknown-kommune");
    }

    [Fact]
    public async Task An_unknown_leistung() =>
        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(new { }), leistung: "katzensteuer"), HttpStatusCode.NotFound, "unknown-leistung");

    [Fact]
    public async Task A_missing_field_is_named_in_the_citizens_words()
    {
        var application = await _pipeline.ExampleAsync(Darmstadt);
        application["antragsteller"]!.AsObject().Remove("familienname");

        var problem = await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(application)), HttpStatusCode.BadRequest, "invalid-application");

        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal("#/antragsteller/familienname", (string?)error["pointer"]);
        Assert.Contains("Familienname", (string?)error["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_told_in_english_to_whoever_prefers_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/kommunen/99999999/leistungen");
        request.Headers.AcceptLanguage.ParseAdd("fr, en-GB;q=0.9, de;q=0.5");

        using var answer = await _pipeline.Http.SendAsync(request);

        Assert.Equal("Municipality unknown", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]);
    }

    [Theory]
    [InlineData("", "invalid-idempotency-key")]
    [InlineData("two words", "invalid-idempotency-key")]
    public async Task An_idempotency_key_that_is_none(string key, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/leistungen/{DogTax}/applications") { Content = JsonContent.Create(new { }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);

        await RefusedAsync(_pipeline.Http.SendAsync(request), HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("passfoto", "%PDF-1.7 a", HttpStatusCode.BadRequest, "unknown-attachment-kind")]
    [InlineData("kaufvertrag", "", HttpStatusCode.BadRequest, "empty-attachment")]
    [InlineData("kaufvertrag", "<html>", HttpStatusCode.BadRequest, "attachment-type")]
    public async Task A_file_that_cannot_be_taken(string kind, string content, HttpStatusCode status, string code)
    {
        using var body = JourneyTests.Multipart(await _pipeline.ExampleAsync(Darmstadt), kind, "a.pdf", Encoding.UTF8.GetBytes(content));

        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, body), status, code);
    }

    [Fact]
    public async Task A_file_beyond_the_limit()
    {
        var file = new byte[11 * 1024 * 1024];
        "%PDF-"u8.CopyTo(file);
        using var body = JourneyTests.Multipart(await _pipeline.ExampleAsync(Darmstadt), "kaufvertrag", "a.pdf", file);

        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.RequestEntityTooLarge, "attachment-too-large");
    }

    [Fact]
    public async Task Files_without_an_application()
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7 a"u8.ToArray()), "kaufvertrag", "a.pdf" } };

        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "missing-application-part");
    }

    [Fact]
    public async Task A_multipart_body_that_breaks_off()
    {
        using var body = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"application\"\r\n\r\n{"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        await RefusedAsync(_pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "malformed-multipart");
    }

    [Fact]
    public async Task A_link_without_its_token_or_with_a_wrong_one_or_to_nothing()
    {
        var id = (string)(await _pipeline.SubmitAsync(Darmstadt))["id"]!;

        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/applications/{id}"), HttpStatusCode.Unauthorized, "link-token-missing");
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/applications/{id}?token=wrong"), HttpStatusCode.Forbidden, "link-token-wrong");
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/applications/nothing?token=wrong"), HttpStatusCode.NotFound, "unknown-application");
    }

    [Fact]
    public async Task A_desk_without_a_token_or_with_one_that_is_not_believed()
    {
        var path = $"/api/kommunen/{Darmstadt}/tasks";

        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, path), HttpStatusCode.Unauthorized, "token-missing");
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, path, "no.real.token"), HttpStatusCode.Unauthorized, "token-invalid");
        var token = await _pipeline.TokenAsync(Darmstadt, "anna");
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, path, token[..^4] + "AAAA"), HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_token_that_has_expired()
    {
        var token = await _pipeline.TokenAsync(Darmstadt, "anna");
        _pipeline.Clock.Advance(TimeSpan.FromHours(13));

        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/tasks", token), HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_clerk_of_another_kommune()
    {
        var receipt = await _pipeline.SubmitAsync(Darmstadt);
        var (anna, vera) = (await _pipeline.TokenAsync(Darmstadt, "anna"), await _pipeline.TokenAsync(Fischbachtal, "vera"));
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, anna, receipt));

        await RefusedAsync(_pipeline.ActAsync(Darmstadt, vera, task, "decision", new { outcome = "approve" }), HttpStatusCode.Forbidden, "role-missing");
        await RefusedAsync(_pipeline.ActAsync(Fischbachtal, vera, task, "decision", new { outcome = "approve" }), HttpStatusCode.NotFound, "unknown-task");
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Fischbachtal}/applications/{receipt["id"]}", vera), HttpStatusCode.NotFound, "unknown-case");
    }

    [Fact]
    public async Task A_clerk_of_another_group()
    {
        var receipt = await _pipeline.SubmitAsync(Darmstadt);
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt));
        var olga = await _pipeline.TokenAsync(Darmstadt, "olga", "ordnungsamt");

        Assert.Empty(await _pipeline.TasksAsync(Darmstadt, olga, receipt));
        await RefusedAsync(_pipeline.ActAsync(Darmstadt, olga, task, "decision", new { outcome = "approve" }), HttpStatusCode.Forbidden, "other-groups-task");
    }

    [Fact]
    public async Task A_task_that_is_decided()
    {
        var receipt = await _pipeline.SubmitAsync(Darmstadt);
        var anna = await _pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, anna, receipt));
        await _pipeline.DecideAsync(Darmstadt, anna, receipt);

        await RefusedAsync(_pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "reject", reason = "doch nicht" }), HttpStatusCode.Conflict, "already-decided");
        await RefusedAsync(_pipeline.ActAsync(Darmstadt, anna, task, "claim"), HttpStatusCode.Conflict, "already-decided");
    }

    [Fact]
    public async Task Two_decisions_at_the_same_moment()
    {
        var receipt = await _pipeline.SubmitAsync(Darmstadt);
        var (anna, bernd) = (await _pipeline.TokenAsync(Darmstadt, "anna"), await _pipeline.TokenAsync(Darmstadt, "bernd"));
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, anna, receipt));

        var answers = await Task.WhenAll(
            _pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "approve" }),
            _pipeline.ActAsync(Darmstadt, bernd, task, "decision", new { outcome = "reject", reason = "nein" }));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_task_that_another_clerk_has_claimed()
    {
        var receipt = await _pipeline.SubmitAsync(Darmstadt);
        var (anna, bernd) = (await _pipeline.TokenAsync(Darmstadt, "anna"), await _pipeline.TokenAsync(Darmstadt, "bernd"));
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, anna, receipt));

        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, anna, task, "claim")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, anna, task, "claim")).StatusCode);
        await RefusedAsync(_pipeline.ActAsync(Darmstadt, bernd, task, "claim"), HttpStatusCode.Conflict, "claimed-by-another");
        await RefusedAsync(_pipeline.ActAsync(Darmstadt, bernd, task, "decision", new { outcome = "approve" }), HttpStatusCode.Conflict, "claimed-by-another");
        Assert.Equal("anna", (string?)Assert.Single(await _pipeline.TasksAsync(Darmstadt, bernd, receipt))["assignee"]);
    }

    [Theory]
    [InlineData("""{"outcome":"maybe"}""", "unknown-outcome")]
    [InlineData("""{}""", "unknown-outcome")]
    [InlineData("""{"outcome":"reject"}""", "reason-missing")]
    [InlineData("""{"outcome":"reject","reason":"  "}""", "reason-missing")]
    [InlineData("""{"outcome":7}""", "malformed-decision")]
    [InlineData("no json", "malformed-decision")]
    [InlineData("null", "malformed-decision")]
    public async Task A_decision_that_is_none(string body, string code)
    {
        var receipt = await _pipeline.SubmitAsync(Darmstadt);
        var anna = await _pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, anna, receipt));

        await RefusedAsync(
            _pipeline.SendAsync(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/tasks/{task["taskId"]}/decision", anna, new StringContent(body, Encoding.UTF8, "application/json")),
            HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("06411000-00000000000000000000000000.assess.1")]
    public async Task A_task_that_never_was(string task)
    {
        var anna = await _pipeline.TokenAsync(Darmstadt, "anna");

        await RefusedAsync(_pipeline.ActAsync(Darmstadt, anna, new JsonObject { ["taskId"] = task }, "claim"), HttpStatusCode.NotFound, "unknown-task");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("!!!")]
    public async Task A_page_that_never_was(string cursor) =>
        await RefusedAsync(_pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/tasks?cursor={cursor}", await _pipeline.TokenAsync(Darmstadt, "anna")), HttpStatusCode.BadRequest, "invalid-cursor");

    [Fact]
    public async Task Whatever_json_comes_is_never_a_server_error() =>
        await AnyJson.SampleAsync(async json =>
        {
            using var answer = await PostAsync(json);
            Assert.InRange((int)answer.StatusCode, 200, 499);
        }, iter: 300);

    private static readonly Gen<string> AnyJson = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : Gen.OneOf(
            Gen.String.Select(text => JsonValue.Create(text).ToJsonString()),
            Gen.Double.Select(number => double.IsFinite(number) ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "1e999"),
            Gen.Bool.Select(yes => yes ? "true" : "null"),
            inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(Gen.OneOf(Gen.Const("antragsteller"), Gen.Const("hund"), Gen.Const("haltung"), Gen.Const("familienname"), Gen.Const("chip")), inner)
                .Array[0, 4].Select(fields => $"{{{string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}")));

    private Task<HttpResponseMessage> PostAsync(string body) =>
        _pipeline.PostApplicationAsync(Darmstadt, new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<JsonNode> RefusedAsync(Task<HttpResponseMessage> request, HttpStatusCode status, string code)
    {
        using var answer = await request;
        var problem = await JsonOf(answer, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"https://antrag.example/problems/{code}", (string?)problem["type"]);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
        return problem;
    }
}
