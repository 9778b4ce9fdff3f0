using System.Text;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Hands applications on to the Kommune that is responsible.</summary>
public sealed class Forwarding(
    Catalogue catalogue, SubmissionStore submissions, SupplementStore supplements, PlanStore plans, FormStore forms, CaseDocuments documents, CaseStarter starter, TimeProvider clock,
    ILogger<Forwarding> logger)
{
    /// <summary>Why a Kommune cannot be given an application as it now is; null: it can.</summary>
    /// <param name="manifest">The application.</param>
    /// <param name="sent">The case's supplements.</param>
    /// <param name="other">The Kommune.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<CannotForward?> RefusalAsync(Manifest manifest, IReadOnlyList<string> sent, Ags other, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(manifest, sent, cancellationToken);
        var offer = catalogue.Offer(other, manifest.Leistung) is { Succeeded: true, Value: var found } ? found : null;
        return ForwardRules.Refusal(manifest, current.Application, [.. current.Attachments.Select(file => file.Kind).Distinct()], offer);
    }

    /// <summary>
    /// Makes an application a case of another Kommune and starts it, once however often it is tried. The applicant's link opens both.
    /// </summary>
    /// <exception cref="InvalidOperationException">That Kommune does not offer the Leistung any more.</exception>
    public async Task<ForwardedCase> HandOverAsync(DurableTaskClient durable, Effect.HandOver effect, CancellationToken cancellationToken)
    {
        var standing = await submissions.FindAsync(effect.As, cancellationToken)
            ?? await AcceptAsync(effect, await submissions.ReadAsync(effect.Case, cancellationToken), cancellationToken);
        await starter.StartAsync(durable, standing, cancellationToken);
        var plan = await plans.ReadAsync(standing.PlanHash, cancellationToken);
        return new(standing.Id, plan.KommuneName, plan.Authority, standing.Reference);
    }

    private async Task<Manifest> AcceptAsync(Effect.HandOver effect, Manifest manifest, CancellationToken cancellationToken)
    {
        var attempt = submissions.Begin(effect.As);
        Manifest there;
        try
        {
            there = await PrepareAsync(effect, manifest, attempt, cancellationToken);
        }
        catch
        {
            await attempt.DiscardAsync(CancellationToken.None); // broken off: another try copies anew
            throw;
        }

        var standing = await submissions.CommitAsync(there, cancellationToken);
        if (standing.ApplicationBlob == there.ApplicationBlob)
            logger.ApplicationHandedOver(effect.Case, standing.Id, standing.Leistung, standing.Attachments.Count);
        else
            await attempt.DiscardAsync(CancellationToken.None); // an earlier try is the one that counts
        return standing;
    }

    private async Task<Manifest> PrepareAsync(Effect.HandOver effect, Manifest manifest, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        var (kommune, offer) = OfferOf(effect, manifest);
        var current = await CurrentAsync(manifest, effect.Supplements, cancellationToken);
        foreach (var file in current.Attachments)
            await attempt.CopyAsync(file, cancellationToken);

        var now = clock.GetUtcNow();
        await plans.KeepAsync(offer.PlanHash, offer.Plan, cancellationToken);
        await forms.KeepAsync(offer.Form, cancellationToken);
        var application = Encoding.UTF8.GetBytes(current.Application.GetRawText());
        var letter = await attempt.SetLetterAsync(await LetterAsync(effect, manifest, cancellationToken), cancellationToken);
        return new Manifest
        {
            Id = effect.As,
            Kommune = effect.As.Kommune,
            Leistung = manifest.Leistung,
            Reference = CaseReference.For(kommune.ReferencePrefix, effect.As, now),
            ReceivedAt = now,
            PlanHash = offer.PlanHash,
            FormHash = offer.Form.Hash,
            ContentHash = ContentHash.Of(application, attempt.Attachments),
            TokenHash = manifest.TokenHash,
            ApplicationBlob = await attempt.SetApplicationAsync(BinaryData.FromBytes(application), cancellationToken),
            Attachments = attempt.Attachments,
            ForwardedFrom = ForwardRules.Origin(manifest, (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).KommuneName, letter),
        };
    }

    // It offered the Leistung when it was decided; tried again until it does so again, since nothing else can be done with the application.
    private (KommuneEntry Kommune, Offer Offer) OfferOf(Effect.HandOver effect, Manifest manifest) =>
        catalogue.Kommune(effect.As.Kommune) is { Succeeded: true, Value: var kommune } && kommune.Offer(manifest.Leistung) is { Succeeded: true, Value: var offer }
            ? (kommune, offer)
            : throw new InvalidOperationException($"{effect.Case} is to go to Kommune {effect.As.Kommune}, which does not offer {manifest.Leistung} any more: put the offer back into the catalogue.");

    // With what came with it when it was handed on before.
    private async Task<ForwardingLetter> LetterAsync(Effect.HandOver effect, Manifest manifest, CancellationToken cancellationToken)
    {
        var before = await submissions.ReadLetterAsync(manifest, cancellationToken);
        var sent = await supplements.ReadAsync(effect.Case, effect.Supplements, cancellationToken);
        return new(
            effect.Words is { } words ? await documents.ReadReasonAsync(words, cancellationToken) : null,
            [.. before?.Messages ?? [], .. sent.Where(one => one.Message is not null).Select(one => new ForwardedMessage(one.ReceivedAt, one.Message!))]);
    }

    // What clerks here would have granted of it is no part of what was applied for.
    private async Task<CurrentApplication> CurrentAsync(Manifest manifest, IReadOnlyList<string> sent, CancellationToken cancellationToken)
    {
        var byApplicant = (await supplements.ReadAsync(manifest.Id, sent, cancellationToken)).Where(one => one.By is null);
        return await supplements.CurrentAsync(manifest, [.. byApplicant.Select(one => one.Id)], cancellationToken);
    }
}
