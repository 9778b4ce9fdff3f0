using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Composition;
using Ozg.Hosting.Pages;

namespace Ozg.Hosting;

/// <summary>Looks into the host: the pages under <c>/local</c>, and the data behind them.</summary>
internal static class LocalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, HostParts parts, TimeProvider clock)
    {
        var local = routes.MapGroup("").AddEndpointFilter(LocalOnly.CheckAsync);
        local.MapPages();
        local.MapInstances(parts.Store!, parts.DurableFunctions!, clock);
        local.MapMessages(parts, clock);
        local.MapGet("/local/bus", () => Results.Json(BusView.Of(parts.Store!, parts.Entities!, clock.GetUtcNow())));
    }
}
