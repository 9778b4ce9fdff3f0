using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Ozg.Core;
using Ozg.Core.Kommunen;
using Ozg.Platform.Organisation;

namespace Ozg.Functions.Access;

/// <summary>The one place that says who may act in which Kommune.</summary>
public sealed class AccessControl
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;
    private readonly LoanBook _loans;
    private readonly TimeProvider _clock;

    /// <summary>Believes the configured issuer's tokens; fetches its keys when the first token comes.</summary>
    public AccessControl(IOptions<AccessOptions> options, LoanBook loans, TimeProvider clock)
    {
        (_loans, _clock) = (loans, clock);
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

    /// <summary>
    /// Who works at a Kommune's desk: its clerk or lead; or a clerk or lead of a partner Kommune to which something is lent now, who
    /// then sees that and nothing else.
    /// </summary>
    public async Task<Outcome<Clerk>> ClerkAsync(HttpRequest request, Ags kommune, CancellationToken cancellationToken)
    {
        var caller = await CallerAsync(request);
        if (!caller.Succeeded)
            return caller.Error;
        if (caller.Value.In(kommune) is { WorksOnCases: true } clerk)
            return clerk;

        // Only who is a clerk somewhere is looked up: anybody else has nothing to do with loans.
        var loans = caller.Value.WorksOnCasesSomewhere
            ? (await _loans.HoldingAsync(kommune, _clock.GetUtcNow(), cancellationToken)).Where(caller.Value.MayHelp).ToList()
            : [];
        return loans.Count > 0 ? caller.Value.Helping(loans) : new RoleMissing();
    }

    /// <summary>The lead who calls, in one Kommune.</summary>
    public async Task<Outcome<Clerk>> LeadAsync(HttpRequest request, Ags kommune)
    {
        var caller = await CallerAsync(request);
        if (!caller.Succeeded)
            return caller.Error;
        return caller.Value.In(kommune) is { IsLead: true } lead ? lead : new RoleMissing();
    }

    /// <summary>The lead or auditor who calls, in one Kommune: who may look at how things came about.</summary>
    public async Task<Outcome<Clerk>> LeadOrAuditorAsync(HttpRequest request, Ags kommune)
    {
        var caller = await CallerAsync(request);
        if (!caller.Succeeded)
            return caller.Error;
        return caller.Value.In(kommune) is { IsLead: true } or { IsAuditor: true } ? caller.Value.In(kommune) : new RoleMissing();
    }

    private async Task<Outcome<Caller>> CallerAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new TokenMissing();

        var checkedToken = await _tokens.ValidateTokenAsync(header[Scheme.Length..].Trim(), _rules);
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken { Subject.Length: > 0 } token)
            return new TokenInvalid();

        var appRoles = token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ToList();
        return new Caller(new(token.TryGetPayloadValue<string>("oid", out var oid) ? oid : token.Subject), appRoles);
    }

    private static bool IsCurrent(DateTime now, DateTime? notBefore, DateTime? expires, TimeSpan skew) =>
        expires is { } end && now <= end + skew && (notBefore is null || now >= notBefore - skew);
}
