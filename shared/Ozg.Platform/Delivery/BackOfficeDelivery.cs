using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Platform.Delivery;

/// <summary>What a back-office system gets. The names are the wire's.</summary>
public sealed record BackOfficeDelivery
{
    /// <summary>The application.</summary>
    public required CaseId ApplicationId { get; init; }

    /// <summary>What people call the case.</summary>
    public required string Reference { get; init; }

    /// <summary>The responsible Kommune.</summary>
    public required Ags Kommune { get; init; }

    /// <summary>The Leistung's id.</summary>
    public required string Leistung { get; init; }

    /// <summary>What was decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What the checks found out: conditions, amounts in cents, dates, each by its name in the catalogue; nothing for who gets a part of the application.</summary>
    public required Facts Facts { get; init; }

    /// <summary>The application's data as it now is, supplements included: as much of it as this recipient may get.</summary>
    public required JsonElement Application { get; init; }

    /// <summary>The files that came with it and its supplements, by their hashes; none for who gets a part of the application.</summary>
    public required IReadOnlyList<DeliveredAttachment> Attachments { get; init; }

    /// <summary>The documents made for the applicant, with their text; none for who gets a part of the application.</summary>
    public required IReadOnlyList<DeliveredDocument> Documents { get; init; }
}

/// <summary>An attachment in a delivery.</summary>
/// <param name="Name">The sender's file name.</param>
/// <param name="Kind">Which of the Leistung's kinds.</param>
/// <param name="MediaType">As recognised at the intake.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record DeliveredAttachment(string Name, string Kind, string MediaType, long Size, string Sha256);

/// <summary>A document in a delivery.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Text">Its content.</param>
public sealed record DeliveredDocument(string Name, string Text);
