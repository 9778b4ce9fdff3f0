using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ozg.Hosting.Http;

/// <summary>Reads what a stand-in is sent.</summary>
internal static class JsonBody
{
    /// <returns>Null: it is not the expected JSON, and is to be answered as that.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, JsonTypeInfo{T})"/>
    public static async Task<T?> ReadAsync<T>(Stream body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => Read((await BytesAsync(body, cancellationToken)).AsSpan(), type);

    /// <summary>All of it, for whoever checks a signature first.</summary>
    public static async Task<byte[]> BytesAsync(Stream body, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        await body.CopyToAsync(all, cancellationToken);
        return all.ToArray();
    }
}
