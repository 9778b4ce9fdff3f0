using System.CommandLine;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Catalogues;

/// <summary><c>ozg catalogue show</c>.</summary>
internal static class ShowCommand
{
    public static Command Create(IAnsiConsole console, CatalogueSource catalogue)
    {
        var choice = new OfferChoice(console, catalogue);
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("show", "Shows a Leistung as one Kommune runs it, and which layer set each value.") { choice.Ags, choice.Leistung, json };
        command.SetAction(parsed => choice.Use(parsed, offer =>
        {
            var shown = ShownOffer.Of(offer);
            if (parsed.GetValue(json))
                console.Json(shown, ToolJson.Default.ShownOffer);
            else
                console.Lines(Lines(shown));
            return ExitCodes.Fine;
        }));
        return command;
    }

    /// <summary>The value comes last, since it may be long.</summary>
    private static IEnumerable<string> Lines(ShownOffer shown)
    {
        yield return $"{shown.Name} ({shown.Kommune}), {shown.Leistung}, plan {shown.Plan[..12]}";
        yield return "";
        var rows = shown.Values.Select(value => (
            Name: new string(' ', 2 * value.Depth) + value.Name,
            Layer: value.Layer ?? "",
            Where: value.File is null ? "" : value.Line is { } line ? $"{value.File}:{line}" : value.File,
            value.Value)).ToList();
        var (names, layers, places) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Layer.Length), rows.Max(row => row.Where.Length));
        foreach (var (name, layer, where, value) in rows)
            yield return $"{name.PadRight(names)}  {layer.PadRight(layers)}  {where.PadRight(places)}  {value}";
    }
}
