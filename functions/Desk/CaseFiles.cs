using System.Globalization;
using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Functions.Access;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Desk;

/// <summary>What clerks may see of a case before they decide.</summary>
public sealed class CaseFiles(
    Catalogue catalogue, TaskDesk desk, CaseProjection cases, SubmissionStore submissions, SupplementStore supplements, PlanStore plans, Journal journal,
    OutsideEvents events, CaseDocuments documents)
{
    /// <summary>
    /// Which application somebody has read, as <c>ETag</c> and <c>If-Match</c> name it: what the applicant has sent and what was granted in
    /// part makes another; whatever else is done at the desk changes nothing in it.
    /// </summary>
    internal static string TagOf(Case current) => string.Create(CultureInfo.InvariantCulture, $"\"{current.Supplements.Count}\"");

    /// <summary>
    /// The whole case. For the leads of its Kommune and the clerks of the groups that have part in its process; for anybody else as long
    /// as a task of it is open for them. Whom a partner Kommune is only asked for an opinion reads the application, and what they
    /// themselves have to do with it.
    /// </summary>
    /// <param name="kommune">At whose desk the clerk sits.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="id">The case, as the route has it.</param>
    /// <param name="language">In which due dates are explained.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Outcome<CaseFile>> ReadAsync(Ags kommune, Clerk clerk, string id, CultureInfo language, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest)
            return new UnknownCase();

        var process = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process;
        var tasks = await desk.TasksOfAsync(kommune, clerk, manifest.Id, cancellationToken);
        var isOwn = manifest.Kommune == kommune && !clerk.Helps;
        if (tasks.Count == 0 && !(isOwn && clerk.HasPartIn(process)))
            return new UnknownCase();

        var whole = isOwn || tasks.Any(task => !task.IsOpinion);
        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        var lines = await journal.ReadAsync(manifest.Id, cancellationToken);
        var afterTheEnd = await events.AfterTheEndAsync(current, cancellationToken);
        IReadOnlyList<JournalLine> shown = whole ? lines : [.. lines.Where(line => Concerns(line.Event, tasks))];
        return new CaseFile
        {
            Tag = TagOf(current),
            Id = manifest.Id,
            Reference = manifest.Reference,
            Kommune = manifest.Kommune,
            Leistung = manifest.Leistung,
            Status = current.Status,
            ReceivedAt = manifest.ReceivedAt,
            ForwardedFrom = await OriginAsync(manifest, whole, cancellationToken),
            ForwardedTo = current.ForwardedTo is { } there ? new(there.Id.Kommune, there.KommuneName, there.Reference) : null,
            CanForwardTo = tasks.Any(task => task.Partner is null && process.Find(task.Step) is Step.Approve { MayForward: true }) ? KommunenFor(manifest) : [],
            Data = await submissions.ReadApplicationAsync(manifest, cancellationToken),
            Current = (await supplements.CurrentAsync(manifest, current.Supplements, cancellationToken)).Application,
            Facts = CaseFileFacts.Of(whole ? current.Facts : Facts.None),
            Attachments = Shown(manifest.Attachments),
            Supplements = Shown((await supplements.ReadAsync(manifest.Id, current.Supplements, cancellationToken)).Where(one => one.By is null)),
            Changes = await ChangesAsync(manifest, current, shown, cancellationToken),
            CanBeReviewed = isOwn && Engine.NextReview(process, current) is not null,
            LateSupplements = Shown(await supplements.ReadAsync(manifest.Id, [.. current.LateSupplements, .. afterTheEnd.OfType<CaseEvent.Supplemented>().Select(sent => sent.Supplement)], cancellationToken)),
            Requests = await RequestsAsync(whole ? current.Requests : [.. current.Requests.Where(request => tasks.Any(task => task.Id == request.Task.Id))], language, cancellationToken),
            Payments = whole ? CaseFilePayment.All(current, process, lines) : [],
            Returns = whole ? CaseFileReturn.All(current) : [],
            Documents = await DocumentsAsync(manifest.Id, whole ? current.Documents : [], cancellationToken),
            Words = await WordsAsync(shown, cancellationToken),
            Journal = shown,
            Steps = current.Steps,
            Opinions = await OpinionsAsync(whole ? current.Opinions : [], cancellationToken),
            Process = ProcessPicture.Of(process, manifest.Id, lines.Select(line => line.Event)),
        };
    }

    private static bool Concerns(CaseEvent happened, IReadOnlyList<OpenTask> tasks) =>
        happened is CaseEvent.Received or CaseEvent.Supplemented || (ClerkAct.Of(happened) is { } act && tasks.Any(task => task.Id == act.Task));

    private async Task<CaseFileForwardedFrom?> OriginAsync(Manifest manifest, bool whole, CancellationToken cancellationToken)
    {
        if (manifest.ForwardedFrom is not { Cases: [.., var before] } from)
            return null;

        var letter = (await submissions.ReadLetterAsync(manifest, cancellationToken))!;
        return new(before.Kommune, from.Kommune, from.Reference, from.ReceivedAt, whole ? letter.Reason : null, letter.Messages);
    }

    private List<CaseFileKommune> KommunenFor(Manifest manifest) =>
    [
        .. catalogue.Kommunen.Where(kommune => kommune.Offer(manifest.Leistung).Succeeded && !ForwardRules.HasBeenAt(manifest, kommune.Ags))
            .Select(kommune => new CaseFileKommune(kommune.Ags, kommune.Name)),
    ];

    private static List<CaseFileSupplement> Shown(IEnumerable<Supplement> sent) =>
        [.. sent.Select(one => new CaseFileSupplement(one.Id, one.ReceivedAt, one.Message, one.Fields, Shown(one.Attachments), one.Request))];

    private static List<CaseFileAttachment> Shown(IReadOnlyList<Attachment> files) =>
        [.. files.Select(file => new CaseFileAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))];

    private async Task<IReadOnlyList<CaseFileRequest>> RequestsAsync(IReadOnlyList<OpenRequest> asked, CultureInfo language, CancellationToken cancellationToken)
    {
        var requests = new List<CaseFileRequest>();
        foreach (var open in asked)
        {
            var text = await documents.ReadReasonAsync(open.Words, cancellationToken);
            var fields = await documents.ReadFieldsAsync(open.Words, cancellationToken);
            requests.Add(new(open.Id, open.Kind, open.Task.Id, text, fields, open.Due.PassesAt.ToUniversalTime(), ReasoningText.Of(open.Due.Reasoning, language), open.Fiction?.PassesAt.ToUniversalTime()));
        }

        return requests;
    }

    // Against the application as it was when the clerk looked: what came later, nobody had before them.
    private async Task<IReadOnlyList<CaseFileChange>> ChangesAsync(Manifest manifest, Case current, IReadOnlyList<JournalLine> journal, CancellationToken cancellationToken)
    {
        var changes = new List<CaseFileChange>();
        foreach (var approval in journal.Select(line => line.Event).OfType<CaseEvent.Approved>().Where(approval => approval.Altered is not null))
        {
            var altered = approval.Altered!;
            var before = (await supplements.CurrentAsync(manifest, [.. current.Supplements.Take(altered.Upon)], cancellationToken)).Application;
            var fields = altered.Supplement is { } change ? (await supplements.ReadAsync(manifest.Id, [change], cancellationToken))[0].Fields : new Dictionary<string, JsonElement>();
            changes.Add(new(approval.At, approval.Task, approval.By, [.. fields.Select(field => new ChangedField(field.Key, JsonPointer.Find(before, field.Key), field.Value))]));
        }

        return changes;
    }

    private async Task<IReadOnlyList<CaseFileDocument>> DocumentsAsync(CaseId id, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var written = new List<CaseFileDocument>();
        foreach (var name in names)
            written.Add(new(name, await documents.ReadAsync(id, name, cancellationToken) ?? throw new InvalidOperationException($"{id} lacks its document {name}.")));
        return written;
    }

    private async Task<IReadOnlyList<CaseFileWords>> WordsAsync(IReadOnlyList<JournalLine> journal, CancellationToken cancellationToken)
    {
        var said = new List<CaseFileWords>();
        foreach (var act in journal.Select(line => CaseFileWords.ToRead(line.Event)).OfType<CaseFileWords>())
            said.Add(act with { Text = await documents.ReadReasonAsync(act.Text, cancellationToken) });
        return said;
    }

    private async Task<IReadOnlyList<CaseFileOpinion>> OpinionsAsync(IReadOnlyList<OfficeOpinion> given, CancellationToken cancellationToken)
    {
        var opinions = new List<CaseFileOpinion>();
        foreach (var opinion in given)
        {
            var text = opinion.Words is { } words ? await documents.ReadReasonAsync(words, cancellationToken) : null;
            opinions.Add(new(opinion.Step, opinion.Group, opinion.Answer, text, opinion.Silent, opinion.AnsweredBy));
        }

        return opinions;
    }
}
