using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ozg.Hosting.Composition;

/// <summary>How large a request may be, as the Functions host decides it.</summary>
internal static class BodyLimit
{
    private const long Official = 210_000_000;

    public static long From(IConfiguration settings) =>
        settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] is { Length: > 0 } limit
            ? long.Parse(limit, CultureInfo.InvariantCulture)
            : Official;
}
