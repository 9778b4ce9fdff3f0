using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Tool.Catalogues;
using Ozg.Tool.Diff;

namespace Ozg.Tool.Output;

/// <summary>What <c>--json</c> prints.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LintReport))]
[JsonSerializable(typeof(ShownOffer))]
[JsonSerializable(typeof(DiffReport))]
internal sealed partial class ToolJson : JsonSerializerContext;
