using System.CommandLine;
using System.Text.Json;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Simulation;

/// <summary>How commands are told what shall happen to a case.</summary>
internal sealed class SimulationOptions(IAnsiConsole console, TimeProvider clock)
{
    public Option<string?> Example { get; } = new("--example") { Description = "The application: one of the Leistung's examples; the plainest unless given." };

    public Option<string> Outcome { get; } = MakeOutcome();

    public Option<string?> Script { get; } = new("--script") { Description = "A JSON file that says who does what, in place of --outcome: {\"decisions\":[\"requestInformation\",\"reject\"],\"answers\":false}." };

    public Option<string[]> Yes { get; } = new("--yes") { Description = "What a register answers with yes; all else with no. May be given several times.", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Responsible { get; } = new("--responsible") { Description = "The key (AGS) of the Kommune that is responsible in place of this one: registers name it, and clerks hand on to it." };

    public Option<string?> Start { get; } = new("--start") { Description = "When the application comes, by German clocks: 2026-11-23T08:00. Now unless given." };

    /// <summary>Plays what was asked for; null, and why is told, when it is not understood.</summary>
    public SimulatedCase? Play(ParseResult parsed, Offer offer)
    {
        if (StartOf(parsed) is not { } start)
            return Refuse("--start is a moment by German clocks, for example 2026-11-23T08:00.");
        if (ScenarioOf(parsed) is not { } scenario)
            return null;
        var wanted = parsed.GetValue(Example);
        if (offer.Leistung.Examples.FirstOrDefault(example => wanted is null || example.Name == wanted) is not { } example)
            return Refuse($"{offer.Leistung.Id} has no example '{wanted}'; it has {string.Join(", ", offer.Leistung.Examples.Select(known => known.Name))}.");
        var answers = offer.Plan.Process.All().OfType<Step.Check>().SelectMany(check => check.Answers ?? []).Distinct().ToList();
        if ((parsed.GetValue(Yes) ?? []).FirstOrDefault(name => !answers.Contains(name)) is { } unknown)
            return Refuse(answers.Count == 0 ? "This process asks no register, so that --yes means nothing here." : $"No register of this process answers '{unknown}'; they answer {string.Join(", ", answers)}.");
        var responsible = parsed.GetValue(Responsible) is { } other ? new Ags(other) : scenario.Responsible;
        if (responsible is { } ags ? !Ags.IsWellFormed(ags.Value) || ags == offer.Plan.Kommune : scenario.Forwards)
            return Refuse("To hand an application on, name the Kommune that is responsible: --responsible and the 8 digits of its key, another than the one that is asked.");
        return SimulatedCase.Play(offer, example.On(LegalTime.DayOf(start)), scenario with { Yes = [.. scenario.Yes ?? [], .. parsed.GetValue(Yes) ?? []], Responsible = responsible }, start);
    }

    /// <summary>What was asked for and could not come about.</summary>
    public IEnumerable<string> Notes(ParseResult parsed, SimulatedCase played)
    {
        if (parsed.GetValue(Script) is null && parsed.GetValue(Outcome) is { } outcome && Scenario.WithoutEffect(outcome, played) is { } why)
            yield return $"Note: --outcome {outcome} made no difference to this case: {why}.";
    }

    /// <summary>What a file with the played case is called after.</summary>
    public string NameOf(ParseResult parsed)
    {
        string?[] parts =
        [
            parsed.GetValue(Example),
            parsed.GetValue(Script) is { } script ? Path.GetFileNameWithoutExtension(script) : parsed.GetValue(Outcome),
            .. (parsed.GetValue(Yes) ?? []).Select(name => $"yes-{name}"),
            parsed.GetValue(Responsible) is null ? null : "elsewhere",
        ];
        return string.Join('-', parts.Where(part => part is not null));
    }

    private static Option<string> MakeOutcome()
    {
        var outcome = new Option<string>("--outcome") { Description = "What becomes of it.", DefaultValueFactory = _ => "approve" };
        outcome.AcceptOnlyFromAmong([.. Scenario.Known.Keys]);
        return outcome;
    }

    private DateTimeOffset? StartOf(ParseResult parsed) =>
        parsed.GetValue(Start) is not { } text ? clock.GetUtcNow() : GermanTime.TryRead(text, out var start) ? start : null;

    private Scenario? ScenarioOf(ParseResult parsed)
    {
        if (parsed.GetValue(Script) is not { } file)
            return Scenario.Known[parsed.GetValue(Outcome)!];

        try
        {
            return Scenario.Read(File.ReadAllText(file));
        }
        catch (JsonException exception)
        {
            console.Lines(exception.LineNumber is { } line
                ? $"{file}:{line + 1}: This is not a script, at {exception.Path}. {Scenario.Form}"
                : $"{file}: {exception.Message}");
            return null;
        }
    }

    private SimulatedCase? Refuse(string why)
    {
        console.Lines(why);
        return null;
    }
}
