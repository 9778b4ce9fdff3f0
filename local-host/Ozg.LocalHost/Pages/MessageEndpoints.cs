using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Composition;

namespace Ozg.Hosting.Pages;

/// <summary><c>/local/bus</c>: queues and subscriptions, their messages, and dead letters once more.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder routes, HostParts parts, TimeProvider clock)
    {
        var (store, entities) = (parts.Store!, parts.Entities!);
        var replay = new DeadLetterReplay(store, entities, parts.Deliveries!.Locks, clock);
        routes.MapGet("/local/bus/queues", () => TypedResults.Json(
            new QueueLines(store.Read(database => QueueTable.Count(database, entities.Paths, clock.GetUtcNow()))), PagesJson.Default.QueueLines));
        routes.MapGet("/local/bus/messages", (string? queue, string? part, string? cursor, string? limit) =>
            List(parts, clock.GetUtcNow(), queue, part, cursor, limit));
        routes.MapGet("/local/bus/messages/{sequence:long}", IResult (long sequence) =>
            store.Read(database => MessageTable.Find(database, sequence)) is { } message
                ? TypedResults.Json(MessageView.Of(message), PagesJson.Default.OpenedMessage)
                : NotFound(sequence));
        routes.MapPost("/local/bus/messages/{sequence:long}/replay", async (long sequence) =>
            Answer(await replay.ReplayAsync(sequence), sequence));
    }

    private static IResult List(HostParts parts, DateTimeOffset now, string? queue, string? part, string? cursor, string? limit)
    {
        if (string.IsNullOrEmpty(queue))
            return Refuse.BadRequest("queue is missing: the name of a queue, or topic/Subscriptions/subscription.");

        var wanted = MessagePart.Active;
        if (!string.IsNullOrEmpty(part) && (!Enum.TryParse(part, ignoreCase: true, out wanted) || !Enum.IsDefined(wanted)))
            return Refuse.BadRequest($"Unknown part '{part}'. There are: active, scheduled, deferred, deadLetter.");
        if (ListRequest.Parse(cursor, limit, out var refusal) is not { } list)
            return refusal!;

        return TypedResults.Json(
            parts.Store!.Read(database => QueueTable.List(database, queue, wanted, list, now)), PagesJson.Default.ListPageMessageLine);
    }

    private static IResult Answer(ReplayResult result, long sequence) => result switch
    {
        ReplayResult.Done done => TypedResults.Json(done.Message, PagesJson.Default.Replayed),
        ReplayResult.NotThere => NotFound(sequence),
        ReplayResult.Refused refused => Refuse.Conflict(refused.Why),
        _ => throw new UnreachableException(),
    };

    private static ProblemHttpResult NotFound(long sequence) =>
        Refuse.NotFound($"There is no message {sequence}.");
}
