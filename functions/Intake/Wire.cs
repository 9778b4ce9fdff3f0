using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

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
/// <param name="Payment">What the applicant has to pay; null: nothing now.</param>
/// <param name="Documents">What can be downloaded.</param>
/// <param name="Attachments">What may be sent with a supplement, as the form that the case keeps to has it; empty: nothing can be added now.</param>
/// <param name="Changes">Where less was granted than was applied for; empty: nowhere, or nothing is decided yet.</param>
public sealed record ApplicationStatus(
    CaseId Id, string Reference, CaseStatus Status, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<ApplicantRequest> OpenRequests,
    ApplicantPayment? Payment, IReadOnlyList<DocumentLink> Documents, IReadOnlyList<AcceptedAttachment> Attachments, IReadOnlyList<GrantedField> Changes)
{
    /// <summary>Who has it now; null: it was not handed on.</summary>
    public ApplicantForwardedTo? ForwardedTo { get; init; }

    /// <summary>Where it was before; null: the applicant sent it here.</summary>
    public ApplicantForwardedFrom? ForwardedFrom { get; init; }
}

/// <summary>The Kommune that is responsible, and has the application.</summary>
/// <param name="Kommune">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Reference">What people call the application there.</param>
/// <param name="StatusUrl">The applicant's link there.</param>
public sealed record ApplicantForwardedTo(Ags Kommune, string Name, string Reference, Uri StatusUrl);

/// <summary>The Kommune that handed an application on.</summary>
/// <param name="Kommune">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Reference">What people called the application there.</param>
/// <param name="ReceivedAt">When it came to the Kommune to which the applicant had sent it, UTC.</param>
/// <param name="StatusUrl">The applicant's link there.</param>
public sealed record ApplicantForwardedFrom(Ags Kommune, string Name, string Reference, DateTimeOffset ReceivedAt, Uri StatusUrl);

/// <summary>A kind of file that a supplement may bring.</summary>
/// <param name="Kind">The name of the multipart part.</param>
/// <param name="Label">What people call it, in the reader's language.</param>
/// <param name="Description">When it is needed, in the reader's language.</param>
/// <param name="MaxBytes">The largest file.</param>
/// <param name="MediaTypes">Recognised by content, whatever the sender says.</param>
public sealed record AcceptedAttachment(string Kind, string Label, string Description, long MaxBytes, IReadOnlyList<string> MediaTypes);

/// <summary>A field in which less was granted than was applied for.</summary>
/// <param name="Pointer">JSON pointer into the application.</param>
/// <param name="Label">What the form calls it, in the reader's language; the pointer where nobody knows the form any more.</param>
/// <param name="AppliedFor">Its value in the application; null: it has none.</param>
/// <param name="Granted">What was granted; null: it is taken out.</param>
public sealed record GrantedField(string Pointer, string Label, JsonElement? AppliedFor, JsonElement Granted);

/// <summary>Something that the applicant has been asked.</summary>
/// <param name="Id">Unique within the application.</param>
/// <param name="Kind">Whether something is missing, or a rejection is to be commented on.</param>
/// <param name="Text">The clerk's words.</param>
/// <param name="Fields">Which fields of the application they speak of; empty: none in particular.</param>
/// <param name="DueAt">UTC; afterwards it is decided on what is there.</param>
/// <param name="DueReasoning">How the due date came about, sentence by sentence, in the reader's language.</param>
public sealed record ApplicantRequest(
    string Id, RequestKind Kind, string Text, IReadOnlyList<RequestedField> Fields, DateTimeOffset DueAt, IReadOnlyList<string> DueReasoning);

/// <summary>A field that the applicant has been asked about.</summary>
/// <param name="Pointer">JSON pointer, as a supplement names it.</param>
/// <param name="Label">What the form calls it, in the reader's language; the pointer where the form has no name for it any more.</param>
public sealed record RequestedField(string Pointer, string Label);

/// <summary>A payment that is open.</summary>
/// <param name="AmountCents">In cents of a euro.</param>
/// <param name="Page">Where to pay.</param>
/// <param name="DueAt">UTC; afterwards the application is rejected as unpaid.</param>
public sealed record ApplicantPayment(long AmountCents, Uri Page, DateTimeOffset DueAt);

/// <summary>What an applicant adds, as the API takes it.</summary>
/// <param name="Message">In their own words; null: none.</param>
/// <param name="Fields">By JSON pointer, what a field of the application now is; null: no field changes.</param>
/// <param name="Request">The only question that it answers, by its <see cref="ApplicantRequest.Id"/>; null: all that are open.</param>
public sealed record SupplementRequest(string? Message, IReadOnlyDictionary<string, JsonElement>? Fields, string? Request = null);

/// <summary>What the sender of a supplement gets: it is kept.</summary>
/// <param name="Id">The supplement.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="Attachments">What was stored, to compare with what was sent.</param>
public sealed record SupplementReceipt(string Id, DateTimeOffset ReceivedAt, IReadOnlyList<ReceivedAttachment> Attachments);

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
[JsonSerializable(typeof(SupplementReceipt))]
internal sealed partial class IntakeJson : JsonSerializerContext;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SupplementRequest))]
internal sealed partial class SupplementJson : JsonSerializerContext;
