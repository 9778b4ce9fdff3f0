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
                console.Write(Table(shown));
            return ExitCodes.Fine;
        }));
        return command;
    }

    private static Table Table(ShownOffer shown)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new($"{shown.Name} ({shown.Kommune}), {shown.Leistung}, plan {shown.Plan[..12]}") };
        table.AddColumn(new TableColumn("What").NoWrap()).AddColumn("Value").AddColumn(new TableColumn("Layer").NoWrap()).AddColumn("Where");
        foreach (var value in shown.Values)
        {
            var name = new string(' ', 2 * value.Depth) + value.Name;
            table.AddRow(
                new Text(name, value.IsField ? Style.Plain : new Style(decoration: Decoration.Bold)), new Text(value.Value), new Text(value.Layer ?? ""),
                new Text(value.File is null ? "" : value.Line is { } line ? $"{value.File}:{line}" : value.File));
        }

        return table;
    }
}
