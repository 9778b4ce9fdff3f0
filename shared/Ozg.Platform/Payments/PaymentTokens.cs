using System.Collections.Concurrent;

namespace Ozg.Platform.Payments;

/// <summary>The platforms' access tokens, each kept until shortly before it expires.</summary>
public sealed class PaymentTokens(TimeProvider clock)
{
    // A token that expires on its way would cost a refused call.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Uri?, string), (string Token, DateTimeOffset Until)> _kept = new();

    /// <summary>A token that holds; fetched when none is kept. Two calls at the same time may both fetch one.</summary>
    internal async Task<string> GetAsync(PaymentPlatform platform, Func<Task<TokenAnswer>> fetch)
    {
        var asked = clock.GetUtcNow();
        if (_kept.TryGetValue(KeyOf(platform), out var kept) && asked < kept.Until)
            return kept.Token;

        var answer = await fetch();
        var lifetime = TimeSpan.FromSeconds(Math.Max(answer.ExpiresIn ?? 0, 0));
        _kept[KeyOf(platform)] = (answer.AccessToken, asked + (lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2));
        return answer.AccessToken;
    }

    /// <summary>Forgets a token that a platform no longer takes.</summary>
    internal void Forget(PaymentPlatform platform) => _kept.TryRemove(KeyOf(platform), out _);

    private static (Uri?, string) KeyOf(PaymentPlatform platform) => (platform.TokenUrl, platform.ClientId);
}
