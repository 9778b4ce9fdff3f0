using System.Globalization;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using Ozg.Functions.Access;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Desk;

/// <summary>What clerks may see of a case before they decide.</summary>
public sealed class CaseFiles(
    TaskDesk desk, CaseProjection cases, SubmissionStore submissions, SupplementStore supplements, PlanStore plans, Journal journal, CaseDocuments documents)
{
    /// <summary>
    /// The whole case. For every clerk of its Kommune; for one of a partner Kommune as long as a task of the case is open for them, at
    /// their own desk or lent to them.
    /// </summary>
    /// <param name="kommune">At whose desk the clerk sits.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="id">The case, as the route has it.</param>
    /// <param name="language">In which due dates are explained.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Outcome<CaseFile>> ReadAsync(Ags kommune, Clerk clerk, string id, CultureInfo language, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || !await MayReadAsync(kommune, clerk, new(id), cancellationToken) || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest)
            return new UnknownCase();

        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        var lines = await journal.ReadAsync(manifest.Id, cancellationToken);
        var process = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process;
        return new CaseFile
        {
            Id = manifest.Id,
            Reference = manifest.Reference,
            Kommune = manifest.Kommune,
            Leistung = manifest.Leistung,
            Status = current.Status,
            ReceivedAt = manifest.ReceivedAt,
            Data = await submissions.ReadApplicationAsync(manifest, cancellationToken),
            Current = (await supplements.CurrentAsync(manifest, current.Supplements, cancellationToken)).Application,
            Facts = CaseFileFacts.Of(current.Facts),
            Attachments = Shown(manifest.Attachments),
            Supplements = Shown(await supplements.ReadAsync(manifest.Id, current.Supplements, cancellationToken)),
            LateSupplements = Shown(await supplements.ReadAsync(manifest.Id, current.LateSupplements, cancellationToken)),
            Requests = await RequestsAsync(current, language, cancellationToken),
            Payments = CaseFilePayment.All(current, process, lines),
            Documents = await DocumentsAsync(current, cancellationToken),
            Words = await WordsAsync(lines, cancellationToken),
            Journal = lines,
            Steps = current.Steps,
            Opinions = await OpinionsAsync(current, cancellationToken),
            Process = ProcessPicture.Of(process, manifest.Id, lines.Select(line => line.Event)),
        };
    }

    private async Task<bool> MayReadAsync(Ags kommune, Clerk clerk, CaseId id, CancellationToken cancellationToken) =>
        (id.Kommune == kommune && !clerk.Helps) || (await desk.TasksOfAsync(kommune, clerk, id, cancellationToken)).Count > 0;

    private static List<CaseFileSupplement> Shown(IReadOnlyList<Supplement> sent) =>
        [.. sent.Select(one => new CaseFileSupplement(one.Id, one.ReceivedAt, one.Message, one.Fields, Shown(one.Attachments)))];

    private static List<CaseFileAttachment> Shown(IReadOnlyList<Attachment> files) =>
        [.. files.Select(file => new CaseFileAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))];

    private async Task<IReadOnlyList<CaseFileRequest>> RequestsAsync(Case current, CultureInfo language, CancellationToken cancellationToken)
    {
        var requests = new List<CaseFileRequest>();
        foreach (var open in current.Requests)
        {
            var text = await documents.ReadReasonAsync(open.Words, cancellationToken);
            var fields = await documents.ReadFieldsAsync(open.Words, cancellationToken);
            requests.Add(new(open.Id, open.Kind, open.Task.Id, text, fields, open.Due.PassesAt.ToUniversalTime(), ReasoningText.Of(open.Due.Reasoning, language)));
        }

        return requests;
    }

    private async Task<IReadOnlyList<CaseFileDocument>> DocumentsAsync(Case current, CancellationToken cancellationToken)
    {
        var written = new List<CaseFileDocument>();
        foreach (var name in current.Documents)
            written.Add(new(name, await documents.ReadAsync(current.Id, name, cancellationToken) ?? throw new InvalidOperationException($"{current.Id} lacks its document {name}.")));
        return written;
    }

    private async Task<IReadOnlyList<CaseFileWords>> WordsAsync(IReadOnlyList<JournalLine> journal, CancellationToken cancellationToken)
    {
        var said = new List<CaseFileWords>();
        foreach (var act in journal.Select(line => CaseFileWords.ToRead(line.Event)).OfType<CaseFileWords>())
            said.Add(act with { Text = await documents.ReadReasonAsync(act.Text, cancellationToken) });
        return said;
    }

    private async Task<IReadOnlyList<CaseFileOpinion>> OpinionsAsync(Case current, CancellationToken cancellationToken)
    {
        var opinions = new List<CaseFileOpinion>();
        foreach (var opinion in current.Opinions)
        {
            var text = opinion.Words is { } words ? await documents.ReadReasonAsync(words, cancellationToken) : null;
            opinions.Add(new(opinion.Step, opinion.Group, opinion.Answer, text, opinion.Silent));
        }

        return opinions;
    }
}
