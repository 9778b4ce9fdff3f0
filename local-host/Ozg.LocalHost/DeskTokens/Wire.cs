using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Hosting.DeskTokens;

/// <summary>Who wants a token.</summary>
/// <param name="Kommune">AGS.</param>
/// <param name="Name">The clerk; two names are two people.</param>
/// <param name="Roles">Left out: clerk.</param>
/// <param name="Groups">Left out: all groups of the Kommune.</param>
internal sealed record TokenRequest(string? Kommune, string? Name, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Groups);

internal sealed record LocalToken(string Token, DateTimeOffset ExpiresAt);

internal sealed record OpenIdConfiguration(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string JwksUri);

internal sealed record KeySet(IReadOnlyList<PublicKey> Keys);

internal sealed record PublicKey(string Kty, string Use, string Kid, string Crv, string X, string Y);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(LocalToken))]
[JsonSerializable(typeof(OpenIdConfiguration))]
[JsonSerializable(typeof(KeySet))]
internal sealed partial class DeskTokensJson : JsonSerializerContext;
