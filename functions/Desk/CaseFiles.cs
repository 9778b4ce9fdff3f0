using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
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
    /// The whole case. For the leads of its Kommune and the clerks of the groups that have part in its process; for anybody else as long
    /// as a task of it is open for them. Whom a partner Kommune is only asked for an opinion reads the application, and what they
    /// themselves have to do with it.
    /// </summary>
    public async Task<Outcome<CaseFile>> ReadAsync(Ags kommune, Clerk clerk, string id, CancellationToken cancellationToken)
    {
        if (!CaseId.IsWellFormed(id) || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest)
            return new UnknownCase();

        var process = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process;
        var tasks = await desk.TasksOfAsync(kommune, clerk, manifest.Id, cancellationToken);
        var isOwn = manifest.Kommune == kommune && !clerk.Helps;
        if (tasks.Count == 0 && !(isOwn && HasPart(clerk, process)))
            return new UnknownCase();

        var whole = isOwn || tasks.Any(task => !task.IsOpinion);
        var current = await cases.FindAsync(manifest.Id, cancellationToken) ?? Case.Begin(manifest.Id);
        var lines = await journal.ReadAsync(manifest.Id, cancellationToken);
        return new CaseFile
        {
            Id = manifest.Id,
            Reference = manifest.Reference,
            Kommune = manifest.Kommune,
            Leistung = manifest.Leistung,
            Status = current.Status,
            ReceivedAt = manifest.ReceivedAt,
            Data = await submissions.ReadApplicationAsync(manifest, cancellationToken),
            Attachments = Shown(manifest.Attachments),
            Supplements = [.. (await supplements.ReadAsync(manifest.Id, current.Supplements, cancellationToken)).Select(one => new CaseFileSupplement(one.Id, one.ReceivedAt, one.Message, one.Fields, Shown(one.Attachments)))],
            Journal = whole ? lines : [.. lines.Where(line => Concerns(line.Event, tasks))],
            Steps = current.Steps,
            Opinions = await OpinionsAsync(whole ? current.Opinions : [], cancellationToken),
            Process = ProcessPicture.Of(process, manifest.Id, lines.Select(line => line.Event)),
        };
    }

    // Tax secrecy (§ 30 AO) holds among the offices of one Kommune too.
    private static bool HasPart(Clerk clerk, Process process) =>
        clerk.IsLead || process.All().Any(step => process.GroupsOf(step.Id).Any(group => group is not null && clerk.Groups.Contains(group)));

    private static bool Concerns(CaseEvent happened, IReadOnlyList<OpenTask> tasks) =>
        happened is CaseEvent.Received or CaseEvent.Supplemented || (ClerkAct.Of(happened) is { } act && tasks.Any(task => task.Id == act.Task));

    private static List<CaseFileAttachment> Shown(IReadOnlyList<Attachment> files) =>
        [.. files.Select(file => new CaseFileAttachment(file.Name, file.Kind, file.MediaType, file.Size, file.Sha256))];

    private async Task<IReadOnlyList<CaseFileOpinion>> OpinionsAsync(IReadOnlyList<OfficeOpinion> given, CancellationToken cancellationToken)
    {
        var opinions = new List<CaseFileOpinion>();
        foreach (var opinion in given)
        {
            var text = opinion.Words is { } words ? await documents.ReadReasonAsync(words, cancellationToken) : null;
            opinions.Add(new(opinion.Step, opinion.Group, opinion.Answer, text, opinion.Silent));
        }

        return opinions;
    }
}
