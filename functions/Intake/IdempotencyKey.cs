using Microsoft.AspNetCore.Http;
using Ozg.Core;
using Ozg.Core.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>The header by which a sender marks tries as the same application.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";
    private const int MaxLength = 200;

    /// <summary>The sender's key; a random one when there is none, so that the application is one of its own.</summary>
    public static Outcome<string> Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return Guid.CreateVersion7().ToString();

        return values is [{ Length: > 0 and <= MaxLength } key] && key.All(letter => letter is > ' ' and <= '~') ? key : new InvalidIdempotencyKey();
    }
}
