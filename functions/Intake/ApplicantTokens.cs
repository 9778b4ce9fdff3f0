using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>
/// The secret part of an applicant's link. Made from the id and a key, so that the same receipt can be given again; checked
/// against the manifest's hash, so that links outlive a change of the key.
/// </summary>
public sealed class ApplicantTokens(IOptions<IntakeOptions> options)
{
    /// <summary>The application's token: 256 bits, base64url.</summary>
    public string For(CaseId id) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.TokenKey), Encoding.UTF8.GetBytes(id.Value)));

    /// <summary>What of a token is stored.</summary>
    public static string HashOf(string token) => ContentHash.Sha256(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether a token opens an application.</summary>
    public static bool Opens(Manifest manifest, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(HashOf(token)), Encoding.UTF8.GetBytes(manifest.TokenHash));
}
