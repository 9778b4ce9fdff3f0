using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Intake;

/// <summary>Makes what the applicant gets of what is stored.</summary>
public sealed class ApplicantLinks(ApplicantTokens tokens, IOptions<IntakeOptions> options)
{
    /// <summary>The address that citizens see. Asked before anything is accepted: a request may name a host that is none.</summary>
    public Outcome<Uri> AddressFor(HttpRequest request) =>
        options.Value.PublicAddress is { } known ? known
        : Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var asked) && request.Host.HasValue ? asked
        : new UnreadableRequest();

    /// <summary>The receipt: the same for the same application.</summary>
    public Receipt ReceiptFor(Manifest manifest, Uri address) => new(
        manifest.Id, manifest.Reference, Status(manifest.Id, tokens.For(manifest.Id), address), manifest.ReceivedAt,
        Received(manifest.Attachments));

    /// <summary>The receipt for a supplement: the same for the same one.</summary>
    public static SupplementReceipt ReceiptFor(Supplement supplement) => new(supplement.Id, supplement.ReceivedAt, Received(supplement.Attachments));

    /// <summary>Where an application's status is, for whoever has its token.</summary>
    public static Uri Status(CaseId id, string token, Uri address) => new(address, $"/api/applications/{id}?token={Uri.EscapeDataString(token)}");

    /// <summary>Where a document is downloaded.</summary>
    public static Uri Document(Manifest manifest, string name, string token, Uri address) =>
        new(address, $"/api/applications/{manifest.Id}/documents/{Uri.EscapeDataString(name)}?token={Uri.EscapeDataString(token)}");

    private static List<ReceivedAttachment> Received(IReadOnlyList<Attachment> files) =>
        [.. files.Select(file => new ReceivedAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))];
}
