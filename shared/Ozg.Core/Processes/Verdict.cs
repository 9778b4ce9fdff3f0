using System.Text.Json.Serialization;

namespace Ozg.Core.Processes;

/// <summary>What has been decided on an application.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Granted, or nothing in the process had to be decided.</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    /// <summary>Refused by a clerk; the remaining approvals are not asked for.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Neither: another Kommune is responsible, and has it now.</summary>
    [JsonStringEnumMemberName("forwarded")] Forwarded,
}
