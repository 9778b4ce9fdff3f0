using System.Text.RegularExpressions;
using Ozg.Core.Processes;
using Ozg.Tool.Drawing;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Tests.Guide;

public sealed partial class LeitfadenTests
{
    private static readonly SortedDictionary<string, string> Files = Leitfaden.Build(Arrange.Shipped);

    [Fact]
    public void The_Leitfaden_in_docs_is_what_the_catalogue_says_now()
    {
        var stale = Leitfaden.Stale(Path.Combine(Arrange.Root, "docs", "leitfaden"), Files);

        Assert.True(stale.Count == 0, $"Out of date: {string.Join(", ", stale)}. Run: {BuildCommand.Mend}");
    }

    [Fact]
    public void Building_twice_gives_the_same_bytes() => Assert.Equal(Files, Leitfaden.Build(Arrange.Shipped));

    [Fact]
    public void Every_Leistung_has_a_chapter_in_both_forms_and_its_pictures()
    {
        foreach (var service in Service.All(Arrange.Shipped))
        {
            Assert.Contains($"{service.Leistung.Id}.md", Files.Keys);
            Assert.Contains($"{service.Leistung.Id}.html", Files.Keys);
            Assert.Contains($"bilder/{service.Leistung.Id}-standard.svg", Files.Keys);
        }
    }

    [Fact]
    public void Every_link_leads_to_a_file_of_the_Leitfaden()
    {
        var links = Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
            .SelectMany(file => Link().Matches(file.Value).Select(match => match.Groups[1].Value));

        Assert.All(links, link => Assert.Contains(link, Files.Keys));
    }

    [Fact]
    public void Lines_end_alike_on_every_machine() =>
        Assert.All(Files, file => Assert.True(!file.Value.Contains('\r', StringComparison.Ordinal) && file.Value.EndsWith('\n'), file.Key));

    [Fact]
    public void What_the_catalogue_calls_unverified_or_a_sample_is_an_open_point()
    {
        foreach (var service in Service.All(Arrange.Shipped))
        {
            var points = string.Join('\n', OpenPoints.Of(service));
            if (service.Leistung.LeikaKeyStatus == Core.Catalogue.KeyStatus.Unverified)
                Assert.Contains(service.Leistung.LeikaKey, points, StringComparison.Ordinal);
            Assert.All(
                service.Variants.Select(variant => variant.Offer.Fee).Where(fee => fee is { Sample: true }),
                fee => Assert.Contains(Markdown.Plain(fee!.Text.De), points, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_village_and_the_city_stand_side_by_side()
    {
        foreach (var service in Service.All(Arrange.Shipped))
            Assert.True(service.Small.Kommune.Groups.Count <= service.Large.Kommune.Groups.Count, service.Leistung.Id);
    }

    [Fact]
    public void Tasks_of_one_process_can_be_told_apart_by_their_names()
    {
        foreach (var process in Service.All(Arrange.Shipped).SelectMany(service => service.Variants.Select(variant => variant.Drawn).Prepend(service.Standard)))
        {
            var names = process.Process.All().OfType<Step.Approve>().Select(process.Terms.Task).ToList();
            Assert.True(names.Distinct().Count() == names.Count, $"{process.Id}: {string.Join(", ", names)}. Name the steps under 'words'.");
        }
    }

    [Fact]
    public void Everybody_who_takes_part_in_a_standard_is_told_with_what_they_do()
    {
        foreach (var service in Service.All(Arrange.Shipped))
        {
            var roles = Roles.Of(service);
            Assert.All(Lanes(service), lane => Assert.Contains($"| {lane.Name} |", roles, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_group_of_another_key_with_the_same_name_is_no_deviation()
    {
        var dog = Service.All(Arrange.Shipped).Single(service => service.Leistung.Id == "hundesteuer-anmeldung");
        var town = dog.Variants.Single(variant => variant.Kommune.Name == "Ober-Ramstadt"); // 'steueramt' in place of 'steuern', both called Steueramt

        Assert.Empty(Telling.Changes(dog.Standard, town.Drawn));
    }

    [Fact]
    public void A_changed_a_missing_and_a_strange_file_are_out_of_date()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "a.md"), "old");
        File.WriteAllText(Path.Combine(folder, "c.md"), "strange");
        File.WriteAllText(Path.Combine(folder, "d.md"), "same");

        var stale = Leitfaden.Stale(folder, new Dictionary<string, string> { ["a.md"] = "new", ["b.md"] = "missing", ["d.md"] = "same" });

        Assert.Equal(["a.md", "b.md", "c.md"], stale);
    }

    [Fact]
    public void Every_condition_that_a_process_may_name_has_its_words() =>
        Assert.All(Conditions.BuiltIn, name => Assert.NotEmpty(Service.All(Arrange.Shipped)[0].Standard.Terms.Condition(name)));

    [Fact]
    public void What_Kommunen_call_otherwise_stands_under_the_name_of_the_standard()
    {
        var chapter = Files["sperrmuell.md"];

        Assert.Contains("| Entsorgungsbetrieb abfragen | ZAW abfragen; lehnt sofort ab", chapter, StringComparison.Ordinal);
        Assert.Contains("| EAD abfragen; lehnt sofort ab", chapter, StringComparison.Ordinal);
        Assert.Contains("- **Entsorgungsbetrieb abfragen**: EAD abfragen\n", chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_twice()
    {
        Assert.Single(Regex.Matches(Files["sperrmuell.md"], Regex.Escape("- **Entsorgungsbetrieb abfragen**: ZAW abfragen\n")));
        foreach (var service in Service.All(Arrange.Shipped))
        {
            var recipients = Duties.Privacy(service).Split('\n');
            Assert.Equal(recipients.Distinct(), recipients);
        }
    }

    [Fact]
    public void A_letter_of_one_way_says_which() =>
        Assert.Contains("- **Verlängerung einer Erlaubnis** (Schreiben): nicht, wenn: weniger genehmigt als beantragt; wenn: Verlängerung einer Erlaubnis\n", Files["sondernutzung.md"], StringComparison.Ordinal);

    [Theory]
    [InlineData("sperrmuell", "Hier entscheidet niemand von Hand.", "Wer prüft")]
    [InlineData("sondernutzung", "Wer prüft", "Hier entscheidet niemand von Hand.")]
    public void Only_where_somebody_checks_is_told_what_whoever_checks_may_ask(string leistung, string told, string untold)
    {
        foreach (var file in new[] { $"{leistung}.md", $"bilder/{leistung}-standard.svg" })
        {
            Assert.Contains(told, Files[file], StringComparison.Ordinal);
            Assert.DoesNotContain(untold, Files[file], StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<Lane> Lanes(Service service) => FlowBuilder.Build("", "", service.Standard.Process, service.Standard.Terms).Lanes;

    [GeneratedRegex("(?:href|src)=\"([^\"#:]+)\"")]
    private static partial Regex Link();
}
