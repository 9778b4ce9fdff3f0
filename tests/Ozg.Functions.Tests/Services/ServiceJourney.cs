using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Services;

/// <summary>
/// One application for a Leistung of the shipped catalogue, from POST to its end, as those outside see it: applicant, clerks,
/// registers, payment platform and back-offices.
/// </summary>
internal sealed class ServiceJourney : IAsyncDisposable
{
    public const string OberRamstadt = "06432016";

    private readonly Pipeline _pipeline;
    private readonly string _ags;
    private readonly string _leistung;
    private JsonNode? _receipt;

    private ServiceJourney(Pipeline pipeline, string ags, string leistung) => (_pipeline, _ags, _leistung) = (pipeline, ags, leistung);

    /// <summary>For what only some journeys do.</summary>
    public Pipeline Pipeline => _pipeline;

    /// <summary>What the applicant got for the application.</summary>
    public JsonNode Receipt => _receipt ?? throw new InvalidOperationException("Nothing is submitted yet.");

    /// <summary>On Monday, 8 June 2026, at ten in the morning, unless the journey needs another day: a week without holidays.</summary>
    public static async Task<ServiceJourney> StartAsync(string ags, string leistung, DateTimeOffset? now = null) =>
        new(await Pipeline.StartAsync(now: now ?? new DateTimeOffset(2026, 6, 8, 8, 0, 0, TimeSpan.Zero)), ags, leistung);

