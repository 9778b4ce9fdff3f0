using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Core.Catalogue;

/// <summary>How the catalogue's own documents map to types; <see cref="StrictJson"/> reads them.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeistungDocument))]
[JsonSerializable(typeof(KommuneDocument))]
[JsonSerializable(typeof(ClusterDocument))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
