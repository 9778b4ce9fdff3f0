using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;
using Ozg.Platform.Delivery;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Delivery;

/// <summary>One try to deliver a result, and what follows from it.</summary>
public sealed class ResultDelivery(
    SubmissionStore submissions, SupplementStore supplements, PlanStore plans, CaseDocuments documents, WebhookBackOffice backOffice, DeliveryInbox inbox, ResultQueue results,
    EventRaiser events, IOptions<BackOfficeOptions> options, TimeProvider clock, ILogger<ResultDelivery> logger)
{
    /// <summary>Delivers, unless that has been done; then tells the case, or schedules the next try.</summary>
    /// <param name="durable">Where the case waits.</param>
    /// <param name="result">What to deliver.</param>
    /// <param name="traceParent">W3C trace context of the message.</param>
    /// <param name="cancellationToken">Stops the try.</param>
    /// <returns>What the message has to become; a scheduled next try counts as taken over.</returns>
    public async Task<DeliveryResult> DeliverAsync(DurableTaskClient durable, ResultMessage result, string? traceParent, CancellationToken cancellationToken)
    {
        var outcome = await inbox.FindAsync(result.Case, result.Delivery, cancellationToken) is { } known
            ? new DeliveryResult.Delivered(known)
            : await SendAsync(result, traceParent, cancellationToken);
        switch (outcome)
        {
            case DeliveryResult.Delivered delivered:
                await inbox.AcknowledgedAsync(result.Case, result.Delivery, delivered.Reference, cancellationToken);
                await events.RaiseAsync(durable, result.Case, new CaseEvent.Delivered(result.Delivery, delivered.Reference) { At = clock.GetUtcNow() }, cancellationToken);
                logger.Delivered(result.Delivery, result.Target, result.Try);
                return delivered;

            case DeliveryResult.TryLater later when result.Try < options.Value.MaxTries:
                var wait = later.After is { } asked && asked > TimeSpan.Zero ? Min(asked, options.Value.MaxRetryDelay) : RetrySchedule.WaitAfter(result.Try, options.Value.RetryDelay, options.Value.MaxRetryDelay);
                await results.SendAsync(result with { Try = result.Try + 1 }, clock.GetUtcNow() + wait, cancellationToken);
                logger.TriesLater(result.Delivery, result.Target, result.Try, later.Why, wait.TotalSeconds);
                return later;

            case DeliveryResult.TryLater later:
                return GiveUp(result, $"{later.Why} Tried {result.Try} times.");

            case DeliveryResult.Undeliverable refused:
                return GiveUp(result, refused.Why);

            default:
                throw new System.Diagnostics.UnreachableException($"No arm for {outcome.GetType().Name}.");
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private DeliveryResult.Undeliverable GiveUp(ResultMessage result, string why)
    {
        logger.Undeliverable(result.Delivery, result.Target, why);
        return new(why);
    }

    private async Task<DeliveryResult> SendAsync(ResultMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(message.Case, cancellationToken);
        return message switch
        {
            { Refund: { } refund } => await backOffice.DeliverAsync(
                new RefundDelivery { ApplicationId = manifest.Id, Reference = manifest.Reference, Kommune = manifest.Kommune, Leistung = manifest.Leistung, Refund = refund },
                message.Target, message.Delivery, traceParent, cancellationToken),
            { Result: { } result } => await backOffice.DeliverAsync(
                await AssembleAsync(manifest, message, result, cancellationToken), message.Target, message.Delivery, traceParent, cancellationToken),
            _ => throw new InvalidOperationException($"The message of {message.Delivery} holds neither a result nor a refund."),
        };
    }

    private async Task<BackOfficeDelivery> AssembleAsync(Manifest manifest, ResultMessage message, CaseResult result, CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(manifest.PlanHash, cancellationToken);
        var step = (Step.Deliver)plan.Process.Find(message.Step);
        var current = await supplements.CurrentAsync(manifest, result.Supplements, cancellationToken);
        var all = step is { Without: null, Only: null };
        var made = new List<DeliveredDocument>();
        foreach (var name in all ? message.Documents : [])
            made.Add(new(name, await documents.ReadAsync(message.Case, name, cancellationToken) ?? throw new InvalidOperationException($"{message.Case} lacks its document {name}.")));

        return new()
        {
            ApplicationId = manifest.Id,
            Reference = manifest.Reference,
            Kommune = manifest.Kommune,
            Leistung = manifest.Leistung,
            Verdict = result.Verdict,
            ReceivedAt = manifest.ReceivedAt,
            Facts = all ? result.Facts : Facts.None,
            Application = RecipientData.Of(current.Application, step.Without, step.Only),
            Attachments = [.. (all ? current.Attachments : []).Select(file => new DeliveredAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))],
            Documents = made,
        };
    }
}
