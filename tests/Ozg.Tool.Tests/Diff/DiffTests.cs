using System.Text.Json;
using Ozg.Tool.Diff;

namespace Ozg.Tool.Tests.Diff;

public sealed class DiffTests : IDisposable
{
    private readonly TestCatalogue _old = new();
    private readonly TestCatalogue _new = new();

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    [Fact]
    public void A_change_of_the_standard_is_one_line_for_all_whom_it_reaches()
    {
        _new.Replace(TestCatalogue.Leistung, "dueInWorkingDays: 10", "dueInWorkingDays: 8");

        Assert.Equal("~ assess.dueInWorkingDays: 10 → 8 for 06411000, 06432007 (all)", Assert.Single(Changes()));
    }

    [Fact]
    public void A_change_of_one_Kommune_reaches_that_one()
    {
        _new.Replace(TestCatalogue.Village, "remove: [stellungnahmen]", "remove: [stellungnahmen, pay]");

        Assert.Equal("- step pay: pay gebuehr within 21 days, refunds by kasse (after assess) for 06432007", Assert.Single(Changes()));
    }

    [Fact]
    public void Steps_that_come_go_and_move_are_told_with_their_places()
    {
        var step = "  - id: pay\n    kind: pay\n    amount: gebuehr\n    purpose: Gebuehr\n    dueInDays: 14\n    refundTo: kasse\n";
        _new.Replace(TestCatalogue.Leistung, step, "").Replace(TestCatalogue.Leistung, "  - id: assess\n", step + "  - id: assess\n")
            .Replace(TestCatalogue.Leistung, "  - id: deliver\n    kind: deliver\n    on: approved\n    target: kasse\n", "  - id: wait\n    kind: wait\n    workingDays: 3\n");

        Assert.Equal(
            [
                "- step deliver: deliver to kasse, on approved (after issue) for 06411000, 06432007 (all)",
                "+ step wait: wait 3 working days (after issue) for 06411000, 06432007 (all)",
                "~ place of step assess: after stellungnahmen → after pay for 06411000",
                "~ place of step assess: after check → after pay for 06432007",
            ],
            Changes());
    }

    [Fact]
    public void Conditions_amounts_fees_and_texts_are_compared()
    {
        _new.Replace(TestCatalogue.Leistung, "betrag > 100", "betrag > 200").Replace(TestCatalogue.Leistung, "gebuehr: betrag", "gebuehr: betrag * 2")
            .Replace(TestCatalogue.Leistung, "Zehn Euro.", "Elf Euro.").Write("leistungen/test/templates/bescheid.txt", "Ein anderer Bescheid");

        Assert.Equal(
            [
                "~ condition gross: betrag > 100 → betrag > 200 for 06411000, 06432007 (all)",
                "~ amount gebuehr: betrag → betrag * 2 for 06411000, 06432007 (all)",
                "~ fee: Zehn Euro. (sample) → Elf Euro. (sample) for 06411000, 06432007 (all)",
                "~ template bescheid: text → another text for 06411000, 06432007 (all)",
            ],
            Changes());
    }

    [Fact]
    public void An_offer_that_ends_is_a_change()
    {
        _new.Replace(TestCatalogue.Village, "leistungen:\n  - leistung: test\n    steps:\n      remove: [stellungnahmen]", "leistungen: []");

        Assert.Equal("- offer: as before for 06432007", Assert.Single(Changes()));
    }

    [Fact]
    public void Catalogues_that_say_the_same_have_no_differences()
    {
        var (exitCode, lines) = Tool.Run("catalogue", "diff", _old.Folder, _new.Folder, "--fail-on", "redundant");

        Assert.Equal(0, exitCode);
        Assert.Equal(["No differences."], lines);
    }

    [Fact]
    public void An_overlay_on_a_step_that_is_gone_conflicts_and_the_offer_counts_as_broken_rather_than_ended()
    {
        _new.Replace(TestCatalogue.Leistung, "- id: stellungnahmen", "- id: anhoerung");

        var report = Report();

        var finding = Assert.Single(report.Findings, finding => finding.Kind == FindingKind.Conflict);
        Assert.Equal((TestCatalogue.Village, _new.LineOf(TestCatalogue.Village, "remove:")), (finding.File, finding.Line));
        Assert.DoesNotContain(report.Changes, change => change.Change.What == "offer" || change.All);
        Assert.Equal(1, Tool.Run("catalogue", "diff", _old.Folder, _new.Folder, "--fail-on", "conflict").ExitCode);
    }

    [Fact]
    public void An_overlay_that_says_what_the_standard_says_now_is_redundant()
    {
        _new.Replace(TestCatalogue.Leistung, "dueInDays: 14", "dueInDays: 21");

        var finding = Assert.Single(Report().Findings);
        Assert.Equal((FindingKind.Redundant, "verbund", TestCatalogue.Cluster, _new.LineOf(TestCatalogue.Cluster, "dueInDays")), (finding.Kind, finding.Layer, finding.File, finding.Line));
    }

    [Fact]
    public void An_overlay_over_what_the_standard_changes_is_to_be_reviewed()
    {
        _new.Replace(TestCatalogue.Leistung, "dueInDays: 14", "dueInDays: 30");

        var finding = Assert.Single(Report().Findings);
        Assert.Equal((FindingKind.Review, "pay.dueInDays is set to 21, while below it changes from 14 to 30; decide again."), (finding.Kind, finding.What));
        Assert.Equal(0, Tool.Run("catalogue", "diff", _old.Folder, _new.Folder, "--fail-on", "conflict").ExitCode);
        Assert.Equal(1, Tool.Run("catalogue", "diff", _old.Folder, _new.Folder, "--fail-on", "review").ExitCode);
    }

    [Fact]
    public void A_Kommune_is_not_asked_about_a_change_that_its_cluster_hides_from_it()
    {
        _old.Replace(TestCatalogue.Village, "remove: [stellungnahmen]", "remove: [stellungnahmen]\n      set: { pay: { dueInDays: 28 } }");
        _new.Replace(TestCatalogue.Village, "remove: [stellungnahmen]", "remove: [stellungnahmen]\n      set: { pay: { dueInDays: 28 } }").Replace(TestCatalogue.Leistung, "dueInDays: 14", "dueInDays: 30");

        Assert.Equal("verbund", Assert.Single(Report().Findings).Layer);
    }

    [Fact]
    public void Machines_get_json()
    {
        _new.Replace(TestCatalogue.Leistung, "dueInDays: 14", "dueInDays: 30");

        using var report = JsonDocument.Parse(string.Join('\n', Tool.Run("catalogue", "diff", _old.Folder, _new.Folder, "--json").Lines));

        Assert.Equal("review", report.RootElement.GetProperty("findings")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Only_a_sound_catalogue_can_be_compared_with()
    {
        _old.Replace(TestCatalogue.Town, "group: bauamt", "group: bauampt");

        Assert.Equal(2, Tool.Run("catalogue", "diff", _old.Folder, _new.Folder).ExitCode);
    }

    private DiffReport Report() => DiffReport.Of(_old.Read().Catalogue, _new.Read());

    private IEnumerable<string> Changes() =>
        Report().Changes.Select(change => $"{change.Change} for {string.Join(", ", change.Kommunen)}{(change.All ? " (all)" : "")}");
}
