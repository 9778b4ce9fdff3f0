using System.Globalization;
using Ozg.Core.Cases;
using Ozg.Core.Documents;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Fills a template of the case's plan in, and stores what comes out.</summary>
public sealed class DocumentWriter(SubmissionStore submissions, PlanStore plans, CaseDocuments documents, TimeProvider clock)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Writes one document.</summary>
    /// <returns>Its name on the status page.</returns>
    public async Task<string> WriteAsync(CaseId id, string template, Verdict verdict, string? reason, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(id, cancellationToken);
        var plan = await plans.ReadAsync(manifest.PlanHash, cancellationToken);
        var application = await submissions.ReadApplicationAsync(manifest, cancellationToken);
        var values = new Dictionary<string, string>
        {
            ["reference"] = manifest.Reference,
            ["date"] = LegalTime.DayOf(clock.GetUtcNow()).ToString("d. MMMM yyyy", German),
            ["authority"] = plan.Authority,
            ["kommune"] = plan.KommuneName,
            ["reason"] = reason is null ? "" : await documents.ReadReasonAsync(reason, cancellationToken),
            ["verdict"] = verdict == Verdict.Approved ? "genehmigt" : "abgelehnt",
        };
        var name = $"{template}.txt";
        await documents.WriteAsync(id, name, Template.Render(plan.Templates[template], application, values), cancellationToken);
        return name;
    }
}
