using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Tool.Simulation;

namespace Ozg.Tool.Rehearsal;

/// <summary>A case as a release ran it: what later builds have to make of the same plan and the same events.</summary>
/// <param name="Release">The build that recorded it.</param>
/// <param name="Scenario">What becomes of the case.</param>
/// <param name="Case">Its id.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="PlanHash">The plan's name.</param>
/// <param name="Plan">The plan as it is stored; in canonical form, its bytes have the hash.</param>
/// <param name="Entries">The journal's events in their order.</param>
internal sealed record RecordedHistory(
    string Release, string Scenario, CaseId Case, string Leistung, string PlanHash, JsonElement Plan, IReadOnlyList<RecordedEntry> Entries)
{
    public static RecordedHistory Of(Offer offer, SimulatedCase played, string scenario, string release)
    {
        using var plan = JsonDocument.Parse(Core.Processes.PlanHash.Write(offer.Plan));
        return new(release, scenario, played.Id, offer.Leistung.Id, offer.PlanHash, plan.RootElement.Clone(),
            [.. played.Events.Select(one => new RecordedEntry(JsonSerializer.SerializeToElement(one.Happened, HistoryJson.Default.CaseEvent), StateDigest.Of(one.After), EffectDigest.Of(one.Effects)))]);
    }

    /// <exception cref="JsonException">It is not a recorded history.</exception>
    public static RecordedHistory Read(string text) =>
        JsonSerializer.Deserialize(text, HistoryJson.Default.RecordedHistory) ?? throw new JsonException("A recorded history, not null.");

    /// <summary>As it is checked in: one line for the head and the plan, and one for each event.</summary>
    public string Write()
    {
        var open = JsonSerializer.Serialize(this with { Entries = [] }, HistoryJson.Default.RecordedHistory)[..^2]; // its last member is the list of entries
        var entries = Entries.Select(entry => JsonSerializer.Serialize(entry, HistoryJson.Default.RecordedEntry));
        return $"{open}\n{string.Join(",\n", entries)}\n]}}\n";
    }

    /// <summary>The plan's bytes as they are stored.</summary>
    public byte[] PlanBytes() => CanonicalJson.Write(Plan);
}

/// <summary>One event and what it came to.</summary>
/// <param name="Event">As the journal has it.</param>
/// <param name="After">The case after it.</param>
/// <param name="Effects">What was done next, in order.</param>
internal sealed record RecordedEntry(JsonElement Event, StateDigest After, IReadOnlyList<string> Effects);
