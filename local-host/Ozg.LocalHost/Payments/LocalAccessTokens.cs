using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Ozg.Platform.Payments;

namespace Ozg.Hosting.Payments;

/// <summary>The stub's tokens. They say themselves until when they hold and who made them, so that they outlive a restart.</summary>
internal sealed class LocalAccessTokens(IReadOnlyList<PaymentPlatform> clients, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <returns>Null: nobody has this id with this secret.</returns>
    public TokenAnswer? Issue(IFormCollection form)
    {
        var client = clients.FirstOrDefault(client => form["client_id"] == client.ClientId && form["client_secret"] == client.ClientSecret);
        if (client is null || form["grant_type"] != "client_credentials")
            return null;

        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new($"{until}.{Sign(client, until)}", (int)Lifetime.TotalSeconds);
    }

    public bool Holds(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token] && token.Split('.') is [var until, var signature]
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
        && clients.Any(client => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(client, until)), Encoding.ASCII.GetBytes(signature)));

    private static string Sign(PaymentPlatform client, string until) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(client.ClientSecret), Encoding.UTF8.GetBytes($"{client.ClientId}.{until}")));
}
