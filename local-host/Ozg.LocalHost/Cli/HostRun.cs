using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ozg.Platform.Catalogue;

namespace Ozg.Hosting.Cli;

/// <summary>Runs a host at a terminal until it is told to stop.</summary>
internal static class HostRun
{
    private const int CannotStart = 2;

    /// <returns>0 after a stop, 2 if it could not start.</returns>
    public static async Task<int> UntilStoppedAsync(Action<LocalHostOptions> configure)
    {
        // From the beginning: a stop during the start is a stop, too.
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        try
        {
            LocalHostOptions? given = null;
            await using var host = await LocalHost.StartAsync(
                options =>
                {
                    configure(options);
                    RequireStorage(options);
                    options.ConfigureServices += services => services.AddLogging(LogToConsole);
                    given = options;
                },
                stop.Token);

            Console.WriteLine($"Ready: {host.BaseAddress.ToString().TrimEnd('/')} (API /api, local tools /local), state in {given!.DataFolder}/{ClockOf(host, given)}");
            await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            await host.StopAsync(CancellationToken.None);
            return 0;
        }
        catch (Exception reason) when (reason is LocalHostException or OptionsValidationException or CatalogueException)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return CannotStart;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true; // not at once: what runs is finished first
        stop.Cancel();
    }

    private static string ClockOf(LocalHost host, LocalHostOptions options) => options.AdjustableClock
        ? $", clock at {host.Services.GetRequiredService<TimeProvider>().GetUtcNow():u} (POST /local/clock advances it)"
        : "";

    private static void RequireStorage(LocalHostOptions options)
    {
        const string Storage = "AzureWebJobsStorage";
        options.Settings.TryGetValue(Storage, out var storage);
        if (!options.StartAzurite && string.IsNullOrEmpty(storage ?? Environment.GetEnvironmentVariable(Storage)))
            throw new LocalHostException($"With --no-azurite, set {Storage} to the connection string of a storage account.");
    }

    private static void LogToConsole(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
        console.UseUtcTimestamp = true;
    });
}
