using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ozg.Hosting.DeskTokens;

/// <summary>
/// Stands in for Entra ID: issues the desk's tokens and publishes its key as OpenID Connect has it, so that the app checks
/// them in the same way as in Azure. The key stays in the data folder; tokens outlive a restart.
/// </summary>
internal sealed class LocalIssuer
{
    public const string Path = "/local/issuer";
    public const string Audience = "ozg-local";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ECDsaSecurityKey _key;
    private readonly TimeProvider _clock;

    public LocalIssuer(string dataFolder, TimeProvider clock)
    {
        _clock = clock;
        var file = System.IO.Path.Combine(dataFolder, "issuer-key.pem");
        var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
            pair.ImportFromPem(File.ReadAllText(file));
        else
            File.WriteAllText(file, pair.ExportECPrivateKeyPem());
        _key = new(pair) { KeyId = "local" };
    }

    public LocalToken Issue(Uri address, string kommune, string name, IEnumerable<string> roles, IEnumerable<string> groups)
    {
        var now = _clock.GetUtcNow();
        var appRoles = roles.Select(role => $"{kommune}.{role}").Concat(groups.Select(group => $"{kommune}.group.{group}"));
        var token = _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = new Uri(address, Path).ToString(),
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = name, ["roles"] = appRoles.ToArray() },
            SigningCredentials = new(_key, SecurityAlgorithms.EcdsaSha256),
        });
        return new(token, now + Lifetime);
    }

    public static OpenIdConfiguration Configuration(Uri address)
    {
        var issuer = new Uri(address, Path).ToString();
        return new(issuer, $"{issuer}/keys");
    }

    public KeySet Keys()
    {
        var point = _key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new([new("EC", "sig", _key.KeyId, "P-256", Base64UrlEncoder.Encode(point.X!), Base64UrlEncoder.Encode(point.Y!))]);
    }
}
