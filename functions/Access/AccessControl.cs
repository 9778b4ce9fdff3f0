using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Ozg.Core;
using Ozg.Core.Kommunen;

namespace Ozg.Functions.Access;

/// <summary>The one place that says who may act in which Kommune.</summary>
public sealed class AccessControl
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;

    /// <summary>Believes the configured issuer's tokens; fetches its keys when the first token comes.</summary>
    public AccessControl(IOptions<AccessOptions> options, TimeProvider clock)
    {
        var authority = options.Value.Authority!;
        _rules = new()
        {
            ValidIssuer = authority.OriginalString,
            ValidAudience = options.Value.Audience,
            LifetimeValidator = (notBefore, expires, _, rules) => IsCurrent(clock.GetUtcNow().UtcDateTime, notBefore, expires, rules.ClockSkew),
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{authority.OriginalString.TrimEnd('/')}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = !authority.IsLoopback }),
        };
    }

    /// <summary>The clerk or lead who calls, in one Kommune.</summary>
    public async Task<Outcome<Clerk>> ClerkAsync(HttpRequest request, Ags kommune)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new TokenMissing();

        var checkedToken = await _tokens.ValidateTokenAsync(header[Scheme.Length..].Trim(), _rules);
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken { Subject.Length: > 0 } token)
            return new TokenInvalid();

        var appRoles = token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value);
        var clerk = Clerk.From(token.TryGetPayloadValue<string>("oid", out var oid) ? oid : token.Subject, appRoles, kommune);
        return clerk.Roles.Contains(Role.Clerk) || clerk.Roles.Contains(Role.Lead) ? clerk : new RoleMissing();
    }

    private static bool IsCurrent(DateTime now, DateTime? notBefore, DateTime? expires, TimeSpan skew) =>
        expires is { } end && now <= end + skew && (notBefore is null || now >= notBefore - skew);
}
