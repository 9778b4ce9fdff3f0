using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Ozg.Core.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>Makes what the applicant gets of what is stored.</summary>
public sealed class ApplicantLinks(ApplicantTokens tokens, IOptions<IntakeOptions> options)
{
    /// <summary>The receipt: the same for the same application.</summary>
    public Receipt ReceiptFor(Manifest manifest, HttpRequest request) => new(
        manifest.Id, manifest.Reference, new(AddressOf(request), $"/api/applications/{manifest.Id}?token={tokens.For(manifest.Id)}"), manifest.ReceivedAt,
        [.. manifest.Attachments.Select(file => new ReceivedAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))]);

    /// <summary>Where a document is downloaded.</summary>
    public Uri Document(Manifest manifest, string name, string token, HttpRequest request) =>
        new(AddressOf(request), $"/api/applications/{manifest.Id}/documents/{Uri.EscapeDataString(name)}?token={Uri.EscapeDataString(token)}");

    private Uri AddressOf(HttpRequest request) => options.Value.PublicAddress ?? new Uri($"{request.Scheme}://{request.Host}");
}
