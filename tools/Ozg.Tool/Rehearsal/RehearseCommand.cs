using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Tool.Output;
using Ozg.Tool.Simulation;
using Spectre.Console;

namespace Ozg.Tool.Rehearsal;

/// <summary><c>ozg rehearse</c>.</summary>
internal static class RehearseCommand
{
    public static Command Create(IAnsiConsole console, TimeProvider clock, CatalogueSource catalogue)
    {
        var (choice, how) = (new OfferChoice(console, catalogue), new SimulationOptions(console, clock));
        var folder = new Argument<string>("folder") { Description = "The folder with the recorded histories.", DefaultValueFactory = _ => "tests/Histories" };
        var record = new Option<string[]>("--record") { Description = "Records a history in place of rehearsing: <ags> <leistung>, with the options of simulate.", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true };
        var command = new Command("rehearse", "Runs recorded histories of cases on this build and says which running cases an upgrade would break, and why. Ends with 1 if any.")
        {
            folder, record, how.Example, how.Outcome, how.Script, how.Yes, how.Responsible, how.Start,
        };
        command.SetAction(parsed => catalogue.Use(parsed, all => parsed.GetValue(record) is [var ags, var leistung]
            ? choice.Find(all, ags, leistung) is { } offer && how.Play(parsed, offer) is { } played ? Record(console, offer, played, how.NameOf(parsed), parsed.GetValue(folder)!) : ExitCodes.Unusable
            : Rehearse(console, all, parsed.GetValue(folder)!)));
        return command;
    }

    private static int Record(IAnsiConsole console, Offer offer, SimulatedCase played, string scenario, string folder)
    {
        var file = Path.Combine(folder, $"{offer.Leistung.Id}-{offer.Plan.Kommune}-{scenario}.json");
        Directory.CreateDirectory(folder);
        File.WriteAllText(file, RecordedHistory.Of(offer, played, scenario, Release()).Write());
        console.Lines($"{file}: {played.Events.Count} events, {played.End.Status}");
        return ExitCodes.Fine;
    }

    private static int Rehearse(IAnsiConsole console, Catalogue catalogue, string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            console.Lines($"{folder} holds no recorded histories; record one with --record <ags> <leistung>.");
            return ExitCodes.Unusable;
        }

        var broken = 0;
        foreach (var file in files)
        {
            var (breaks, news) = Rehearse(file, catalogue);
            broken += breaks.Count > 0 ? 1 : 0;
            console.Lines([.. breaks.Select(one => $"{file}: {one}"), .. news.Select(line => $"{file}: {line}")]);
        }

        console.Lines($"{files.Count} histories, {broken} would break.");
        return broken > 0 ? ExitCodes.Found : ExitCodes.Fine;
    }

    private static (IReadOnlyList<Break> Breaks, IEnumerable<string> News) Rehearse(string file, Catalogue catalogue)
    {
        try
        {
            var history = RecordedHistory.Read(File.ReadAllText(file));
            return (Rehearsing.Of(history), News(history, catalogue));
        }
        catch (JsonException exception)
        {
            return ([new(null, $"This is not a recorded history: {exception.Message}", "Record it anew.")], []);
        }
    }

    /// <summary>What is no break: running cases keep their plan, only new ones get another.</summary>
    private static IEnumerable<string> News(RecordedHistory history, Catalogue catalogue)
    {
        var offer = catalogue.Offer(history.Case.Kommune, history.Leistung);
        if (!offer.Succeeded)
            yield return $"note: running cases keep plan {history.PlanHash[..12]}; new ones are not taken any more.";
        else if (offer.Value.PlanHash != history.PlanHash)
            yield return $"note: running cases keep plan {history.PlanHash[..12]}; new ones get {offer.Value.PlanHash[..12]}.";
    }

    private static string Release() => typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
