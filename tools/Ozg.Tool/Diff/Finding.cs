using System.Text.Json.Serialization;

namespace Ozg.Tool.Diff;

/// <summary>What the new catalogue does to a layer over the standard.</summary>
/// <param name="Kind">How much of a problem it is.</param>
/// <param name="Leistung">The Leistung's id; null: a mistake that the files alone show.</param>
/// <param name="Layer">A cluster's id or a Kommune's key; null likewise.</param>
/// <param name="What">English, one sentence: what is the matter and what to do.</param>
/// <param name="File">Below the new catalogue's folder.</param>
/// <param name="Line">From 1; null when it is not known.</param>
internal sealed record Finding(FindingKind Kind, string? Leistung, string? Layer, string What, string File, int? Line);

/// <summary>How much of a problem a layer has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
internal enum FindingKind
{
    /// <summary>It does not fit any more: nothing can be offered until it is mended.</summary>
    [JsonStringEnumMemberName("conflict")] Conflict,

    /// <summary>It overrides something that has changed below: whether it is still meant, its author has to say.</summary>
    [JsonStringEnumMemberName("review")] Review,

    /// <summary>It says what the layer below says too.</summary>
    [JsonStringEnumMemberName("redundant")] Redundant,
}
