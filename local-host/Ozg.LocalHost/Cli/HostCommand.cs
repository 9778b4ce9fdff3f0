using System.CommandLine;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Cli;

/// <summary>The command line.</summary>
internal static class HostCommand
{
    /// <param name="run">Runs a host with the options that were given; returns the exit code.</param>
    public static RootCommand Create(Func<Action<LocalHostOptions>, Task<int>> run)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port to serve on; 0 for any that is free.",
            DefaultValueFactory = _ => 7071,
        };
        var data = new Option<string>("--data")
        {
            Description = "The folder that keeps the state.",
            DefaultValueFactory = _ => ".ozg",
        };
        var noAzurite = new Option<bool>("--no-azurite")
        {
            Description = "Do not start Azurite; the setting AzureWebJobsStorage must then name a storage account.",
        };
        var azuritePort = new Option<int>("--azurite-port")
        {
            Description = "Azurite's port for blobs; queues and tables get the next two. 0 for any that are free.",
            DefaultValueFactory = _ => 10000,
        };
        var enforceKeys = new Option<bool>("--enforce-keys")
        {
            Description = "Ask for function keys, as Azure does. The key is in function.key in the data folder.",
        };
        var replayInFull = new Option<bool>("--replay-in-full")
        {
            Description = "Replay orchestrations from their history at every turn, to find orchestrators that are not deterministic.",
        };
        var clock = new Option<string?>("--clock")
        {
            Description = "Run on a clock that POST /local/clock can advance; it starts now, or at a moment such as 2026-12-18T09:00:00Z.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        clock.Validators.Add(result =>
        {
            if (result.Tokens is [var moment] && HostClock.Parse(moment.Value) is null)
                result.AddError($"--clock: '{moment.Value}' is no moment such as 2026-12-18T09:00:00Z.");
        });

        var command = new RootCommand("Runs the functions on this machine: HTTP, orchestrations, Service Bus, timers and storage.")
        {
            port, data, noAzurite, azuritePort, enforceKeys, replayInFull, clock,
        };
        command.SetAction(parsed => run(options =>
        {
            options.Port = parsed.GetValue(port);
            options.DataFolder = parsed.GetValue(data)!;
            options.StartAzurite = !parsed.GetValue(noAzurite);
            options.AzuritePort = parsed.GetValue(azuritePort);
            options.EnforceKeys = parsed.GetValue(enforceKeys);
            options.ReplayInFull |= parsed.GetValue(replayInFull);
            options.AdjustableClock = parsed.GetResult(clock) is not null;
            options.ClockStart = parsed.GetValue(clock) is { } moment ? HostClock.Parse(moment) : null;
        }));
        return command;
    }
}
