using System.Globalization;
using Ozg.Core.Cases;
using Ozg.Core.Documents;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Fills a template of the case's plan in, and stores what comes out.</summary>
public sealed class DocumentWriter(SubmissionStore submissions, SupplementStore supplements, PlanStore plans, CaseDocuments documents, TimeProvider clock)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Writes one document.</summary>
    /// <returns>Its name on the status page.</returns>
    public async Task<string> WriteAsync(CaseId id, string template, CaseResult result, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(id, cancellationToken);
        var plan = await plans.ReadAsync(manifest.PlanHash, cancellationToken);
        var current = await supplements.CurrentAsync(manifest, result.Supplements, cancellationToken);
        var name = $"{template}.txt";
        var text = Template.Render(plan.Templates[template], current.Application, await ValuesAsync(manifest, plan, result, cancellationToken), plan.Labels);
        await documents.WriteAsync(id, name, text, cancellationToken);
        return name;
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Manifest manifest, Plan plan, CaseResult result, CancellationToken cancellationToken)
    {
        var terms = new List<string>();
        foreach (var words in result.Terms)
            terms.Add(await documents.ReadReasonAsync(words, cancellationToken));

        var values = new Dictionary<string, string>
        {
            ["reference"] = manifest.Reference,
            ["date"] = Day(LegalTime.DayOf(clock.GetUtcNow())),
            ["authority"] = plan.Authority,
            ["kommune"] = plan.KommuneName,
            ["reason"] = result.Reason is { } reason ? await documents.ReadReasonAsync(reason, cancellationToken) : "",
            ["verdict"] = VerdictOf(result),
            ["terms"] = string.Join('\n', terms),
            ["forwardedTo"] = result.ForwardedTo?.Authority ?? "",
            ["forwardedReference"] = result.ForwardedTo?.Reference ?? "",
        };
        foreach (var (name, cents) in result.Facts.Amounts)
            values[Template.Amount(name)] = string.Create(German, $"{cents / 100m:N2} €");
        foreach (var (name, day) in result.Facts.Dates)
            values[Template.Date(name)] = Day(day);
        return values;
    }

    private static string VerdictOf(CaseResult result) => result.Verdict switch
    {
        Verdict.Approved => result.Facts.Conditions.GetValueOrDefault(Conditions.Partial) ? "zum Teil genehmigt" : "genehmigt",
        Verdict.Rejected => "abgelehnt",
        Verdict.Forwarded => "weitergeleitet",
        _ => throw new System.Diagnostics.UnreachableException($"No word for verdict {result.Verdict}."),
    };

    private static string Day(DateOnly day) => day.ToString("d. MMMM yyyy", German);
}
