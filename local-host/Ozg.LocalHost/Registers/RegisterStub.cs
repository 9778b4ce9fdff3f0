using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ozg.Core.Kommunen;
using Ozg.Hosting.Http;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Registers;

namespace Ozg.Hosting.Registers;

/// <summary>Registers to try things out with: verify that what they get is signed with a configured secret, and find nothing
/// that stands in the way unless told otherwise. What they are told and keep outlives a restart.</summary>
internal static class RegisterStub
{
    public const string Path = "/local/registers";

    public static void MapRegisters(this IEndpointRouteBuilder endpoints, RegisterRecords records, IReadOnlyList<string> secrets, TimeProvider clock)
    {
        endpoints.MapPost($"{Path}/{{register}}", (HttpRequest request, string register, CancellationToken cancellationToken) => AnswerAsync(request, register, records, secrets, clock, cancellationToken));
        endpoints.MapPost($"{Path}/{{register}}/release", (HttpRequest request, string register, CancellationToken cancellationToken) => ReleaseAsync(request, register, records, secrets, clock, cancellationToken));
        endpoints.MapGet($"{Path}/{{register}}/reservations", (string register, string? application) => TypedResults.Json(new KeptReservations(records.Reservations.Of(register, application)), RegistersJson.Default.KeptReservations));
        endpoints.MapPut($"{Path}/{{register}}", (HttpRequest request, string register, CancellationToken cancellationToken) => SetAsync(request, register, records, cancellationToken));
        endpoints.MapGet(Path, () => TypedResults.Json(new SetRegisters(records.All()), RegistersJson.Default.SetRegisters));
    }

    private static async Task<Results<JsonHttpResult<RegisterAnswer>, ProblemHttpResult>> AnswerAsync(
        HttpRequest request, string register, RegisterRecords records, IReadOnlyList<string> secrets, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await JsonBody.BytesAsync(request.Body, cancellationToken);
        if (!IsSigned(request, body, secrets, clock))
            return NotSigned();
        if (request.Headers["Idempotency-Key"] is not [{ Length: > 0 } key] || JsonBody.Read(body, RegisterJson.Default.RegisterQuestion) is not { } question || question.Register != register)
            return TypedResults.Problem("Expected an Idempotency-Key and JSON with \"applicationId\", \"kommune\", \"register\" as in the address, \"application\" and \"answers\".", statusCode: StatusCodes.Status400BadRequest);

        var answer = records.Answer(key, question);
        if (question.Reserve == true && !answer.Answers.Values.Contains(true))
            records.Reservations.Keep(register, question.ApplicationId.Value, clock.GetUtcNow());
        return TypedResults.Json(answer, RegisterJson.Default.RegisterAnswer);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> ReleaseAsync(
        HttpRequest request, string register, RegisterRecords records, IReadOnlyList<string> secrets, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await JsonBody.BytesAsync(request.Body, cancellationToken);
        if (!IsSigned(request, body, secrets, clock))
            return NotSigned();
        if (JsonBody.Read(body, RegisterJson.Default.RegisterRelease) is not { } release || release.Register != register)
            return TypedResults.Problem("Expected JSON with \"applicationId\", \"kommune\" and \"register\" as in the address.", statusCode: StatusCodes.Status400BadRequest);

        return records.Reservations.Free(register, release.ApplicationId.Value, clock.GetUtcNow()) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static bool IsSigned(HttpRequest request, byte[] body, IReadOnlyList<string> secrets, TimeProvider clock) =>
        secrets.Any(secret => WebhookSignature.Verify(secret, request.Headers[WebhookSignature.Header].ToString(), clock.GetUtcNow(), body));

    private static ProblemHttpResult NotSigned() => TypedResults.Problem("The signature is missing, wrong or too old.", statusCode: StatusCodes.Status401Unauthorized);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(HttpRequest request, string register, RegisterRecords records, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request.Body, RegistersJson.Default.RegisterSetting, cancellationToken) is not { } setting || !Ags.IsWellFormed(setting.Kommune) || setting.Responsible is { } other && !Ags.IsWellFormed(other))
            return TypedResults.Problem("Expected JSON with \"kommune\" (AGS), \"answers\" ({name: true or false}) and, if you like, \"responsible\" (AGS).", statusCode: StatusCodes.Status400BadRequest);

        records.Set(register, setting);
        return TypedResults.NoContent();
    }
}
