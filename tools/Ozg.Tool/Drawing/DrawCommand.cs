using System.CommandLine;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Spectre.Console;

namespace Ozg.Tool.Drawing;

/// <summary><c>ozg process draw &lt;ags&gt; &lt;leistung&gt;</c>: the process of an offer as a picture.</summary>
internal static class DrawCommand
{
    public static Command Create(IAnsiConsole console, CatalogueSource catalogue)
    {
        var ags = new Argument<string>("ags") { Description = "The Kommune's key: 8 digits; or 'standard' for what all share." };
        var leistung = new Argument<string>("leistung") { Description = "The Leistung's id." };
        var bpmn = new Option<FileInfo?>("--bpmn") { Description = "Writes BPMN 2.0 XML with layout to this file." };
        var svg = new Option<FileInfo?>("--svg") { Description = "Writes SVG to this file." };

        var command = new Command("draw", "Draws the process of a Leistung as a Kommune runs it.") { ags, leistung, bpmn, svg };
        command.SetAction(parsed => catalogue.Use(parsed, all =>
        {
            var process = Find(all, parsed.GetValue(ags)!, parsed.GetValue(leistung)!);
            if (process is null)
            {
                console.MarkupLineInterpolated($"[red]The catalogue has no '{parsed.GetValue(leistung)!}' of '{parsed.GetValue(ags)!}'.[/] It has:");
                console.Write(Choices(all));
                return 1;
            }

            Draw(console, process, parsed.GetValue(bpmn), parsed.GetValue(svg));
            return 0;
        }));
        command.Validators.Add(result =>
        {
            if (result.GetValue(bpmn) is null && result.GetValue(svg) is null)
                result.AddError("Say where to draw: --bpmn <file>, --svg <file>, or both.");
        });
        return command;
    }

    private static DrawnProcess? Find(Catalogue catalogue, string ags, string leistung)
    {
        if (ags != Offer.Standard)
            return catalogue.Offer(new Ags(ags), leistung) is { Succeeded: true } found ? DrawnProcess.Of(catalogue, found.Value) : null;

        var offered = catalogue.Kommunen.SelectMany(kommune => kommune.Offers).FirstOrDefault(offer => offer.Leistung.Id == leistung);
        return offered is null ? null : DrawnProcess.Standard(catalogue, offered.Leistung);
    }

    private static void Draw(IAnsiConsole console, DrawnProcess process, FileInfo? bpmn, FileInfo? svg)
    {
        var picture = process.Picture();
        foreach (var (file, text) in new[] { (bpmn, BpmnWriter.Write(picture)), (svg, SvgWriter.Write(picture)) })
        {
            if (file is null)
                continue;
            file.Directory?.Create();
            File.WriteAllText(file.FullName, text);
            console.MarkupLineInterpolated($"{file.FullName}: {picture.Flow.Nodes.Count} shapes in {picture.Flow.Lanes.Count} lanes");
        }
    }

    private static Table Choices(Catalogue catalogue)
    {
        var table = new Table().AddColumns("Kommune", "Name", "Leistungen").Border(TableBorder.Minimal);
        foreach (var kommune in catalogue.Kommunen.Where(kommune => kommune.Offers.Count > 0))
            table.AddRow(new Text(kommune.Ags.Value), new Text(kommune.Name), new Text(string.Join(", ", kommune.Offers.Select(offer => offer.Leistung.Id))));
        return table;
    }
}
