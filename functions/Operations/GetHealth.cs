using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Ozg.Platform.Storage;

namespace Ozg.Functions.Operations;

/// <summary>Whether the app can do its work.</summary>
public sealed class GetHealth(Blobs blobs, Tables tables, ILogger<GetHealth> logger)
{
    /// <summary>200 when storage answers, 503 when it does not. No secrets, no addresses.</summary>
    [Function(nameof(GetHealth))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var health = new Health(await IsUpAsync(blobs.PingAsync, cancellationToken), await IsUpAsync(tables.PingAsync, cancellationToken));
        return TypedResults.Json(health, OperationsJson.Default.Health, statusCode: health.IsUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<bool> IsUpAsync(Func<CancellationToken, Task> ping, CancellationToken cancellationToken)
    {
        try
        {
            await ping(cancellationToken);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.StorageDown(failure);
            return false;
        }
    }
}

/// <summary>What answers.</summary>
/// <param name="Blobs">Blob storage.</param>
/// <param name="Tables">Table storage.</param>
internal sealed record Health(bool Blobs, bool Tables)
{
    /// <summary>In a word, for people and probes.</summary>
    public string Status => IsUp ? "ok" : "failing";

    [JsonIgnore]
    public bool IsUp => Blobs && Tables;
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Health))]
internal sealed partial class OperationsJson : JsonSerializerContext;
