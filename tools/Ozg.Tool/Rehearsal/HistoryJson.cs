using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;

namespace Ozg.Tool.Rehearsal;

/// <summary>How histories are recorded; events as strictly as journals are read.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RecordedHistory))]
[JsonSerializable(typeof(RecordedEntry))]
[JsonSerializable(typeof(CaseEvent))]
internal sealed partial class HistoryJson : JsonSerializerContext;
