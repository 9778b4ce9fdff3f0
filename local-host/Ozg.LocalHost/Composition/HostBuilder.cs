using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Http;
using Ozg.Hosting.Invocation;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Composition;

/// <summary>Puts a host together and starts it.</summary>
internal static class HostBuilder
{
    public static async Task<(WebApplication Web, Uri Address)> StartAsync(
        LocalHostOptions options, HostParts parts, CancellationToken cancellationToken)
    {
        using var port = HttpPort.Claim(options.Port);
        var folder = parts.Own(new DataFolder(options.DataFolder));
        var starting = options.StartAzurite ? StartAzuriteAsync(options, folder, parts, cancellationToken) : null;
        try
        {
            // While Azurite starts, which takes longest.
            var functions = FunctionDiscovery.Find(options.Apps.Select(app => app.Assembly));
            var builder = WebBuilder(options, port);
            var hostJson = HostJson.Read(options, builder.Configuration);
            var store = parts.Store = parts.Own(new Store(folder.File("host.db")));
            var clock = await HostClock.StartAsync(options, store);
            var queues = parts.Queues = parts.Own(new DurableQueues(clock, parts.Work));
            var durable = DurableOptions.From(hostJson);

            var app = new AppBuilder(builder.Services);
            foreach (var (_, configure) in options.Apps)
                configure?.Invoke(app);

            // After the app's, so that these win over what it registers for Azure.
            builder.Services.AddSingleton(clock);
            builder.Services.AddSingleton<ServiceBusClient>(_ => new LocalServiceBusClient(parts.Broker!, parts.Receivers!));
            builder.Services.AddSingleton<DurableTaskClient>(new LocalDurableTaskClient(store, queues, durable, clock));
            options.ConfigureServices?.Invoke(builder.Services);

            var web = parts.Own(builder.Build());
            var triggers = new TriggerBuilder(options, parts, store, functions, new FunctionInvoker(app.Middleware), web);
            triggers.BuildBus(BusOptions.From(hostJson));
            triggers.BuildTimers();
            triggers.BuildDurable(durable);
            triggers.MapHttp(new FunctionKeys(folder, options.EnforceKeys), HostJson.RoutePrefix(hostJson));

            if (starting is not null)
                builder.Configuration["AzureWebJobsStorage"] = (await starting).ConnectionString;
            await StartWebAsync(web, options, cancellationToken);
            await triggers.StartAsync();
            return (web, port.Address);
        }
        catch when (starting is not null)
        {
            // It must have started before it can be ended with the other parts.
            await Task.WhenAny(starting);
            throw;
        }
    }

    private static async Task<Azurite> StartAzuriteAsync(
        LocalHostOptions options, DataFolder folder, HostParts parts, CancellationToken cancellationToken) =>
        parts.Own(await Azurite.StartAsync(
            new AzuriteOptions { Folder = folder.File("azurite"), Port = options.AzuritePort }, cancellationToken));

    private static WebApplicationBuilder WebBuilder(LocalHostOptions options, HttpPort port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(HostBuilder).Assembly.GetName().Name,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(
            options.Settings.Select(one => KeyValuePair.Create(Settings.Key(one.Key), Settings.WithAddress(one.Value, port.Address))));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning);
        builder.Services.AddRouting();
        builder.Services.AddMvcCore(); // Carries out the IActionResults that functions return.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.From(builder.Configuration);
        });
        port.ListenWith(builder.WebHost);
        return builder;
    }

    private static async Task StartWebAsync(WebApplication web, LocalHostOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw Ports.Taken(options.Port, "HTTP", "--port", taken);
        }
    }

    // Signals are the program's business, not the library's.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
