using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>Accepts applications: everything is stored and the manifest committed, or nothing has happened.</summary>
public sealed class ApplicationIntake(
    Catalogue catalogue, SubmissionBody body, SubmissionStore submissions, PlanStore plans, ApplicantTokens tokens, TimeProvider clock,
    ILogger<ApplicationIntake> logger)
{
    /// <summary>Accepts an application, or finds the one that was accepted under the same key.</summary>
    /// <returns>The manifest that stands, or why the application cannot be taken.</returns>
    public async Task<Outcome<Manifest>> AcceptAsync(HttpRequest request, Ags ags, string leistung, CancellationToken cancellationToken)
    {
        var offer = catalogue.Offer(ags, leistung);
        if (!offer.Succeeded)
            return offer.Error;

        var key = IdempotencyKey.Of(request);
        if (!key.Succeeded)
            return key.Error;

        var id = CaseId.Derive(ags, leistung, key.Value);
        var attempt = submissions.Begin(id);
        Outcome<Manifest> prepared;
        try
        {
            prepared = await PrepareAsync(request, offer.Value, id, attempt, cancellationToken);
        }
        catch
        {
            await attempt.DiscardAsync(CancellationToken.None); // broken off: what came so far is nobody's
            throw;
        }

        // From here on there is no way back: a commit of which no answer came may have gone through.
        var accepted = prepared.Succeeded && IsOf(attempt, prepared.Value) ? await CommitAsync(prepared.Value) : prepared;
        if (!accepted.Succeeded || !IsOf(attempt, accepted.Value))
            await attempt.DiscardAsync(CancellationToken.None); // refused, or an earlier try is the one that counts
        return accepted;
    }

    private async Task<Outcome<Manifest>> CommitAsync(Manifest manifest)
    {
        var standing = await submissions.CommitAsync(manifest, CancellationToken.None);
        if (standing.ApplicationBlob == manifest.ApplicationBlob)
            logger.ApplicationAccepted(manifest.Id, manifest.Leistung, manifest.Attachments.Count);
        return SameContent(standing, manifest.ContentHash);
    }

    // The manifest to commit, or the one that stands already.
    private async Task<Outcome<Manifest>> PrepareAsync(HttpRequest request, Offer offer, CaseId id, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        var read = await body.ReadAsync(request, BodyPart.Application, offer.Leistung, attempt, cancellationToken);
        if (!read.Succeeded)
            return read.Error;

        // First what was accepted before: it stays accepted, also under rules that have become stricter since.
        var contentHash = ContentHash.Of(read.Value, attempt.Attachments);
        if (await submissions.FindAsync(id, cancellationToken) is { } earlier)
            return SameContent(earlier, contentHash);

        var now = clock.GetUtcNow();
        if (Mistakes(offer, read.Value, attempt, now) is { Count: > 0 } mistakes)
            return new InvalidApplication(mistakes);

        await plans.KeepAsync(offer.PlanHash, offer.Plan, cancellationToken);
        return new Manifest
        {
            Id = id,
            Kommune = id.Kommune,
            Leistung = offer.Leistung.Id,
            Reference = CaseReference.For(catalogue.Kommune(id.Kommune).Value.ReferencePrefix, id, now),
            ReceivedAt = now,
            PlanHash = offer.PlanHash,
            ContentHash = contentHash,
            TokenHash = ApplicantTokens.HashOf(tokens.For(id)),
            ApplicationBlob = await attempt.SetApplicationAsync(BinaryData.FromBytes(read.Value), cancellationToken),
            Attachments = attempt.Attachments,
        };
    }

    private static bool IsOf(SubmissionAttempt attempt, Manifest manifest) => manifest.ApplicationBlob.StartsWith(attempt.Folder, StringComparison.Ordinal);

    private static Outcome<Manifest> SameContent(Manifest standing, string contentHash) =>
        standing.ContentHash == contentHash ? standing : new IdempotencyKeyReused();

    private static IReadOnlyList<FieldError> Mistakes(Offer offer, byte[] application, SubmissionAttempt attempt, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(application);
        return offer.Validate(document.RootElement, [.. attempt.Attachments.Select(file => file.Kind)], LegalTime.DayOf(now));
    }
}
