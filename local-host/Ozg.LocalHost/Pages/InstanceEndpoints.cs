using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Pages;

/// <summary><c>/local/instances</c>: to find, to look into, and to push on.</summary>
internal static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder routes, Store store, DurableFunctions functions, TimeProvider clock)
    {
        routes.MapGet("/local/instances", (string? status, string? name, string? text, string? cursor, string? limit) =>
            List(store, status, name, text, cursor, limit));
        routes.MapGet("/local/instances/{id}", (string id, CancellationToken cancellationToken) =>
            ShowAsync(store, functions, clock, IdOf(id), cancellationToken));

        var commands = new InstanceCommands(store);
        routes.MapPost("/local/instances/{id}/events", (string id, HttpRequest request, DurableTaskClient client, CancellationToken cancellationToken) =>
            commands.RaiseAsync(client, IdOf(id), request, cancellationToken));
        routes.MapPost("/local/instances/{id}/terminate", (string id, HttpRequest request, DurableTaskClient client, CancellationToken cancellationToken) =>
            commands.TerminateAsync(client, IdOf(id), request, cancellationToken));
        routes.MapPost("/local/instances/{id}/suspend", (string id, HttpRequest request, DurableTaskClient client, CancellationToken cancellationToken) =>
            commands.SuspendAsync(client, IdOf(id), request, cancellationToken));
        routes.MapPost("/local/instances/{id}/resume", (string id, HttpRequest request, DurableTaskClient client, CancellationToken cancellationToken) =>
            commands.ResumeAsync(client, IdOf(id), request, cancellationToken));
    }

    // Of all escapes in a path, the server leaves this one as it is.
    private static string IdOf(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static IResult List(Store store, string? status, string? name, string? text, string? cursor, string? limit)
    {
        OrchestrationRuntimeStatus? wanted = null;
        if (!string.IsNullOrEmpty(status))
        {
            if (!Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var one) || !Enum.IsDefined(one))
                return Refuse.BadRequest($"Unknown status '{status}'. There are: {string.Join(", ", Enum.GetNames<OrchestrationRuntimeStatus>())}.");
            wanted = one;
        }

        if (ListRequest.Parse(cursor, limit, out var refusal) is not { } list)
            return refusal!;

        var filter = new InstanceFilter(wanted, Given(name), Given(text));
        return TypedResults.Json(
            store.Read(database => InstanceList.Read(database, filter, list.After, list.Count)), PagesJson.Default.ListPageInstanceLine);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static async Task<IResult> ShowAsync(
        Store store, DurableFunctions functions, TimeProvider clock, string id, CancellationToken cancellationToken) =>
        store.Read(database => InstanceState.Find(database, id)) is { } state
            ? Results.Json(await InstanceDetails.OfAsync(state, functions, clock.GetUtcNow(), cancellationToken))
            : InstanceCommands.NotFound(id);
}
