using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting.Cli;
using Ozg.Platform.Bus;

namespace Ozg.Hosting;

/// <summary>What a local host runs, and where.</summary>
public sealed class LocalHostOptions
{
    private readonly List<(Assembly Assembly, Action<IFunctionsWorkerApplicationBuilder>? Configure)> _apps = [];

    /// <summary>The HTTP port, 7071 unless set; 0 for any that is free.</summary>
    public int Port { get; set; } = 7071;

    /// <summary>Where state is kept: <c>.ozg</c> in the working directory unless set. One host at a time may use it.</summary>
    public string DataFolder { get; set; } = ".ozg";

    /// <summary>Starts Azurite and sets <c>AzureWebJobsStorage</c> to it; on unless set.</summary>
    public bool StartAzurite { get; set; } = true;

    /// <summary>Azurite's port for blobs, 10000 unless set; queues and tables get the next two. 0 for any that are free.</summary>
    public int AzuritePort { get; set; } = 10000;

    /// <summary>Asks for keys where a function's authorization level does; off unless set, as with the official tools.</summary>
    public bool EnforceKeys { get; set; }

    /// <summary>
    /// Replays an orchestration from its history at every turn, as Azure may at any time: shows orchestrators that are not
    /// deterministic. Off unless set, here or by the environment variable <c>OZG_REPLAY_IN_FULL=1</c>, which takes a whole test run
    /// through it: they stay in memory between turns. The same history comes about either way.
    /// </summary>
    public bool ReplayInFull { get; set; } = Environment.GetEnvironmentVariable("OZG_REPLAY_IN_FULL") == "1";

    /// <summary>
    /// How many orchestrations wait in memory, some kilobytes each: 1 to 1,000,000, 1,000 unless set. Those beyond, used least
    /// recently, are replayed when something happens to them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more. For none at all there is <see cref="ReplayInFull"/>.</exception>
    public int MaxLiveOrchestrations
    {
        get;
        set => field = value is >= 1 and <= 1_000_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxLiveOrchestrations), value, "1 to 1,000,000.");
    } = 1000;

    /// <summary>
    /// What durable timers, timer triggers, schedules, locks and times to live follow. The app gets it as its
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// Runs on a clock of the host's own, which goes as fast as <see cref="Clock"/> and which <c>POST /local/clock</c> advances.
    /// The state remembers how far: the next host on it goes on from there. Off unless set.
    /// </summary>
    public bool AdjustableClock { get; set; }

    /// <summary>
    /// Where the host's own clock starts, with <see cref="AdjustableClock"/>; where the state has come further, it goes on from
    /// there. Null: the present.
    /// </summary>
    public DateTimeOffset? ClockStart { get; set; }

    /// <summary>
    /// The queues and topics that there are; sending to any other fails, and a function that listens to one is refused. Null:
    /// whatever is named is there, with Azure's defaults and a duplicate detection of 10 minutes.
    /// </summary>
    public BusTopology? BusTopology { get; set; }

    /// <summary>App settings, stronger than environment variables; <c>A__B</c> and <c>A:B</c> are the same.</summary>
    public IDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Takes the settings of <c>local.settings.json</c>, or of the sample where there is none: of a folder, or of the root of
    /// the repository around it. Environment variables are stronger, and so is what is set afterwards.
    /// </summary>
    /// <param name="folder">Where to look first.</param>
    /// <exception cref="LocalHostException">The file cannot be read.</exception>
    public void UseLocalSettings(string folder)
    {
        if (LocalSettingsFile.Find(folder) is not { } file)
            return;

        foreach (var (name, value) in LocalSettingsFile.Read(file))
        {
            if (Environment.GetEnvironmentVariable(name) is null)
                Settings[name] = value;
        }
    }

    /// <summary>Runs after the app's registrations, so that what it registers wins.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; set; }

    /// <summary>
    /// Adds endpoints that exist only locally, such as <c>/local/tokens</c>. They answer under the name localhost only, and take
    /// nothing from another site's pages; a file that cannot be written becomes a 503.
    /// </summary>
    public Action<IEndpointRouteBuilder>? MapEndpoints { get; set; }

    internal IReadOnlyList<(Assembly Assembly, Action<IFunctionsWorkerApplicationBuilder>? Configure)> Apps => _apps;

    /// <summary>Runs the functions of an assembly. A host.json beside it is obeyed.</summary>
    /// <param name="assembly">Where the functions are.</param>
    /// <param name="configure">The app's own registrations: the same that its Program.cs makes in Azure.</param>
    public void AddFunctions(Assembly assembly, Action<IFunctionsWorkerApplicationBuilder>? configure = null) =>
        _apps.Add((assembly, configure));
}
