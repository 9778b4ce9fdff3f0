using System.Text.Json.Nodes;
using Ozg.Tool.Rehearsal;
using Ozg.Tool.Simulation;

namespace Ozg.Tool.Tests.Rehearsal;

public sealed class RehearsalTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly TestCatalogue _catalogue = new();
    private readonly string _histories = Directory.CreateTempSubdirectory("histories-").FullName;

    public void Dispose()
    {
        _catalogue.Dispose();
        Directory.Delete(_histories, recursive: true);
    }

    [Fact]
    public void What_a_build_recorded_it_repeats()
    {
        foreach (var scenario in Scenario.Known.Values)
            Assert.Empty(Rehearsing.Of(RecordedHistory.Read(Record(scenario).Write())));
    }

    [Fact]
    public void A_plan_that_cannot_be_read_any_more_breaks_every_case_on_it()
    {
        var broken = Tampered(plan => plan["process"]!["steps"]![2]!["dueInHours"] = 3);

        var one = Assert.Single(Rehearsing.Of(broken));
        Assert.Null(one.Event);
        Assert.Contains("no longer readable", one.What, StringComparison.Ordinal);
        Assert.Contains("dueInHours", one.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_is_written_otherwise_is_told()
    {
        // As if this build left out what the recording build wrote.
        var broken = Tampered(plan => plan["process"]!["steps"]![2]!["escalateTo"] = null);

        Assert.Contains("is written as", Assert.Single(Rehearsing.Of(broken)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_somebody_edited_is_refused()
    {
        var history = Record(new());

        Assert.Contains("has the hash", Assert.Single(Rehearsing.Of(history with { PlanHash = new('0', 64) })).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_cannot_be_read_any_more_is_named()
    {
        var history = Record(new());
        var renamed = JsonNode.Parse(history.Entries[1].Event.GetRawText())!;
        renamed["kind"] = "examined";
        history = history with { Entries = [history.Entries[0], history.Entries[1] with { Event = Element(renamed) }, .. history.Entries.Skip(2)] };

        var one = Assert.Single(Rehearsing.Of(history));
        Assert.Equal(2, one.Event);
        Assert.Contains("no longer readable", one.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_state_and_other_effects_are_told_with_the_event_that_led_to_them()
    {
        var history = Record(new());
        var entry = history.Entries[0] with { After = history.Entries[0].After with { Steps = ["assess"] }, Effects = ["notify notify nachricht"] };

        var breaks = Rehearsing.Of(history with { Entries = [entry, .. history.Entries.Skip(1)] });

        Assert.Equal(
            ["(received) steps: recorded assess; now check.", "(received) effects: recorded notify notify nachricht; now check check."],
            breaks.Select(one => one.What));
        Assert.All(breaks, one => Assert.Equal(1, one.Event));
    }

    [Fact]
    public void The_command_records_and_rehearses_and_says_which_plan_new_cases_get()
    {
        var recorded = Tool.Run("rehearse", _histories, "--record", "06411000", "test", "--outcome", "reject", "--start", "2026-11-23T08:00", "--catalogue", _catalogue.Folder);
        Assert.Equal(0, recorded.ExitCode);
        Assert.Equal((0, "1 histories, 0 would break."), Rehearsed());

        _catalogue.Replace(TestCatalogue.Leistung, "dueInWorkingDays: 10", "dueInWorkingDays: 9");
        Assert.Equal(0, Rehearsed().ExitCode);
        Assert.Contains("new ones get", Tool.Run("rehearse", _histories, "--catalogue", _catalogue.Folder).Lines[0], StringComparison.Ordinal);

        var file = Path.Combine(_histories, "test-06411000-reject.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("due 2026-11-30", "due 2026-11-29", StringComparison.Ordinal));
        Assert.Equal((1, "1 histories, 1 would break."), Rehearsed());
    }

    [Fact]
    public void A_folder_without_histories_proves_nothing() => Assert.Equal(2, Rehearsed().ExitCode);

    private (int ExitCode, string Last) Rehearsed()
    {
        var (exitCode, lines) = Tool.Run("rehearse", _histories, "--catalogue", _catalogue.Folder);
        return (exitCode, lines[^1]);
    }

    private RecordedHistory Record(Scenario scenario)
    {
        var offer = _catalogue.Offer();
        return RecordedHistory.Of(offer, SimulatedCase.Play(offer, offer.Leistung.Examples[0].On(TestCatalogue.Today), scenario, Monday), "test", "1.0.0");
    }

    /// <summary>A history whose plan has the right hash, though this build would not have written it.</summary>
    private RecordedHistory Tampered(Action<JsonNode> change)
    {
        var history = Record(new());
        var plan = JsonNode.Parse(history.Plan.GetRawText())!;
        change(plan);
        history = history with { Plan = Element(plan) };
        return history with { PlanHash = Core.Submissions.ContentHash.Sha256(history.PlanBytes()) };
    }

    private static System.Text.Json.JsonElement Element(JsonNode node) => System.Text.Json.JsonDocument.Parse(node.ToJsonString()).RootElement.Clone();
}
