using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Bus.Sessions;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Http;
using Ozg.Hosting.Invocation;
using Ozg.Hosting.Pages;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Timers;

namespace Ozg.Hosting.Composition;

/// <summary>Connects each kind of trigger with its functions.</summary>
internal sealed class TriggerBuilder(
    LocalHostOptions options,
    HostParts parts,
    Store store,
    IReadOnlyList<Function> functions,
    FunctionInvoker invoker,
    WebApplication web)
{
    private readonly TimeProvider _clock = web.Services.GetRequiredService<TimeProvider>();
    private readonly IServiceScopeFactory _scopes = web.Services.GetRequiredService<IServiceScopeFactory>();
    private readonly ILoggerFactory _loggers = web.Services.GetRequiredService<ILoggerFactory>();

    public void BuildBus(BusOptions bus)
    {
        var busTriggers = BusTrigger.Of(functions, web.Configuration);
        var entities = parts.Entities = new Entities(
            options.BusTopology ?? BusTrigger.Topology(busTriggers), isOpen: options.BusTopology is null, parts.Work);
        var background = new BackgroundWrites(store, parts.Work, _loggers.CreateLogger<BackgroundWrites>());
        parts.Broker = parts.Own(new Broker(store, entities, _clock, background));
        var deliveries = parts.Deliveries = parts.Own(new Deliveries(store, entities, _clock, background));
        var leases = parts.Leases = parts.Own(new SessionLeases(_clock, deliveries, background));
        var services = new BusServices(
            store, deliveries, leases, bus, invoker, _scopes, parts.Work, _clock, _loggers.CreateLogger<BusListener>());
        parts.Receivers = new ReceiverServices(store, entities, deliveries, _clock, parts.Work);
        parts.Bus = new BusFunctions(busTriggers, entities, services);
    }

    public void BuildTimers()
    {
        var services = new TimerServices(
            store, _clock, invoker, _scopes, parts.Work, _loggers.CreateLogger<TimerFunction>());
        parts.Timers = parts.Own(new TimerFunctions(functions, web.Configuration, services));
    }

    public void BuildDurable(DurableOptions durable)
    {
        var durableFunctions = parts.DurableFunctions = new DurableFunctions(functions, invoker, _scopes, _clock, _loggers);
        var live = parts.Own(new LiveOrchestrations(options.ReplayInFull ? 0 : options.MaxLiveOrchestrations));
        var orchestrator = new Orchestrator(
            store, parts.Queues!, durableFunctions, live, durable, _clock, _loggers.CreateLogger<Orchestrator>());
        parts.Durable = new DurableEngine(
            store, parts.Queues!, orchestrator, durableFunctions, durable, _clock, _loggers);
    }

    public void MapHttp(FunctionKeys keys, string routePrefix)
    {
        web.UseProblems();
        var http = new HttpFunctions(invoker, keys, parts.Work, _loggers.CreateLogger<HttpFunctions>());
        http.Map(web, functions, routePrefix, parts.Aborting);
        var local = web.MapGroup("").AddEndpointFilter(LocalOnly.CheckAsync).AddEndpointFilter(TroubleAnswer.GiveAsync);
        LocalEndpoints.Map(local, parts, _clock);
        options.MapEndpoints?.Invoke(local);
    }

    public async Task StartAsync()
    {
        parts.Durable!.Start(parts.Stopping, parts.Aborting);
        parts.Broker!.Start();
        parts.Bus!.Start(parts.Stopping, parts.Aborting);
        await parts.Timers!.StartAsync(parts.Stopping, parts.Aborting);
    }
}
