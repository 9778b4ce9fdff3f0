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
}

/// <summary>A file that came with an application.</summary>
/// <param name="Name">The sender's file name, without a path.</param>
/// <param name="Kind">Which of the Leistung's attachment kinds it is.</param>
/// <param name="MediaType">What its first bytes say it is; the sender's claim is not asked.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Blob">The blob that holds it.</param>
public sealed record Attachment(string Name, string Kind, string MediaType, long Size, string Sha256, string Blob);
