using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>kill -9 right after a decision's 202, and again in the middle of its delivery.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ozg-kill-").FullName;
    private readonly TaskCompletionSource _firstTry = new();
    private readonly TaskCompletionSource _mayAnswer = new();
    private readonly BackOffice _backOffice;
    private int _answered;
    private Dictionary<string, string> _settings = [];

    public KillTests() => _backOffice = new(async cancellationToken =>
    {
        _firstTry.TrySetResult();
        await _mayAnswer.Task.WaitAsync(cancellationToken);
        Interlocked.Increment(ref _answered);
        return Results.Ok();
    });

    public async Task InitializeAsync()
    {
        await _backOffice.StartAsync();
        _settings = new()
        {
            ["AzureWebJobsStorage"] = await NewStorageAsync(),
            ["BackOffice__Targets__default__steuern__Url"] = _backOffice.Address,
            ["SweepSchedule"] = "* * * * * *",
            ["Operations__SweepAfter"] = "00:00:01",
        };
    }

    public async Task DisposeAsync()
    {
        await _backOffice.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_result_is_delivered_exactly_once()
    {
        JsonNode receipt;
        using (var first = await HostProcess.StartAsync(_folder, _settings))
        {
            receipt = await SubmitAsync(first.Http);
            await DecideAsync(first.Http, receipt);
            await first.KillAsync();
        }

        using (var second = await HostProcess.StartAsync(_folder, _settings))
        {
            await _firstTry.Task.WaitAsync(TimeSpan.FromSeconds(60)); // taken, and not yet answered
            await second.KillAsync();
        }

        using var third = await HostProcess.StartAsync(_folder, _settings);
        _mayAnswer.SetResult();
        var path = new Uri((string)receipt["statusUrl"]!).PathAndQuery;
        await EventuallyAsync(async () => (string?)(await third.Http.GetFromJsonAsync<JsonNode>(path))!["status"] == "completed");

        Assert.Equal($"{receipt["id"]}.deliver", Assert.Single(_backOffice.Kept).Key);
        Assert.Equal(1, _answered);
        Assert.InRange(_backOffice.Tries, 2, int.MaxValue);
    }

    [Fact]
    public async Task What_has_a_receipt_survives_the_death_of_the_storage_too()
    {
        _settings.Remove("AzureWebJobsStorage"); // a host with an Azurite of its own, and both killed in one moment
        var receipts = new List<JsonNode>();
        using (var first = await HostProcess.StartAsync(_folder, _settings))
        {
            for (var i = 0; i < 5; i++)
                receipts.Add(await SubmitAsync(first.Http));
            await first.KillTreeAsync();
        }

        using var second = await HostProcess.StartAsync(_folder, _settings);
        foreach (var receipt in receipts)
        {
            var path = new Uri((string)receipt["statusUrl"]!).PathAndQuery;
            await EventuallyAsync(async () => (string?)(await second.Http.GetFromJsonAsync<JsonNode>(path))!["status"] == "inProgress");
        }
    }

    internal static async Task<JsonNode> SubmitAsync(HttpClient http)
    {
        var leistung = await http.GetFromJsonAsync<JsonNode>($"/api/kommunen/{Darmstadt}/leistungen/{DogTax}");
        using var answer = await http.PostAsJsonAsync($"/api/kommunen/{Darmstadt}/leistungen/{DogTax}/applications", leistung!["examples"]![0]);
        return await JsonOf(answer, HttpStatusCode.Accepted);
    }

    internal static async Task DecideAsync(HttpClient http, JsonNode receipt)
    {
        using var issued = await http.PostAsJsonAsync("/local/tokens", new { kommune = Darmstadt, name = "anna" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await JsonOf(issued, HttpStatusCode.OK))["token"]!);

        JsonNode? task = null;
        await EventuallyAsync(async () =>
            (task = (await http.GetFromJsonAsync<JsonNode>($"/api/kommunen/{Darmstadt}/tasks?application={receipt["id"]}"))!["items"]!.AsArray().SingleOrDefault()) is not null);
        using var decided = await http.PostAsJsonAsync($"/api/kommunen/{Darmstadt}/tasks/{task!["taskId"]}/decision", new { outcome = "approve" });
        Assert.Equal(HttpStatusCode.Accepted, decided.StatusCode);
    }

    // Across processes there is no clock to advance and nothing to await but the public API.
    internal static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
            await tick.WaitForNextTickAsync(patience.Token);
    }
}
