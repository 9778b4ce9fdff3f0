using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Submissions;

/// <summary>
/// What was accepted. Written last: once it stands, every byte it names is stored, and the application will be processed.
/// </summary>
public sealed record Manifest
{
    /// <summary>The application.</summary>
    public required CaseId Id { get; init; }

    /// <summary>To whom it was sent.</summary>
    public required Ags Kommune { get; init; }

    /// <summary>For which Leistung, by its id.</summary>
    public required string Leistung { get; init; }

    /// <summary>What people call the case.</summary>
    public required string Reference { get; init; }

    /// <summary>UTC; the day of receipt in law.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The content hash of the plan on which the case runs to its end.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The content hash of the form that what is sent later is held against; null: the case came before forms were kept.</summary>
    public string? FormHash { get; init; }

    /// <summary>SHA-256 over the application and its attachments; what the idempotency key stands for.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the applicant's token. The token itself is stored nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The blob that holds the application's JSON, byte for byte as it was sent.</summary>
    public required string ApplicationBlob { get; init; }

    /// <summary>In the order in which they were sent.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>Where it was before; null: the applicant sent it here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForwardedFrom? ForwardedFrom { get; init; }

    /// <summary>When it came to the Kommune to which the applicant had sent it, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset FirstReceivedAt => ForwardedFrom?.ReceivedAt ?? ReceivedAt;
}

/// <summary>From where an application was handed on.</summary>
/// <param name="Cases">The cases that it was, the first one first; never empty.</param>
/// <param name="Kommune">What the Kommune is called that handed it on.</param>
/// <param name="Reference">What the case was called there.</param>
/// <param name="ReceivedAt">When it came to the Kommune to which the applicant had sent it, UTC.</param>
/// <param name="Letter">The blob that holds what goes with it, a <see cref="ForwardingLetter"/>.</param>
public sealed record ForwardedFrom(IReadOnlyList<CaseId> Cases, string Kommune, string Reference, DateTimeOffset ReceivedAt, string Letter);

/// <summary>What goes with an application that is handed on, beside what is its own.</summary>
/// <param name="Reason">The words of the clerk who handed it on; null: none did, a register named the Kommune that is responsible.</param>
/// <param name="Messages">What the applicant has written since, in order.</param>
public sealed record ForwardingLetter(string? Reason, IReadOnlyList<ForwardedMessage> Messages);

/// <summary>What an applicant wrote before the application was handed on.</summary>
/// <param name="At">When it came, UTC.</param>
/// <param name="Text">The applicant's words.</param>
public sealed record ForwardedMessage(DateTimeOffset At, string Text);

/// <summary>A file that came with an application.</summary>
/// <param name="Name">The sender's file name, without a path.</param>
/// <param name="Kind">Which of the Leistung's attachment kinds it is.</param>
/// <param name="MediaType">What its first bytes say it is; the sender's claim is not asked.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Blob">The blob that holds it.</param>
public sealed record Attachment(string Name, string Kind, string MediaType, long Size, string Sha256, string Blob);
