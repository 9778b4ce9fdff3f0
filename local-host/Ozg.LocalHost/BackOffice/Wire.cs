using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Hosting.BackOffice;

internal sealed record ReceivedDelivery(string ApplicationId, string IdempotencyKey, DateTimeOffset ReceivedAt, JsonElement Body);

internal sealed record ReceivedDeliveries(IReadOnlyList<ReceivedDelivery> Items, string? Cursor = null);

internal sealed record Acknowledged(string Reference);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReceivedDeliveries))]
[JsonSerializable(typeof(Acknowledged))]
internal sealed partial class BackOfficeJson : JsonSerializerContext;