    /// <summary>Ten in the morning on a day in summer.</summary>
    public static DateTimeOffset Summer(int month, int day) => new(2026, month, day, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Sends a shipped example and waits until nothing runs any more.</summary>
    /// <param name="like">Picks the example; left out: any that shows what is usual, the one called standard.</param>
    /// <param name="change">What this applicant says differently.</param>
    /// <param name="attachments">Kinds; of each, a small PDF.</param>
    public async Task SubmitAsync(Func<JsonNode, bool> like, Action<JsonNode>? change = null, params string[] attachments)
    {
        var application = await ExampleAsync(like);
        change?.Invoke(application);
        _receipt = await JsonOf(await PostAsync(application, attachments), HttpStatusCode.Accepted);
        await _pipeline.IdleAsync();
    }

    /// <summary>The first shipped example that is like this.</summary>
    public async Task<JsonNode> ExampleAsync(Func<JsonNode, bool> like) =>
        (await _pipeline.GetAsync($"/api/kommunen/{_ags}/leistungen/{_leistung}"))["examples"]!.AsArray().First(example => like(example!))!.DeepClone();

    /// <summary>Sends an application, whatever the answer.</summary>
    public async Task<HttpResponseMessage> PostAsync(JsonNode application, params string[] attachments)
    {
        using var body = Body("application", application, attachments);
        return await _pipeline.PostApplicationAsync(_ags, body, leistung: _leistung);
    }

    /// <summary>Hands the application on from the group's one open task, and waits until nothing runs any more.</summary>
    public async Task<ServiceJourney> ForwardAsync(string group, string forwardTo, string reason)
    {
        using var answer = await TryForwardAsync(group, forwardTo, reason);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await _pipeline.IdleAsync();
        return await ElsewhereAsync(forwardTo);
    }

    public async Task<HttpResponseMessage> TryForwardAsync(string group, string? forwardTo, string? reason, string outcome = "forward") =>
        await _pipeline.ActAsync(_ags, await _pipeline.TokenAsync(_ags, "anna", group), await TaskAsync(group), "decision", new { outcome, reason, forwardTo });

    /// <summary>The application at the Kommune that has it now, by the link that the status page gives.</summary>
    public async Task<ServiceJourney> ElsewhereAsync(string ags)
    {
        var link = new Uri((string)(await StatusAsync())["forwardedTo"]!["statusUrl"]!);
        return new(_pipeline, ags, _leistung) { _receipt = new JsonObject { ["id"] = link.Segments[^1], ["statusUrl"] = link.ToString() } };
    }

    public async Task<JsonNode> StatusAsync() => await _pipeline.StatusAsync(Receipt);

    public async Task<string> StateAsync() => (string)(await StatusAsync())["status"]!;

    /// <summary>The kinds of what has happened, as the status page shows it.</summary>
    public async Task<IReadOnlyList<string>> TimelineAsync() => [.. (await StatusAsync())["timeline"]!.AsArray().Select(entry => (string)entry!["event"]!)];

    /// <summary>The sentences of the status page.</summary>
    public async Task<IReadOnlyList<string>> SentencesAsync() => [.. (await StatusAsync())["timeline"]!.AsArray().Select(entry => (string)entry!["text"]!)];

    public async Task<IReadOnlyList<string>> DocumentsAsync() => [.. (await StatusAsync())["documents"]!.AsArray().Select(document => (string)document!["name"]!)];

    public Task<string> DocumentAsync(string name) => _pipeline.DocumentAsync(Receipt, name);

    /// <summary>The groups that have an open task of this application, in the order of the list.</summary>
    public async Task<IReadOnlyList<string>> DesksAsync(string? ags = null) =>
        [.. (await _pipeline.TasksAsync(ags ?? _ags, await _pipeline.TokenAsync(ags ?? _ags, "all"), Receipt)).Select(task => (string)task["group"]!)];

    /// <summary>The one open task of this application that a clerk of the group sees.</summary>
    public async Task<JsonNode> TaskAsync(string group, string? ags = null) =>
        Assert.Single(await _pipeline.TasksAsync(ags ?? _ags, await _pipeline.TokenAsync(ags ?? _ags, "anna", group), Receipt));

    /// <summary>Decides the group's one open task and waits until nothing runs any more.</summary>
    public async Task DecideAsync(string group, string outcome = "approve", string? reason = null, string clerk = "anna", string? ags = null)
    {
        using var answer = await TryDecideAsync(group, outcome, reason, clerk, ags);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await _pipeline.IdleAsync();
    }

    public async Task<HttpResponseMessage> TryDecideAsync(string group, string outcome = "approve", string? reason = null, string clerk = "anna", string? ags = null) =>
        await _pipeline.ActAsync(ags ?? _ags, await _pipeline.TokenAsync(ags ?? _ags, clerk, group), await TaskAsync(group, ags), "decision", new { outcome, reason });

    /// <summary>Reads the case, and approves on just that: with its <c>ETag</c>.</summary>
    public async Task<HttpResponseMessage> DecideOnReadAsync(string group, string clerk)
    {
        var token = await _pipeline.TokenAsync(_ags, clerk, group);
        using var file = await _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{_ags}/applications/{Receipt["id"]}", token);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{_ags}/tasks/{(await TaskAsync(group))["taskId"]}/decision") { Content = JsonContent.Create(new { outcome = "approve" }) };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.IfMatch.Add(file.Headers.ETag!);
        return await _pipeline.Http.SendAsync(request);
    }

    /// <summary>Approves something else than the task proposes, and waits until nothing runs any more.</summary>
    public async Task GrantAsync(string group, string reason, Dictionary<string, JsonNode?> changes, string clerk = "anna", string? ags = null)
    {
        using var answer = await TryGrantAsync(group, reason, changes, clerk, ags);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await _pipeline.IdleAsync();
    }

    public async Task<HttpResponseMessage> TryGrantAsync(
        string group, string? reason, Dictionary<string, JsonNode?> changes, string clerk = "anna", string? ags = null, string outcome = "approve") =>
        await _pipeline.ActAsync(ags ?? _ags, await _pipeline.TokenAsync(ags ?? _ags, clerk, group), await TaskAsync(group, ags), "decision", new { outcome, reason, changes });

    /// <summary>Opens a review of what was granted, and waits until nothing runs any more.</summary>
    public async Task ReviewAsync(string group, string reason, string clerk = "anna")
    {
        using var answer = await TryReviewAsync(group, reason, clerk);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await _pipeline.IdleAsync();
    }

    public async Task<HttpResponseMessage> TryReviewAsync(string group, string? reason, string clerk = "anna", string? ags = null) =>
        await _pipeline.SendAsync(
            HttpMethod.Post, $"/api/kommunen/{ags ?? _ags}/applications/{Receipt["id"]}/review", await _pipeline.TokenAsync(ags ?? _ags, clerk, group), JsonContent.Create(new { reason }));

