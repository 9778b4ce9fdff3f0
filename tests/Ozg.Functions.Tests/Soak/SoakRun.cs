using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit.Sdk;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Soak;

/// <summary>Forms, clerks and a back-office at work, while the host is killed under them.</summary>
internal sealed class SoakRun : IAsyncDisposable
{
    // For a case to get one step further. The whole way may take long: hundreds of others are on it at the same time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SoakPlan _plan;
    private readonly Action<string> _say;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _closingTime = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ozg-soak-").FullName;
    private readonly ConcurrentDictionary<string, SoakCase> _received = new();
    private readonly SemaphoreSlim _maySend = new(0);
    private readonly Dictionary<string, string> _settings = [];
    private readonly Dictionary<string, Clerk> _desk = [];
    private readonly List<SoakCase> _cases = [];
    private readonly List<Task> _people = [];
    private readonly Random _random;
    private readonly BackOffice _backOffice;
    private readonly DyingHost _host;

    public SoakRun(SoakPlan plan, Action<string> say)
    {
        (_plan, _say, _random) = (plan, say, new Random(plan.Seed));
        _backOffice = new(AnswerAsync);
        _host = new(_folder, _settings, _stop.Token);
    }

    public async Task RunAsync()
    {
        await BeginAsync();
        for (var kill = 1; kill <= _plan.Kills; kill++)
            await LiveAndDieAsync(kill);

        _host.Begin();
        await _host.WhenReadyAsync();
        await EndAsync();
        await CheckAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _closingTime.CancelAsync();
        _host.Dispose();
        await _backOffice.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _stop.Dispose();
        _closingTime.Dispose();
        _maySend.Dispose();
    }

    private async Task BeginAsync()
    {
        await _backOffice.StartAsync();
        _settings["AzureWebJobsStorage"] = await NewStorageAsync();
        _settings["BackOffice__Targets__default__steuern__Url"] = _backOffice.Address;
        _settings["BackOffice__RetryDelay"] = "00:00:01";
        _settings["BackOffice__MaxRetryDelay"] = "00:00:02";
        _settings["SweepSchedule"] = "* * * * * *";
        _settings["Operations__SweepAfter"] = "00:00:03";

        _host.Begin();
        await _host.WhenReadyAsync();
        var examples = (await _host.TalkAsync(http => http.GetFromJsonAsync<JsonNode>($"/api/kommunen/{Darmstadt}/leistungen/{DogTax}")))!["examples"]!.AsArray();
        JsonNode Example(bool dangerous) => examples.First(example => (bool)example!["haltung"]!["gefaehrlich"]! == dangerous)!;
        for (var number = 1; number <= _plan.Applications; number++)
            _cases.Add(SoakCase.Make(number, _random, Example(false), Example(true)));
        await _host.KillAsync();

        foreach (var (kommune, name, group) in (ReadOnlySpan<(string, string, string)>)
            [(Darmstadt, "anna", "steueramt"), (Darmstadt, "bernd", "steueramt"), (Darmstadt, "olga", "ordnungsamt"), (Fischbachtal, "vera", "gemeindeverwaltung")])
        {
            var clerk = _desk[name] = new(_host, kommune, name, group, _received);
            _people.Add(Task.Run(() => clerk.WorkAsync(_closingTime.Token)));
        }

        _people.AddRange(_cases.Select(one => Task.Run(() => SendAsync(one))));
    }

    private async Task LiveAndDieAsync(int kill)
    {
        var (early, after) = SoakPlan.NextLife(_random);
        _maySend.Release(_plan.PerLife);
        _host.Begin();
        if (!early)
            await _host.WhenReadyAsync();
        await Task.Delay(after, _stop.Token);
        await _host.KillAsync();

        await ThrowIfFailedAsync();
        _say($"{_watch.Elapsed.TotalSeconds,4:0} s: kill {kill} of {_plan.Kills}, {after.TotalMilliseconds:0} ms after {(early ? "its start" : "it was ready")}; "
            + $"{_received.Count} of {kill * _plan.PerLife} sent have a receipt, {_backOffice.Kept.Count} are delivered, {_host.Lost} connections lost");
    }

