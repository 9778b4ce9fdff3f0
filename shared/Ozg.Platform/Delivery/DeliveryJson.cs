using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Platform.Delivery;

/// <summary>What a back-office system answers.</summary>
/// <param name="Reference">Its own reference for the delivery; may be left out.</param>
public sealed record Acknowledgement(string? Reference);

/// <summary>The wire between the pipeline and a back-office system.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BackOfficeDelivery))]
[JsonSerializable(typeof(RefundDelivery))]
[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(ResultMessage))]
public sealed partial class DeliveryJson : JsonSerializerContext;