    /// <summary>The case file, as a clerk of the Kommune sees it.</summary>
    public async Task<JsonNode> FileAsync() => await _pipeline.FileAsync(Receipt, await _pipeline.TokenAsync(_ags, "anna"), _ags);

    /// <summary>Somebody stands in for a colleague in the two weeks from today.</summary>
    public async Task DeputyAsync(string absent, string deputy)
    {
        var today = DateOnly.FromDateTime(_pipeline.Clock.GetUtcNow().UtcDateTime);
        var items = new[] { new { absent, deputy, from = today, until = today.AddDays(14) } };
        using var answer = await _pipeline.SendAsync(HttpMethod.Put, $"/api/kommunen/{_ags}/deputies", await _pipeline.LeadAsync(_ags, "lotte"), JsonContent.Create(new { items }));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>What a register finds from now on.</summary>
    public async Task RegisterAsync(string register, string condition, bool holds = true, string? responsible = null, string? ags = null)
    {
        var answers = new Dictionary<string, bool> { [condition] = holds };
        using var answer = await _pipeline.SendAsync(HttpMethod.Put, $"/local/registers/{register}", body: JsonContent.Create(new { kommune = ags ?? _ags, answers, responsible }));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>Pays, or tries to, on the page that the status page leads to; within the hour the platform has been asked.</summary>
    public async Task PayAsync(string status = "BOOKED")
    {
        await PayOnAsync(await PageAsync(), status);
        await _pipeline.AdvanceAsync(TimeSpan.FromHours(1));
    }

    /// <summary>The page on which the applicant can pay now.</summary>
    public async Task<Uri> PageAsync() => new((string)(await StatusAsync())["payment"]!["page"]!);

    /// <summary>Pays on a page, however the application stands.</summary>
    public async Task PayOnAsync(Uri page, string status = "BOOKED") =>
        await JsonOf(await _pipeline.SendAsync(HttpMethod.Post, page.AbsolutePath, body: JsonContent.Create(new { status })), HttpStatusCode.OK);

    public Task AdvanceAsync(int days) => _pipeline.AdvanceAsync(TimeSpan.FromDays(days));

    public async Task WithdrawAsync()
    {
        using var answer = await _pipeline.ApplyAsync(Receipt, "withdrawal");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await _pipeline.IdleAsync();
    }

    /// <summary>Sends what the applicant was asked for and waits until nothing runs any more.</summary>
    public Task SupplementAsync(string message, Dictionary<string, JsonNode?>? fields = null, params string[] attachments) => SupplementAsync(message, null, fields, attachments);

    /// <summary>Answers one question.</summary>
    public Task AnswerAsync(string request, string message) => SupplementAsync(message, request, null);

    private async Task SupplementAsync(string message, string? request, Dictionary<string, JsonNode?>? fields, params string[] attachments)
    {
        using var body = Body("supplement", JsonContent.Create(new { message, fields = fields ?? [], request }), attachments);
        using var answer = await _pipeline.ApplyAsync(Receipt, "supplements", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await _pipeline.IdleAsync();
    }

    /// <summary>What the back-offices got, by the step that delivered it: each once.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode>> DeliveriesAsync() =>
        (await _pipeline.DeliveriesAsync(Receipt)).ToDictionary(one => ((string)one!["idempotencyKey"]!)[((string)Receipt["id"]! + ".").Length..], one => one!["body"]!);

    public ValueTask DisposeAsync() => _pipeline.DisposeAsync();

    private static MultipartFormDataContent Body(string part, JsonNode content, string[] attachments) => Body(part, JsonContent.Create(content), attachments);

    private static MultipartFormDataContent Body(string part, HttpContent content, string[] attachments)
    {
        var body = new MultipartFormDataContent { { content, part } };
        foreach (var kind in attachments)
            body.Add(new ByteArrayContent([.. "%PDF-1.7\n"u8, 1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, kind, $"{kind}.pdf");
        return body;
    }
}
