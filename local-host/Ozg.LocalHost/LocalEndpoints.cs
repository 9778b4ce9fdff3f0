using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting;

/// <summary>Looks into the host: <c>/local/instances/{id}</c> and <c>/local/bus</c>.</summary>
internal static class LocalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Store store, Entities entities, TimeProvider clock)
    {
        routes.MapGet("/local/instances/{id}", (string id) => InstanceView.Of(store, id) is { } view
            ? Results.Json(view)
            : TypedResults.Problem($"There is no instance {id}.", statusCode: StatusCodes.Status404NotFound));
        routes.MapGet("/local/bus", () => Results.Json(BusView.Of(store, entities, clock.GetUtcNow())));
    }
}
