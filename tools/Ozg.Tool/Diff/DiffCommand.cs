using System.CommandLine;
using Ozg.Core.Kommunen;
using Ozg.Platform.Catalogue;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Diff;

/// <summary><c>ozg catalogue diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create(IAnsiConsole console, TimeProvider clock, CatalogueSource catalogue)
    {
        var old = new Argument<string>("old") { Description = "The folder of the catalogue as it is." };
        var @new = new Argument<string>("new") { Description = "The folder of the catalogue as it shall be." };
        var failOn = new Option<string>("--fail-on") { Description = "End with 1 if there is such a finding, or a graver one." };
        failOn.AcceptOnlyFromAmong("conflict", "review", "redundant");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("diff", "Says what another catalogue changes for each Kommune, and which of their own changes it gets in the way of.") { old, @new, failOn, json };
        command.SetAction(parsed =>
        {
            var today = LegalTime.DayOf(clock.GetUtcNow());
            if (!catalogue.IsThere(parsed.GetValue(old)!) || !catalogue.IsThere(parsed.GetValue(@new)!))
                return ExitCodes.Unusable;
            var before = CatalogueFolder.Read(parsed.GetValue(old)!, today);
            if (before.Mistakes.Count > 0)
            {
                console.Lines([.. before.Mistakes.Select(mistake => Places.In(parsed.GetValue(old)!, mistake)), "The old catalogue has mistakes; only a sound one can be compared with."]);
                return ExitCodes.Unusable;
            }

            var report = DiffReport.Of(before.Catalogue, CatalogueFolder.Read(parsed.GetValue(@new)!, today));
            if (parsed.GetValue(json))
                console.Json(report, ToolJson.Default.DiffReport);
            else
                console.Lines(Lines(report, parsed.GetValue(@new)!));
            return parsed.GetValue(failOn) is { } gravest && report.Findings.Any(finding => finding.Kind <= Enum.Parse<FindingKind>(gravest, ignoreCase: true)) ? ExitCodes.Found : ExitCodes.Fine;
        });
        return command;
    }

    private static IEnumerable<string> Lines(DiffReport report, string folder)
    {
        foreach (var leistung in report.Changes.GroupBy(change => change.Change.Leistung))
        {
            yield return leistung.Key;
            foreach (var change in leistung)
                yield return $"  {change.Change}  [{For(change)}]";
        }

        foreach (var finding in report.Findings)
            yield return $"{Places.In(folder, finding.File, finding.Line)}: {finding.Kind.ToString().ToLowerInvariant()}: {(finding.Layer is null ? "" : $"{finding.Layer}, {finding.Leistung}: ")}{finding.What}";
        yield return report.Changes.Count == 0 && report.Findings.Count == 0
            ? "No differences."
            : $"{report.Changes.Count} changes, {Count(report, FindingKind.Conflict)} conflicts, {Count(report, FindingKind.Review)} to review, {Count(report, FindingKind.Redundant)} redundant.";
    }

    private static int Count(DiffReport report, FindingKind kind) => report.Findings.Count(finding => finding.Kind == kind);

    private static string For(ChangeFor change) =>
        change.All ? $"all {change.Kommunen.Count} Kommunen"
        : string.Join(", ", change.Kommunen);
}
