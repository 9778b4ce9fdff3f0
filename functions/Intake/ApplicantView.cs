using Microsoft.AspNetCore.Http;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Functions.Problems;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>What whoever has the link may see.</summary>
public sealed class ApplicantView(SubmissionStore submissions, CaseProjection cases, Journal journal, CaseDocuments documents, ApplicantLinks links)
{
    /// <summary>Where the application stands.</summary>
    public async Task<Outcome<ApplicationStatus>> StatusAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(request, id, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        var address = links.AddressFor(request);
        if (!address.Succeeded)
            return address.Error;

        var manifest = opened.Value;
        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        var lines = await journal.ReadAsync(manifest.Id, cancellationToken);
        return new ApplicationStatus(
            manifest.Id, manifest.Reference, current.Status, Timeline.Of(manifest, current, lines, Language.Of(request)), OpenRequests: [],
            [.. current.Documents.Select(name => new DocumentLink(name, ApplicantLinks.Document(manifest, name, TokenOf(request), address.Value)))]);
    }

    /// <summary>A document's text.</summary>
    public async Task<Outcome<string>> DocumentAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(request, id, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;

        // Only what the case has recorded: a document that is being made does not exist yet.
        var current = await cases.FindAsync(opened.Value.Id, cancellationToken);
        return current is not null && current.Documents.Contains(name) && await documents.ReadAsync(current.Id, name, cancellationToken) is { } text ? text : new UnknownDocument();
    }

    private async Task<Outcome<Manifest>> OpenAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var token = TokenOf(request);
        if (token.Length == 0)
            return new LinkTokenMissing();
        if (!CaseId.IsWellFormed(id) || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest)
            return new UnknownApplication();
        return ApplicantTokens.Opens(manifest, token) ? manifest : new LinkTokenWrong();
    }

    private static string TokenOf(HttpRequest request) => request.Query["token"].ToString();
}
