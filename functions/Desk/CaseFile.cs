using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>All that the desk shows of a case.</summary>
/// <param name="Id">The application.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Kommune">Whose case it is.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="Data">The application as it was sent.</param>
/// <param name="Attachments">What came with it.</param>
/// <param name="Journal">What has happened, in order.</param>
public sealed record CaseFile(
    CaseId Id, string Reference, Ags Kommune, string Leistung, CaseStatus Status, DateTimeOffset ReceivedAt, JsonElement Data,
    IReadOnlyList<CaseFileAttachment> Attachments, IReadOnlyList<JournalLine> Journal);

/// <summary>An attachment in the case file.</summary>
public sealed record CaseFileAttachment(string Name, string Kind, string MediaType, long Size, string Sha256);
