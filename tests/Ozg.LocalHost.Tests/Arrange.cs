using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

/// <summary>A host with the functions of this assembly, its own clock and its own folder.</summary>
internal sealed class Arrange : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly bool _ownsFolder;
    private readonly bool _replayInFull;

    private Arrange(LocalHost host, FakeTimeProvider clock, Probe probe, LocalHostOptions options, bool ownsFolder)
    {
        Host = host;
        Clock = clock;
        Probe = probe;
        Folder = options.DataFolder;
        _replayInFull = options.ReplayInFull;
        _ownsFolder = ownsFolder;
        Http = new HttpClient { BaseAddress = host.BaseAddress };
    }

    public LocalHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public Probe Probe { get; }

    public string Folder { get; }

    public HttpClient Http { get; }

    public DurableTaskClient Durable => Host.Durable;

    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static Task<Arrange> HostAsync(Action<LocalHostOptions>? configure = null) =>
        HostAsync(Directory.CreateTempSubdirectory("ozg-host-").FullName, ownsFolder: true, Noon, configure);

    /// <summary>Another host on the same folder, after this one has ended; its clock goes on from here.</summary>
    public Task<Arrange> NextHostAsync(Action<LocalHostOptions>? configure = null) =>
        HostAsync(Folder, ownsFolder: false, Clock.GetUtcNow(), options =>
        {
            options.ReplayInFull = _replayInFull;
            configure?.Invoke(options);
        });

    public Task IdleAsync() => Host.WhenIdleAsync(Patience);

    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await IdleAsync();
    }

    public Task<string> StartAsync(string orchestrator, object? input = null, string? id = null) =>
        Durable.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Starts it in an hour: whatever is sent to it before arrives together with its start.</summary>
    public Task<string> ScheduleAsync(string orchestrator, object? input = null, string? id = null) =>
        Durable.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id, Noon.AddHours(1)));

    public async Task<OrchestrationMetadata> EndAsync(string id) =>
        await Durable.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Patience);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private static async Task<Arrange> HostAsync(
        string folder, bool ownsFolder, DateTimeOffset now, Action<LocalHostOptions>? configure)
    {
        var clock = new FakeTimeProvider(now);
        var probe = new Probe();
        LocalHostOptions? given = null;
        var host = await LocalHost.StartAsync(options =>
        {
            options.Port = 0;
            options.DataFolder = folder;
            options.StartAzurite = false;
            options.Clock = clock;
            options.Settings["EverySoOften"] = "0 0 0 1 1 *";
            options.AddFunctions(typeof(Probe).Assembly, app => app.Services.AddSingleton(probe));
            configure?.Invoke(options);
            given = options;
        });
        return new Arrange(host, clock, probe, given!, ownsFolder);
    }
}
