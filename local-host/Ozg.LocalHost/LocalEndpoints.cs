using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Composition;
using Ozg.Hosting.Pages;
using Ozg.Hosting.Time;

namespace Ozg.Hosting;

/// <summary>Looks into the host: the pages under <c>/local</c>, the data behind them, and the clock.</summary>
internal static class LocalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, HostParts parts, TimeProvider clock)
    {
        var local = routes.MapGroup("").AddEndpointFilter(JsonOnly.CheckAsync);
        local.MapPages();
        local.MapInstances(parts.Store!, parts.DurableFunctions!, clock);
        local.MapMessages(parts, clock);
        local.MapGet("/local/bus", () => Results.Json(BusView.Of(parts.Store!, parts.Entities!, clock.GetUtcNow())));
        local.MapClock(clock, parts.Store!, parts.RingDue);
    }
}
