using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;

namespace Ozg.Tool.Rehearsal;

/// <summary>Something that a running case would meet after the upgrade.</summary>
/// <param name="Event">Counted from 1; null: the case as a whole.</param>
/// <param name="What">What differs.</param>
/// <param name="Meaning">What that means for running cases.</param>
internal sealed record Break(int? Event, string What, string Meaning)
{
    public override string ToString() => $"{(Event is { } number ? $"event {number}: " : "")}{What} {Meaning}";
}

/// <summary>Runs a recorded history on this build.</summary>
internal static class Rehearsing
{
    /// <summary>What would break; empty when every such case goes on as it did.</summary>
    public static IReadOnlyList<Break> Of(RecordedHistory history)
    {
        if (Plan(history, out var plan) is { } unusable)
            return [unusable];

        var current = Case.Begin(history.Case);
        foreach (var (index, entry) in history.Entries.Index())
        {
            if (Event(entry, out var happened) is { } unreadable)
                return [new(index + 1, unreadable, "Journals that hold such an event cannot be read, and cases that wait for one stop.")];

            var advance = Engine.Apply(plan!.Process, current, happened!);
            var breaks = Differences(index + 1, happened!, entry, advance).ToList();
            if (breaks.Count > 0)
                return breaks; // what follows would only repeat it
            current = advance.Case;
        }

        return [];
    }

    private static Break? Plan(RecordedHistory history, out Plan? plan)
    {
        plan = null;
        var stored = history.PlanBytes();
        if (ContentHash.Sha256(stored) is var hash && hash != history.PlanHash)
            return new(null, $"The recorded plan has the hash {hash[..12]}, not {history.PlanHash[..12]}.", "The file was changed by hand: record it anew, with the release that it is of.");

        try
        {
            plan = PlanHash.Read(stored);
        }
        catch (JsonException exception)
        {
            return new(null, $"Plan {history.PlanHash[..12]} is no longer readable: {exception.Message}", "Every case that runs on it stops at its next step. Keep the field, or read the old form too.");
        }

        return PlanHash.Of(plan) is var now && now != history.PlanHash
            ? new(null, $"Plan {history.PlanHash[..12]} is written as {now[..12]} by this build.", "A field has got a default that is written: the same catalogue gives new cases another plan, and what is kept cannot be checked against its name.")
            : null;
    }

    private static string? Event(RecordedEntry entry, out CaseEvent? happened)
    {
        happened = null;
        try
        {
            happened = entry.Event.Deserialize(HistoryJson.Default.CaseEvent);
            return null;
        }
        catch (JsonException exception)
        {
            return $"is no longer readable: {exception.Message}";
        }
    }

    private static IEnumerable<Break> Differences(int number, CaseEvent happened, RecordedEntry entry, Advance advance)
    {
        var kind = JsonNamingPolicy.CamelCase.ConvertName(happened.GetType().Name);
        foreach (var (what, recorded, now) in entry.After.DifferenceTo(StateDigest.Of(advance.Case)))
            yield return new(number, $"({kind}) {what}: recorded {recorded}; now {now}.", "Cases that are past this event stand elsewhere than their journal says, or their dates move.");

        var effects = EffectDigest.Of(advance.Effects);
        if (!effects.SequenceEqual(entry.Effects))
            yield return new(number, $"({kind}) effects: recorded {List(entry.Effects)}; now {List(effects)}.", "Orchestrations that are past this event find another activity in their history and stop as non-deterministic.");
    }

    private static string List(IReadOnlyList<string> effects) => effects.Count == 0 ? "none" : string.Join("; ", effects);
}
