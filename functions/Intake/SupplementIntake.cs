using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Submissions;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>Accepts what applicants send later: everything is stored, then the case is told, or nothing has happened.</summary>
public sealed class SupplementIntake(
    ApplicantDoor door, SubmissionBody body, SubmissionStore submissions, PlanStore plans, FormStore forms, SupplementStore supplements, CaseProjection cases,
    OutsideEvents events, EventRaiser raiser, TimeProvider clock, ILogger<SupplementIntake> logger)
{
    /// <summary>Accepts a supplement, or finds the one that was accepted under the same key.</summary>
    public async Task<Outcome<Supplement>> AcceptAsync(DurableTaskClient durable, HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request, id, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        var key = IdempotencyKey.Of(request);
        if (!key.Succeeded)
            return key.Error;
        var form = await forms.OfAsync(opened.Value, cancellationToken);
        if (!form.Succeeded)
            return form.Error;

        var attempt = submissions.Begin(opened.Value.Id);
        Outcome<Supplement> prepared;
        try
        {
            prepared = await PrepareAsync(request, opened.Value, form.Value, SupplementRules.IdOf(opened.Value.Id, key.Value), attempt, cancellationToken);
        }
        catch
        {
            await attempt.DiscardAsync(CancellationToken.None); // broken off: what came so far is nobody's
            throw;
        }

        // From here on there is no way back: a commit of which no answer came may have gone through.
        var kept = prepared.Succeeded ? SameContent(await supplements.CommitAsync(opened.Value.Id, prepared.Value, CancellationToken.None), prepared.Value.ContentHash) : prepared;
        if (!kept.Succeeded || !IsOf(attempt, kept.Value))
            await attempt.DiscardAsync(CancellationToken.None); // refused, or an earlier try is the one that counts
        if (kept.Succeeded && await raiser.RaiseAsync(durable, opened.Value.Id, EventOf(kept.Value), CancellationToken.None))
            logger.SupplementAccepted(kept.Value.Id, opened.Value.Id, kept.Value.Fields.Count, kept.Value.Attachments.Count);
        return kept;
    }

    // Now, also where an earlier try stored it: the case may have seen later events since, and its time does not run back.
    private CaseEvent.Supplemented EventOf(Supplement kept) => new(kept.Id) { At = clock.GetUtcNow(), Changes = kept.Fields.Count > 0, Request = kept.Request };

    // The supplement to commit, or the one that stands already.
    private async Task<Outcome<Supplement>> PrepareAsync(HttpRequest request, Manifest manifest, ApplicationForm form, string id, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        // First the body: while it comes, which takes its time, somebody may decide. And what was accepted before stays accepted, also when the
        // case has ended since.
        var read = await body.ReadAsync(request, BodyPart.Supplement, form, attempt, cancellationToken);
        if (!read.Succeeded)
            return read.Error;
        var known = await events.FindAsync(manifest.Id, new CaseEvent.Supplemented(id) { At = default }.StoredAs!, cancellationToken) is not null;
        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        if (!known && !Engine.CanSupplement(current))
            return TooEarlyOrLate(current);
        if (!known && current.Supplements.Count + current.LateSupplements.Count >= SupplementRules.MaxPerCase)
            return new TooManySupplements();

        var contentHash = ContentHash.Of(read.Value, attempt.Attachments);
        if (await supplements.FindAsync(manifest.Id, id, cancellationToken) is { } earlier)
            return SameContent(earlier, contentHash);

        var content = SupplementContent.Read(read.Value, attempt.Attachments.Count);
        if (!content.Succeeded)
            return content.Error;
        if (content.Value.Request is { } asked && current.Requests.All(open => open.Id != asked))
            return new InvalidSupplement([new("#/request", "request-not-open")]);
        if (content.Value.Fields.Count > 0 && !known && !Engine.CanChange(current))
            return new ChangeTooLate();
        var before = await supplements.CurrentAsync(manifest, current.Supplements, cancellationToken);
        var calendar = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Calendar;
        if (content.Value.Mistakes(form, calendar, before, attempt.Attachments, manifest.ReceivedAt) is { Count: > 0 } mistakes)
            return new InvalidSupplement(mistakes);

        return new Supplement(id, clock.GetUtcNow(), content.Value.Message, content.Value.Fields, attempt.Attachments, contentHash, content.Value.Request);
    }

    private static Error TooEarlyOrLate(Case current) => current switch
    {
        { ForwardedTo: not null } => new HandedOn(),
        { IsOnItsWay: true } => new BeingHandedOn(),
        { Status: CaseStatus.Received } => new SupplementTooEarly(),
        _ => new SupplementTooLate(),
    };

    private static Outcome<Supplement> SameContent(Supplement standing, string contentHash) =>
        standing.ContentHash == contentHash ? standing : new IdempotencyKeyReused();

    // A supplement without files has none in this try's folder, and none to lose.
    private static bool IsOf(SubmissionAttempt attempt, Supplement kept) =>
        kept.Attachments.Any(file => file.Blob.StartsWith(attempt.Folder, StringComparison.Ordinal));
}