    /// <summary>A form: it sends until it has a receipt. Some applicants then send once more.</summary>
    private async Task SendAsync(SoakCase one)
    {
        await _maySend.WaitAsync(_stop.Token);
        one.Receipt = await _host.TalkAsync(PostAsync);
        _received[one.Id] = one;
        if (!one.SendsTwice)
            return;

        var again = await _host.TalkAsync(PostAsync);
        foreach (var field in (ReadOnlySpan<string>)["id", "reference", "receivedAt"])
            Assert.Equal((string?)one.Receipt[field], (string?)again[field]);

        async Task<JsonNode> PostAsync(HttpClient http)
        {
            using var request = one.Request();
            using var answer = await http.SendAsync(request);
            return await JsonOf(answer, HttpStatusCode.Accepted);
        }
    }

    // Slow now and then, and down now and then.
    private async Task<IResult> AnswerAsync(CancellationToken cancellationToken)
    {
        var luck = Random.Shared.Next(10);
        await Task.Delay(luck * 20, cancellationToken);
        return luck == 0 ? Results.StatusCode(503) : Results.Ok();
    }

    private async Task EndAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        foreach (var one in _cases)
        {
            var (before, since) = ("", _watch.Elapsed);
            while (await _host.TalkAsync(http => OpenAtAsync(http, one)) is { } now)
            {
                await ThrowIfFailedAsync();
                if (now != before)
                    (before, since) = (now, _watch.Elapsed);
                else if (_watch.Elapsed - since > Patience)
                    throw new TimeoutException($"{one.Key} has not moved for {Patience.TotalSeconds} s: {now}\nThe bus: {await _host.TalkAsync(http => http.GetStringAsync("/local/bus"))}");
                await tick.WaitForNextTickAsync(_stop.Token);
            }
        }

        await _closingTime.CancelAsync();
        _say($"{_watch.Elapsed.TotalSeconds,4:0} s: every case is at its end; checking");
    }

    /// <summary>How far a case is; null at its end.</summary>
    private static async Task<string?> OpenAtAsync(HttpClient http, SoakCase one)
    {
        if (one.Receipt is null)
            return "no receipt";
        if (CaseCheck.IsFinal(await CaseCheck.StatusAsync(http, one)))
            return null;

        using var history = await http.GetAsync($"/local/instances/{one.Id}");
        return await history.Content.ReadAsStringAsync();
    }

    private async Task CheckAsync()
    {
        var broken = new List<string>();
        foreach (var one in _cases)
        {
            try
            {
                var clerk = _desk.Values.First(clerk => clerk.Kommune == one.Kommune);
                await _host.TalkAsync(http => CaseCheck.HoldsAsync(http, one, clerk, _backOffice));
            }
            catch (XunitException wrong)
            {
                broken.Add($"{one.Key} is {one.Id}: {wrong.Message}");
            }
        }

        Assert.True(broken.Count == 0, string.Join("\n\n", broken));
        Assert.Equal(_cases.Count, _received.Count);
        Assert.Equal(_cases.Count(one => one.IsApproved), _backOffice.Kept.Count);
        Assert.Empty(_backOffice.Changed);
        foreach (var clerk in _desk.Values)
            Assert.Empty(await _host.TalkAsync(clerk.TasksAsync));
        _say($"{_watch.Elapsed.TotalSeconds,4:0} s: {_plan.Kills} kills, {_cases.Count} applications, none lost and none doubled; "
            + $"{_backOffice.Kept.Count} delivered in {_backOffice.Tries} tries, {_host.Lost} connections lost");
    }

    // A person who fails has found a fault: no need to go on.
    private async Task ThrowIfFailedAsync()
    {
        foreach (var failed in _people.Where(person => person.IsFaulted))
            await failed;
    }
}
