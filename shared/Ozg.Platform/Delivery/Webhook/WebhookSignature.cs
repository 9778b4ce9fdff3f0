using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ozg.Platform.Delivery.Webhook;

/// <summary>
/// HMAC-SHA256 over the time and the exact bytes of the body, so that neither can be changed and an old request not be
/// replayed. Header <c>Ozg-Signature: t=&lt;unix seconds&gt;,v1=&lt;hex&gt;</c>.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header.</summary>
    public const string Header = "Ozg-Signature";

    /// <summary>How far the sender's clock may be from the receiver's.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The header's value.</summary>
    public static string Sign(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Mac(secret, seconds, body))}";
    }

    /// <summary>Whether a header's value was made with the secret, over this body, within <see cref="Tolerance"/> of now.</summary>
    public static bool Verify(string secret, string header, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        if (header.Split(',') is not [['t', '=', .. var seconds], ['v', '1', '=', .. var hex]]
            || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            || Math.Abs(now.ToUnixTimeSeconds() - unix) > Tolerance.TotalSeconds)
            return false;

        var expected = Convert.ToHexStringLower(Mac(secret, seconds, body));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(hex));
    }

    private static byte[] Mac(string secret, string seconds, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{seconds}."));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
