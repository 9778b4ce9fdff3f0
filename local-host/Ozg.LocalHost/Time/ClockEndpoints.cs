using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Time;

/// <summary><c>/local/clock</c>: what time it is for the host, and, with <c>--clock</c>, a way to let time pass.</summary>
internal static class ClockEndpoints
{
    private const string Path = "/local/clock";

    /// <param name="routes">Where to add it.</param>
    /// <param name="clock">The host's.</param>
    /// <param name="store">Remembers how far it was advanced.</param>
    /// <param name="ringDue">Called after a move: whoever reckoned a wait just before it, and set a timer just after, would wait too long.</param>
    public static void MapClock(this IEndpointRouteBuilder routes, TimeProvider clock, Store store, Action ringDue)
    {
        routes.MapGet(Path, () => Show(clock));
        routes.MapPost(Path, async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            var answer = await MoveAsync(request, clock, store, cancellationToken);
            ringDue();
            return answer;
        });
    }

    private static JsonHttpResult<ClockView> Show(TimeProvider clock) =>
        TypedResults.Json(new ClockView(clock.GetUtcNow(), clock is AdjustableClock), ClockJson.Default.ClockView);

    private static async Task<Results<JsonHttpResult<ClockView>, ProblemHttpResult>> MoveAsync(
        HttpRequest request, TimeProvider clock, Store store, CancellationToken cancellationToken)
    {
        if (clock is not AdjustableClock adjustable)
            return Refuse(StatusCodes.Status409Conflict, "This host runs on the machine's clock. Start it with --clock to be able to advance it.");
        if (await ReadAsync(request, cancellationToken) is not { } move)
            return Refuse(StatusCodes.Status400BadRequest, "Expected JSON with \"to\", a moment such as 2027-01-04T08:00:00Z, or \"advance\", a time such as 14.00:00:00, or both: then that time after that moment.");
        if (move.By < TimeSpan.Zero || move.By > HostClock.Furthest)
            return Refuse(StatusCodes.Status400BadRequest, $"\"advance\" is a time from 0 to {HostClock.Furthest.Days} days.");

        return await store.WriteAsync(database => Move(database, adjustable, move)) is { } refusal ? refusal : Show(clock);
    }

    // On the disk before it is shown: what happens at the new time must not meet a clock that has forgotten it.
    private static ProblemHttpResult? Move(Database database, AdjustableClock clock, ClockMove move)
    {
        var before = ClockTable.Find(database)!.Value; // with the moves that are not on the disk yet
        var now = clock.At(before);
        if (move.To < now)
            return Refuse(StatusCodes.Status409Conflict, $"It is {now:u} already: the clock cannot go back.");

        var after = before + ((move.To ?? now) - now) + move.By;
        if (after > HostClock.Furthest)
            return Refuse(StatusCodes.Status400BadRequest, $"The clock can go at most {HostClock.Furthest.Days} days ahead of the machine's.");

        ClockTable.Save(database, after);
        database.AfterCommit(() => clock.MoveTo(after));
        return null;
    }

    private static async Task<ClockMove?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, ClockJson.Default.ClockRequest, cancellationToken) switch
            {
                { To: { } text, Advance: var advance } => HostClock.Parse(text) is { } to ? new(to, advance ?? TimeSpan.Zero) : null,
                { Advance: { } advance } => new(null, advance),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null; // answered as what it is: not the expected JSON
        }
    }

    private static ProblemHttpResult Refuse(int status, string why) => TypedResults.Problem(why, statusCode: status);

    private sealed record ClockMove(DateTimeOffset? To, TimeSpan By);
}

internal sealed record ClockRequest(string? To, TimeSpan? Advance);

/// <param name="Now">By the host's clock.</param>
/// <param name="CanAdvance">Whether the host was started with <c>--clock</c>.</param>
internal sealed record ClockView(DateTimeOffset Now, bool CanAdvance);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(ClockView))]
internal sealed partial class ClockJson : JsonSerializerContext;
