using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ozg.Core.Processes;

/// <summary>
/// How a plan is stored. What is null is left out, so that a new optional field leaves the hashes of old plans as they are;
/// <c>kind</c> may stand anywhere in a step, since the canonical form sorts the names.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class PlanJson : JsonSerializerContext;
