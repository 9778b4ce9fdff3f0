using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;

namespace Ozg.Functions.Intake;

/// <summary>What the sender of an application gets: it is kept.</summary>
/// <param name="Id">The application.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="StatusUrl">The applicant's link; whoever has it sees the application.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="Attachments">What was stored, to compare with what was sent.</param>
public sealed record Receipt(CaseId Id, string Reference, Uri StatusUrl, DateTimeOffset ReceivedAt, IReadOnlyList<ReceivedAttachment> Attachments);

/// <summary>A file in a receipt.</summary>
public sealed record ReceivedAttachment(string Name, string Kind, string MediaType, long Size, string Sha256);

/// <summary>The applicant's view of an application.</summary>
/// <param name="Id">The application.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Timeline">What has happened that concerns the applicant, in order.</param>
/// <param name="OpenRequests">What the Kommune needs from the applicant.</param>
/// <param name="Documents">What can be downloaded.</param>
public sealed record ApplicationStatus(
    CaseId Id, string Reference, CaseStatus Status, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<string> OpenRequests, IReadOnlyList<DocumentLink> Documents);

/// <summary>One thing that happened.</summary>
/// <param name="At">UTC.</param>
/// <param name="Event">Its kind; stable.</param>
/// <param name="Text">A sentence in the reader's language.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Event, string Text);

/// <summary>A document that the applicant can download.</summary>
public sealed record DocumentLink(string Name, Uri Url);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(ApplicationStatus))]
internal sealed partial class IntakeJson : JsonSerializerContext;
