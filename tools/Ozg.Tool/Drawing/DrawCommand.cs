using System.CommandLine;
using Ozg.Core.Catalogue;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Drawing;

/// <summary><c>ozg process draw &lt;ags&gt; &lt;leistung&gt;</c>: the process of an offer as a picture.</summary>
internal static class DrawCommand
{
    public static Command Create(IAnsiConsole console, CatalogueSource catalogue)
    {
        var choice = new OfferChoice(console, catalogue);
        choice.Ags.Description += $" Or '{Offer.Standard}' for what all share.";
        var bpmn = new Option<FileInfo?>("--bpmn") { Description = "Writes BPMN 2.0 XML with layout to this file." };
        var svg = new Option<FileInfo?>("--svg") { Description = "Writes SVG to this file." };

        var command = new Command("draw", "Draws the process of a Leistung as a Kommune runs it.") { choice.Ags, choice.Leistung, bpmn, svg };
        command.SetAction(parsed => catalogue.Use(parsed, all =>
        {
            var (ags, leistung) = (parsed.GetValue(choice.Ags)!, parsed.GetValue(choice.Leistung)!);
            var process = ags == Offer.Standard ? Standard(console, all, leistung) : choice.Find(all, ags, leistung) is { } offer ? DrawnProcess.Of(all, offer) : null;
            if (process is null)
                return ExitCodes.Unusable;

            Draw(console, process, parsed.GetValue(bpmn), parsed.GetValue(svg));
            return ExitCodes.Fine;
        }));
        command.Validators.Add(result =>
        {
            if (result.GetValue(bpmn) is null && result.GetValue(svg) is null)
                result.AddError("Say where to draw: --bpmn <file>, --svg <file>, or both.");
        });
        return command;
    }

    private static DrawnProcess? Standard(IAnsiConsole console, Catalogue catalogue, string leistung)
    {
        var offered = catalogue.Kommunen.SelectMany(kommune => kommune.Offers).Select(offer => offer.Leistung).DistinctBy(known => known.Id).ToList();
        if (offered.Find(known => known.Id == leistung) is { } found)
            return DrawnProcess.Standard(catalogue, found);
        console.Lines($"Nobody in the catalogue offers '{leistung}'; there are {string.Join(", ", offered.Select(known => known.Id).Order(StringComparer.Ordinal))}.");
        return null;
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
            console.Lines($"{file.FullName}: {picture.Flow.Nodes.Count} shapes in {picture.Flow.Lanes.Count} lanes");
        }
    }
}
