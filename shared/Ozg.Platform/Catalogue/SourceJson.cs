using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ozg.Platform.Catalogue;

/// <summary>Untyped JSON on its way from YAML to the core's readers.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class SourceJson : JsonSerializerContext;
