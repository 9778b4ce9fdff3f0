using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Tool.Simulation;

namespace Ozg.Tool.Tests.Simulation;

public sealed class SimulationTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly TestCatalogue _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Theory]
    [InlineData("approve", CaseStatus.Completed)]
    [InlineData("reject", CaseStatus.Rejected)]
    [InlineData("forward", CaseStatus.Completed)] // nobody may in this process
    [InlineData("request-information", CaseStatus.Completed)]
    [InlineData("no-answer", CaseStatus.Completed)]
    [InlineData("conditions", CaseStatus.Completed)]
    [InlineData("object", CaseStatus.Completed)]
    [InlineData("silence", CaseStatus.Completed)]
    [InlineData("unpaid", CaseStatus.Rejected)]
    [InlineData("unpaid-then-paid", CaseStatus.Rejected)]
    [InlineData("partial", CaseStatus.Completed)]
    [InlineData("keep", CaseStatus.Completed)]
    [InlineData("revoke", CaseStatus.Completed)]
    [InlineData("withdraw", CaseStatus.Withdrawn)]
    [InlineData("withdraw-then-paid", CaseStatus.Withdrawn)]
    public void Every_outcome_comes_to_its_end(string outcome, CaseStatus status) =>
        Assert.Equal(status, Play(Scenario.Known[outcome] with { Responsible = new("06432007") }).End.Status);

    [Fact]
    public void All_known_outcomes_are_tested() => Assert.Equal(15, Scenario.Known.Count);

    [Fact]
    public void Clerks_act_when_the_office_is_open()
    {
        var played = Play(new(), example: "gross");

        Assert.All(played.Events.Where(one => one.Happened is CaseEvent.Claimed), claim =>
        {
            var local = LegalTime.ClockOf(claim.Happened.At);
            Assert.InRange(local.Hour, 8, 15);
            Assert.InRange(local.DayOfWeek, DayOfWeek.Monday, DayOfWeek.Friday);
        });
    }

    [Fact]
    public void The_second_pair_of_eyes_is_another_clerk()
    {
        var approvals = Play(new(), example: "gross").Events.Select(one => one.Happened).OfType<CaseEvent.Approved>().Select(approval => approval.By.Clerk.Value);

        Assert.Equal(["bauamt-1", "bauamt-2"], approvals);
    }

    [Fact]
    public void A_register_that_says_yes_changes_the_way() =>
        Assert.DoesNotContain(Play(new(Yes: ["nicht-gemeldet"])).Events, one => one.Happened is CaseEvent.Answered);

    [Fact]
    public void A_script_says_who_does_what()
    {
        var script = Scenario.Read("""{ "decisions": ["requestInformation", "reject", "approve"], "opinions": ["silent"] }""");

        var played = Play(script);

        Assert.Equal(
            [typeof(CaseEvent.InformationRequested), typeof(CaseEvent.Supplemented), typeof(CaseEvent.Rejected), typeof(CaseEvent.Supplemented), typeof(CaseEvent.Approved)],
            played.Events.Select(one => one.Happened.GetType()).Where(type => type == typeof(CaseEvent.InformationRequested) || type == typeof(CaseEvent.Supplemented) || type == typeof(CaseEvent.Rejected) || type == typeof(CaseEvent.Approved)));
        Assert.True(Assert.Single(played.End.Opinions).Silent);
    }

    [Theory]
    [InlineData("partial", "aussengastronomie", "erlaubnis-teilweise.txt")]
    [InlineData("keep", "geruest", "ende.txt")]
    [InlineData("revoke", "geruest", "widerruf.txt")]
    public void What_clerks_grant_in_part_keep_or_take_back_comes_to_its_letter(string outcome, string example, string letter)
    {
        var offer = Arrange.Shipped.Offer(new("06411000"), "sondernutzung").Value;
        var application = offer.Leistung.Examples.Single(known => known.Name == example);

        var played = SimulatedCase.Play(offer, application.On(LegalTime.DayOf(Monday)), Scenario.Known[outcome], Monday);

        Assert.Contains(letter, played.End.Documents);
        Assert.Null(Scenario.WithoutEffect(outcome, played));
    }

    [Theory]
    [InlineData("hundesteuer-anmeldung", "forward", null, "assess: finds 06432007 responsible")]
    [InlineData("meldebescheinigung", "approve", "nicht-zustaendig", "06432007 is responsible")]
    public void What_another_Kommune_is_responsible_for_goes_there(string leistung, string outcome, string? yes, string told)
    {
        string[] register = yes is null ? [] : ["--yes", yes];

        var (exitCode, lines) = Tool.Run(["simulate", "06411000", leistung, "--outcome", outcome, "--responsible", "06432007", .. register, "--catalogue", Path.Combine(Arrange.Root, "catalogue")]);

        Assert.Equal(0, exitCode);
        Assert.Contains(lines, line => line.EndsWith(told, StringComparison.Ordinal));
        Assert.Contains("→ the application goes to 06432007", lines.Select(line => line.Trim()));
        Assert.StartsWith("Ended forwarded on ", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--outcome", "forward")]
    [InlineData("--responsible", "06411000")]
    [InlineData("--responsible", "Darmstadt")]
    public void To_hand_on_takes_another_Kommune(string option, string value)
    {
        var (exitCode, lines) = Tool.Run("simulate", "06411000", "test", "--catalogue", _catalogue.Folder, option, value);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("To hand an application on, name the Kommune that is responsible", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Money_that_comes_after_the_end_is_told_to_be_given_back()
    {
        var told = Timeline.Of(Play(Scenario.Known["unpaid-then-paid"])).Select(line => line.Trim()).ToList();

        Assert.Contains(told, line => line.StartsWith("→ the payment page is still open: the platform is asked until ", StringComparison.Ordinal));
        Assert.Contains("→ the money is to be given back", told);
        Assert.Contains(told, line => line.EndsWith(" euro to be given back", StringComparison.Ordinal));
        Assert.StartsWith("Ended rejected on ", told[^2], StringComparison.Ordinal);
        Assert.StartsWith("Nothing is left to give back since ", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_case_is_played_twice_alike() => Assert.Equal(Timeline.Of(Play(new())), Timeline.Of(Play(new())));

    [Fact]
    public void The_timeline_says_when_who_and_why()
    {
        var (exitCode, lines) = Tool.Run("simulate", "06411000", "test", "--catalogue", _catalogue.Folder, "--start", "2026-11-23T08:00", "--outcome", "reject");

        Assert.Equal(0, exitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Simulation", "reject.txt")), string.Join('\n', lines.Skip(2)) + "\n");
    }

    [Theory]
    [InlineData("--start", "tomorrow", "--start is a moment")]
    [InlineData("--example", "nothing", "has no example 'nothing'; it has standard, gross.")]
    [InlineData("--script", "nowhere.json", "nowhere.json")]
    [InlineData("--yes", "gemeldet", "No register of this process answers 'gemeldet'; they answer nicht-gemeldet.")]
    public void What_is_not_understood_is_explained(string option, string value, string words)
    {
        var (exitCode, lines) = Tool.Run("simulate", "06411000", "test", "--catalogue", _catalogue.Folder, option, value);

        Assert.Equal(2, exitCode);
        Assert.Contains(words, Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_with_a_mistake_is_answered_with_what_a_script_may_say()
    {
        var file = Path.Combine(_catalogue.Folder, "script.json");
        File.WriteAllText(file, """{ "decisions": ["fly"] }""");

        var (exitCode, lines) = Tool.Run("simulate", "06411000", "test", "--catalogue", _catalogue.Folder, "--script", file);

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"{file}:1: This is not a script, at $.decisions[0]. Decisions are approve, approveInPart, reject, forward, requestInformation", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_script_may_say_is_all_told() =>
        Assert.All(typeof(Scenario).GetConstructors().Single().GetParameters(), field => Assert.Contains(JsonNamingPolicy.CamelCase.ConvertName(field.Name!), Scenario.Form, StringComparison.Ordinal));

    [Theory]
    [InlineData("06432007", "object", "no office was asked in it")] // the village leaves the opinions out
    [InlineData("06411000", "object", null)]
    [InlineData("06411000", "unpaid", null)]
    [InlineData("06411000", "partial", "no clerk could grant less in it")]
    [InlineData("06411000", "forward", "nobody could hand it on in it")]
    [InlineData("06411000", "revoke", "nothing that was granted could be reviewed in it")]
    public void An_outcome_that_cannot_come_about_is_told(string ags, string outcome, string? why)
    {
        var (exitCode, lines) = Tool.Run("simulate", ags, "test", "--catalogue", _catalogue.Folder, "--outcome", outcome, "--responsible", "06432009");

        Assert.Equal(0, exitCode);
        Assert.Equal(why is null ? [] : [$"Note: --outcome {outcome} made no difference to this case: {why}."], lines.Where(line => line.StartsWith("Note", StringComparison.Ordinal)));
    }

    private SimulatedCase Play(Scenario scenario, string example = "standard")
    {
        var offer = _catalogue.Offer();
        return SimulatedCase.Play(offer, offer.Leistung.Examples.Single(one => one.Name == example).On(TestCatalogue.Today), scenario, Monday);
    }
}
