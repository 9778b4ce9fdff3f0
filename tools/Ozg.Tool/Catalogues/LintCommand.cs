using System.CommandLine;
using Ozg.Core.Kommunen;
using Ozg.Platform.Catalogue;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Catalogues;

/// <summary><c>ozg catalogue lint</c>.</summary>
internal static class LintCommand
{
    public static Command Create(IAnsiConsole console, TimeProvider clock, CatalogueSource catalogue)
    {
        var folder = new Argument<string?>("folder") { Description = "The catalogue's folder, in place of --catalogue.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Also tell what has to be verified before real use: keys without a source, sample fees and deadlines." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("lint", "Says what is wrong with a catalogue, where, and how to mend it. Ends with 1 if anything is.") { folder, all, json };
        command.SetAction(parsed =>
        {
            var root = parsed.GetValue(folder) ?? parsed.GetValue(catalogue.Folder)!.ToString();
            if (!catalogue.IsThere(root))
                return ExitCodes.Unusable;
            var report = LintReport.Of(CatalogueFolder.Read(root, LegalTime.DayOf(clock.GetUtcNow())));
            if (!parsed.GetValue(all))
                report = report with { Warnings = [] };

            if (parsed.GetValue(json))
                console.Json(report, ToolJson.Default.LintReport);
            else
                console.Lines(
                [
                    .. report.Warnings.Select(warning => Places.In(root, warning with { What = "to verify: " + warning.What })),
                    .. report.Mistakes.Select(mistake => Places.In(root, mistake)),
                    report.Summary,
                ]);
            return report.Mistakes.Count > 0 ? ExitCodes.Found : ExitCodes.Fine;
        });
        return command;
    }
}
