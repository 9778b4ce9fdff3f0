using System.CommandLine;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Simulation;

/// <summary><c>ozg simulate</c>.</summary>
internal static class SimulateCommand
{
    public static Command Create(IAnsiConsole console, TimeProvider clock, CatalogueSource catalogue)
    {
        var (which, how) = (new OfferChoice(console, catalogue), new SimulationOptions(console, clock));
        var command = new Command("simulate", "Plays a case in virtual time and prints who did what when, and how each deadline came about.")
        {
            which.Ags, which.Leistung, how.Example, how.Outcome, how.Script, how.Yes, how.Responsible, how.Start,
        };
        command.SetAction(parsed => which.Use(parsed, offer =>
        {
            if (how.Play(parsed, offer) is not { } played)
                return ExitCodes.Unusable;

            console.Lines([$"{offer.Plan.KommuneName}, {offer.Leistung.Name.De}, plan {offer.PlanHash[..12]}", "", .. Timeline.Of(played), .. how.Notes(parsed, played)]);
            return ExitCodes.Fine;
        }));
        return command;
    }
}
