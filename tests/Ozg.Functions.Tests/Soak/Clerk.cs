using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Soak;

/// <summary>Decides what is on the desk, over and over. A decision that got no answer is made again if its task is still there.</summary>
internal sealed class Clerk(DyingHost host, string kommune, string name, string group, ConcurrentDictionary<string, SoakCase> cases)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly ParallelOptions Several = new() { MaxDegreeOfParallelism = 4 };

    // What colleagues who work side by side get to hear.
    private static readonly string[] Refusals = ["/already-decided", "/claimed-by-another", "/same-clerk-twice"];

    public string Kommune => kommune;

    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await host.TalkAsync(DecideAllAsync);
            await Task.Delay(Pause, stop);
        }
    }

    /// <summary>The tasks that this clerk's group has open.</summary>
    public async Task<IReadOnlyList<JsonNode>> TasksAsync(HttpClient http)
    {
        var (path, tasks, cursor) = ($"/api/kommunen/{kommune}/tasks", new List<JsonNode>(), "");
        var token = await TokenAsync(http);
        do
        {
            var page = await AskAsync(http, token, $"{path}?cursor={cursor}");
            tasks.AddRange(page["items"]!.AsArray().Select(task => task!));
            cursor = (string?)page["cursor"];
        }
        while (cursor is not null);
        return tasks;
    }

    /// <summary>A case file, as it comes over the wire.</summary>
    public async Task<string> FileAsync(HttpClient http, string id)
    {
        using var answer = await SendAsync(http, await TokenAsync(http), HttpMethod.Get, $"/api/kommunen/{kommune}/applications/{id}", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<bool> DecideAllAsync(HttpClient http)
    {
        var token = await TokenAsync(http);
        await Parallel.ForEachAsync(await TasksAsync(http), Several, async (task, _) => await DecideAsync(http, token, task));
        return true;
    }

    private async Task DecideAsync(HttpClient http, string token, JsonNode task)
    {
        if (!cases.TryGetValue((string)task["applicationId"]!, out var one) || (string?)task["firstApprovalBy"] == name)
            return; // its form waits for the receipt; or four eyes are two people

        var id = (string)task["taskId"]!;
        if (Random.Shared.Next(3) == 0)
            await ActAsync(http, token, id, "claim", null);
        await ActAsync(http, token, id, "decision", new { outcome = one.DecisionOn(id), reason = $"Grund {one.Key}" });
    }

    private async Task ActAsync(HttpClient http, string token, string task, string act, object? body)
    {
        using var answer = await SendAsync(http, token, HttpMethod.Post, $"/api/kommunen/{kommune}/tasks/{task}/{act}", body);
        if (answer.StatusCode == HttpStatusCode.Accepted)
            return;

        var problem = await JsonOf(answer, HttpStatusCode.Conflict);
        Assert.Contains(Refusals, refusal => ((string)problem["type"]!).EndsWith(refusal, StringComparison.Ordinal));
    }

    private async Task<string> TokenAsync(HttpClient http)
    {
        using var issued = await http.PostAsJsonAsync("/local/tokens", new { kommune, name, groups = new[] { group } });
        return (string)(await JsonOf(issued, HttpStatusCode.OK))["token"]!;
    }

    private static async Task<JsonNode> AskAsync(HttpClient http, string token, string path)
    {
        using var answer = await SendAsync(http, token, HttpMethod.Get, path, null);
        return await JsonOf(answer, HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string token, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }
}
