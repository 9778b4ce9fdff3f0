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
    Catalogue catalogue, SubmissionBody body, SubmissionStore submissions, PlanStore plans, FormStore forms, ApplicantTokens tokens, TimeProvider clock,
    ILogger<ApplicationIntake> logger)
{
    /// <summary>Accepts an application, or finds the one that was accepted under the same key.</summary>
    /// <returns>The manifest that stands, or why the application cannot be taken.</returns>
    public async Task<Outcome<Manifest>> AcceptAsync(HttpRequest request, Ags ags, string leistung, CancellationToken cancellationToken)
    {
        var offer = catalogue.Offer(ags, leistung);
        if (!offer.Succeeded && !Ags.IsWellFormed(ags.Value))
            return offer.Error; // no id can be made of it

        var key = IdempotencyKey.Of(request);
        if (!key.Succeeded)
            return key.Error;

        // First what was accepted before: it stays accepted, also when the Leistung is offered otherwise since, or no more.
        var id = CaseId.Derive(ags, leistung, key.Value);
        var earlier = await submissions.FindAsync(id, cancellationToken);
        var form = earlier is not null ? await forms.OfAsync(earlier, cancellationToken) : offer.Succeeded ? offer.Value.Form : offer.Error;
        if (!form.Succeeded)
            return form.Error;

        var attempt = submissions.Begin(id);
        Outcome<Manifest> prepared;
        try
        {
            var read = await body.ReadAsync(request, BodyPart.Application, form.Value, attempt, cancellationToken);
            prepared = !read.Succeeded ? read.Error
                : earlier is not null ? SameContent(earlier, ContentHash.Of(read.Value, attempt.Attachments))
                : await PrepareAsync(read.Value, offer.Value, id, attempt, cancellationToken);
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

    private async Task<Outcome<Manifest>> PrepareAsync(byte[] application, Offer offer, CaseId id, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (Mistakes(offer, application, attempt, now) is { Count: > 0 } mistakes)
            return new InvalidApplication(mistakes);

        await plans.KeepAsync(offer.PlanHash, offer.Plan, cancellationToken);
        await forms.KeepAsync(offer.Form, cancellationToken);
        return new Manifest
        {
            Id = id,
            Kommune = id.Kommune,
            Leistung = offer.Leistung.Id,
            Reference = CaseReference.For(catalogue.Kommune(id.Kommune).Value.ReferencePrefix, id, now),
            ReceivedAt = now,
            PlanHash = offer.PlanHash,
            FormHash = offer.Form.Hash,
            ContentHash = ContentHash.Of(application, attempt.Attachments),
            TokenHash = ApplicantTokens.HashOf(tokens.For(id)),
            ApplicationBlob = await attempt.SetApplicationAsync(BinaryData.FromBytes(application), cancellationToken),
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
