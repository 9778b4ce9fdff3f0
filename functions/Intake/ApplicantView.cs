using System.Globalization;
using Microsoft.AspNetCore.Http;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Forms;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Functions.Problems;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>What whoever has the link may see.</summary>
public sealed class ApplicantView(
    ApplicantDoor door, FormStore forms, CaseProjection cases, SupplementStore supplements, PlanStore plans, Journal journal, OutsideEvents events, CaseDocuments documents, ApplicantLinks links)
{
    /// <summary>Where the application stands.</summary>
    public async Task<Outcome<ApplicationStatus>> StatusAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request, id, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        var address = links.AddressFor(request);
        if (!address.Succeeded)
            return address.Error;

        var manifest = opened.Value;
        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        var lines = await journal.ReadAsync(manifest.Id, cancellationToken);
        var process = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process;
        var language = Language.Of(request);
        return new ApplicationStatus(
            manifest.Id, manifest.Reference, current.Status, Timeline.Of(manifest, process, current, lines, await events.AfterTheEndAsync(current, cancellationToken), language),
            await RequestsAsync(manifest, current, language, cancellationToken), PaymentOf(current),
            [.. current.Documents.Select(name => new DocumentLink(name, ApplicantLinks.Document(manifest, name, ApplicantDoor.TokenOf(request), address.Value)))],
            await AttachmentsAsync(manifest, current, language, cancellationToken), await ChangesAsync(manifest, current, language, cancellationToken))
        {
            ForwardedTo = current.ForwardedTo is { } there ? new(there.Id.Kommune, there.KommuneName, there.Reference, StatusOf(there.Id)) : null,
            ForwardedFrom = manifest.ForwardedFrom is { Cases: [.., var before] } from ? new(before.Kommune, from.Kommune, from.Reference, from.ReceivedAt, StatusOf(before)) : null,
        };

        // One token opens an application wherever it has been.
        Uri StatusOf(CaseId id) => ApplicantLinks.Status(id, ApplicantDoor.TokenOf(request), address.Value);
    }

    /// <summary>A document's text.</summary>
    public async Task<Outcome<string>> DocumentAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request, id, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;

        // Only what the case has recorded: a document that is being made does not exist yet.
        var current = await cases.FindAsync(opened.Value.Id, cancellationToken);
        return current is not null && current.Documents.Contains(name) && await documents.ReadAsync(current.Id, name, cancellationToken) is { } text ? text : new UnknownDocument();
    }

    private async Task<IReadOnlyList<ApplicantRequest>> RequestsAsync(Manifest manifest, Case current, CultureInfo language, CancellationToken cancellationToken)
    {
        if (current.Requests.Count == 0)
            return [];

        var schema = await SchemaOfAsync(manifest, cancellationToken);
        var requests = new List<ApplicantRequest>();
        foreach (var open in current.Requests)
        {
            var text = await documents.ReadReasonAsync(open.Words, cancellationToken);
            var fields = await documents.ReadFieldsAsync(open.Words, cancellationToken);
            requests.Add(new(open.Id, open.Kind, text, [.. fields.Select(field => new RequestedField(field, LabelOf(schema, field, language)))], open.Due.PassesAt.ToUniversalTime(), ReasoningText.Of(open.Due.Reasoning, language)));
        }

        return requests;
    }

    // Not today's: who applied by an earlier form answers by it.
    private async Task<IReadOnlyList<AcceptedAttachment>> AttachmentsAsync(Manifest manifest, Case current, CultureInfo language, CancellationToken cancellationToken) =>
        Engine.CanSupplement(current) && await forms.OfAsync(manifest, cancellationToken) is { Succeeded: true, Value: var form }
            ? [.. form.Attachments.Select(kind => new AcceptedAttachment(kind.Kind, In(kind.Label, language), In(kind.Description, language), kind.MaxBytes, kind.MediaTypes))]
            : [];

    // What is only proposed, the applicant does not learn.
    private async Task<IReadOnlyList<GrantedField>> ChangesAsync(Manifest manifest, Case current, CultureInfo language, CancellationToken cancellationToken)
    {
        if (!current.Facts.Conditions.GetValueOrDefault(Conditions.Partial))
            return [];

        var form = await SchemaOfAsync(manifest, cancellationToken);
        var changes = new List<GrantedField>();
        foreach (var (index, change) in (await supplements.ReadAsync(manifest.Id, current.Supplements, cancellationToken)).Index().Where(one => one.Item.By is not null))
        {
            var before = (await supplements.CurrentAsync(manifest, [.. current.Supplements.Take(index)], cancellationToken)).Application;
            changes.AddRange(change.Fields.Select(field => new GrantedField(field.Key, LabelOf(form, field.Key, language), JsonPointer.Find(before, field.Key), field.Value)));
        }

        return changes;
    }

    private async Task<FormSchema?> SchemaOfAsync(Manifest manifest, CancellationToken cancellationToken) =>
        await forms.OfAsync(manifest, cancellationToken) is { Succeeded: true, Value: var form } ? form.Schema : null;

    private static string LabelOf(FormSchema? form, string pointer, CultureInfo language) =>
        form?.TitleOf(pointer) is { } title ? In(title, language) : pointer;

    private static string In(LocalText text, CultureInfo language) =>
        language.TwoLetterISOLanguageName == "en" && text.En is { } english ? english : text.De;

    // While it is begun there is no page yet.
    private static ApplicantPayment? PaymentOf(Case current) =>
        current.Payments.FirstOrDefault(payment => payment.Page is not null) is { } payment
            ? new(payment.Cents, payment.Page!, payment.Due.PassesAt.ToUniversalTime())
            : null;
}
