using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Ozg.Hosting.Pages;

/// <summary>Reads what was posted.</summary>
internal static class RequestBody
{
    /// <returns>Null: it is not the expected JSON.</returns>
    public static async Task<T?> ReadAsync<T>(this HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken);
        }
        catch (JsonException)
        {
            return null; // answered as what it is: not the expected JSON
        }
    }
}
