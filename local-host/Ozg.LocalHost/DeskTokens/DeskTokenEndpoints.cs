using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Hosting.Http;

namespace Ozg.Hosting.DeskTokens;

/// <summary><c>POST /local/tokens</c> and what makes its tokens checkable.</summary>
internal static class DeskTokenEndpoints
{
    private static readonly string[] KnownRoles = ["clerk", "lead", "ops", "auditor"];

    public static void MapDeskTokens(this IEndpointRouteBuilder endpoints, LocalIssuer issuer)
    {
        endpoints.MapPost("/local/tokens", (HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken) => IssueAsync(request, catalogue, issuer, cancellationToken));
        endpoints.MapGet($"{LocalIssuer.Path}/.well-known/openid-configuration", (HttpRequest request) =>
            TypedResults.Json(LocalIssuer.Configuration(AddressOf(request)), DeskTokensJson.Default.OpenIdConfiguration));
        endpoints.MapGet($"{LocalIssuer.Path}/keys", () => TypedResults.Json(issuer.Keys(), DeskTokensJson.Default.KeySet));
    }

    private static async Task<Results<JsonHttpResult<LocalToken>, ProblemHttpResult>> IssueAsync(HttpRequest request, Catalogue catalogue, LocalIssuer issuer, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request.Body, DeskTokensJson.Default.TokenRequest, cancellationToken) is not { Kommune: { } ags, Name: { Length: > 0 } name } wanted)
            return TypedResults.Problem("Expected JSON with \"kommune\" (AGS) and \"name\"; \"roles\" and \"groups\" may be left out.", statusCode: StatusCodes.Status400BadRequest);
        if (catalogue.Kommune(new Ags(ags)) is not { Succeeded: true, Value: var kommune })
            return TypedResults.Problem($"The catalogue has no Kommune {ags}.", statusCode: StatusCodes.Status400BadRequest);

        var (roles, groups) = (wanted.Roles ?? ["clerk"], wanted.Groups ?? [.. kommune.Groups.Keys]);
        if (roles.Except(KnownRoles).ToList() is { Count: > 0 } unknownRoles)
            return TypedResults.Problem($"Unknown roles: {string.Join(", ", unknownRoles)}. There are: {string.Join(", ", KnownRoles)}.", statusCode: StatusCodes.Status400BadRequest);
        if (groups.Except(kommune.Groups.Keys).ToList() is { Count: > 0 } unknownGroups)
            return TypedResults.Problem($"Unknown groups: {string.Join(", ", unknownGroups)}. {kommune.Name} has: {string.Join(", ", kommune.Groups.Keys)}.", statusCode: StatusCodes.Status400BadRequest);

        return TypedResults.Json(issuer.Issue(AddressOf(request), ags, name, roles, groups), DeskTokensJson.Default.LocalToken);
    }

    private static Uri AddressOf(HttpRequest request) => new($"http://localhost:{request.HttpContext.Connection.LocalPort}");
}
