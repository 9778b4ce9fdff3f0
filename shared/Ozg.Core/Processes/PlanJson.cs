using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ozg.Core.Catalogue;

namespace Ozg.Core.Processes;

/// <summary>
/// How a plan is stored. What is null is left out, so that a new optional field leaves the hashes of old plans as they are;
/// <c>kind</c> may stand anywhere in a step, since the canonical form sorts the names. The documents that plans are made of are here
/// too (<see cref="StrictJson"/> reads them): they hold the same steps, and every context learns its types anew when a process starts.
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
[JsonSerializable(typeof(LeistungDocument))]
[JsonSerializable(typeof(KommuneDocument))]
[JsonSerializable(typeof(ClusterDocument))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class PlanJson : JsonSerializerContext;
