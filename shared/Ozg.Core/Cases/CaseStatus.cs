using System.Text.Json.Serialization;

namespace Ozg.Core.Cases;

/// <summary>Where a case stands, in the words of the HTTP API.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseStatus>))]
public enum CaseStatus
{
    /// <summary>Stored; nobody has looked yet.</summary>
    [JsonStringEnumMemberName("received")] Received,

    /// <summary>The Kommune works on it.</summary>
    [JsonStringEnumMemberName("inProgress")] InProgress,

    /// <summary>The applicant has been asked for something, or is heard before a rejection.</summary>
    [JsonStringEnumMemberName("awaitingApplicant")] AwaitingApplicant,

    /// <summary>The applicant has to pay.</summary>
    [JsonStringEnumMemberName("awaitingPayment")] AwaitingPayment,

    /// <summary>On its way to the back-office, not yet acknowledged.</summary>
    [JsonStringEnumMemberName("delivering")] Delivering,

    /// <summary>Ended, granted.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Ended, refused.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Ended by the applicant.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>Ended here: the Kommune that is responsible has it, as a case of its own.</summary>
    [JsonStringEnumMemberName("forwarded")] Forwarded,
}
