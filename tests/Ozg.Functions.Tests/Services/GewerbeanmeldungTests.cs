using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Services;

/// <summary>Registering a business: the receipt within three days, then everybody whom the law names, each with what it may have.</summary>
public sealed class GewerbeanmeldungTests
{
    private const string Business = "gewerbeanmeldung";

    private static readonly string[] Everybody =
    [
        "deliver", "deliver-arbeitsagentur", "deliver-arbeitsschutz", "deliver-dguv", "deliver-eichbehoerde", "deliver-ihk",
        "deliver-immissionsschutz", "deliver-lebensmittelueberwachung", "deliver-statistik",
    ];

    private static readonly Func<JsonNode, bool> Standard = example => Is(example, "sonstiges") && !NeedsPermit(example) && Is(example, "hauptniederlassung", "betrieb", "art");
    private static readonly Func<JsonNode, bool> Craft = example => Is(example, "handwerk");
    private static readonly Func<JsonNode, bool> Permit = NeedsPermit;

    [Fact]
    public async Task In_the_city_the_receipt_comes_at_once_and_everybody_hears_of_it_once()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Business);

        await SubmitStandardAsync(journey);

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Equal(
            [
                "Ihr Antrag ist angekommen.", "Ihr Antrag wird bearbeitet.", "Ein Dokument liegt für Sie bereit.",
                "Das Ergebnis ist beim zuständigen Amt angekommen.", "Eine Nachricht liegt für Sie bereit.", "Ihr Antrag ist abgeschlossen.",
            ],
            await journey.SentencesAsync());
        var receipt = await journey.DocumentAsync("empfangsbescheinigung.txt");
        Assert.All(
            [
                "Empfangsbescheinigung (§ 15 Absatz 1 Gewerbeordnung)", "Guten Tag Łukasz Đorđević-Müller,", "Datum: 8. Juni 2026", "Rechtsform: Einzelunternehmen",
                "Tätigkeit: Herstellung und Verkauf von Möbeln aus Holz", "Beginn: 09.06.2026", "Die Gebühr beträgt 35,00 €.",
            ],
            line => Assert.Contains(line, receipt, StringComparison.Ordinal));
        Assert.DoesNotContain("Betrieb:", receipt, StringComparison.Ordinal); // it has no name of its own
        Assert.Equal(Everybody, (await journey.DeliveriesAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_craft_is_told_to_its_chamber_too()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Business);

        await journey.SubmitAsync(Craft, attachments: "handwerkskarte");

        var delivered = await journey.DeliveriesAsync();
        Assert.Equal(Everybody.Append("deliver-hwk").Order(StringComparer.Ordinal), delivered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Handwerkskammer Frankfurt-Rhein-Main, 2025-03-01", (string?)delivered["deliver-hwk"]["application"]!["erlaubnisse"]!["handwerkskarte"]);
        Assert.Null(delivered["deliver-ihk"]["application"]!["erlaubnisse"]!["handwerkskarte"]);
    }

    [Theory]
    [InlineData(Darmstadt, "gewerbeamt")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task Without_the_permit_the_receipt_comes_all_the_same_and_who_gives_permits_hears_of_it(string ags, string group)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, Business);
        await journey.SubmitAsync(Permit);
        Assert.Equal([group], await journey.DesksAsync());

        await journey.DecideAsync(group);

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("Diese Bescheinigung ersetzt keine Erlaubnis.", await journey.DocumentAsync("empfangsbescheinigung.txt"), StringComparison.Ordinal);
        var delivered = await journey.DeliveriesAsync();
        Assert.Equal(Everybody.Append("deliver-erlaubnisbehoerde").Order(StringComparer.Ordinal), delivered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Bewachung von Baustellen und Veranstaltungen", (string?)delivered["deliver-erlaubnisbehoerde"]["application"]!["taetigkeit"]!["beschreibung"]);
    }

    [Fact]
    public async Task What_lies_far_back_is_looked_at_by_a_clerk()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Business);
        await journey.SubmitAsync(Standard, application => application["taetigkeit"]!["beginn"] = "2026-03-01");
        Assert.Equal(["gewerbeamt"], await journey.DesksAsync());

        await journey.DecideAsync("gewerbeamt");

        Assert.Equal(Everybody, (await journey.DeliveriesAsync()).Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Whitsun 2026: three days from Thursday, from Friday and from Saturday all end on Tuesday, 26 May. The clerk has until then at most.</summary>
    [Theory]
    [InlineData(21, "2026-05-22T22:00:00+00:00", "Freitag")]
    [InlineData(22, "2026-05-26T22:00:00+00:00", "Pfingstmontag")]
    [InlineData(23, "2026-05-26T22:00:00+00:00", "Pfingstmontag")]
    public async Task The_receipt_is_due_in_three_days_also_over_a_long_weekend(int received, string due, string because)
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Business, ServiceJourney.Summer(5, received));
        await journey.SubmitAsync(Permit);

        var task = await journey.TaskAsync("gewerbeamt");
        Assert.Equal(due, (string?)task["dueAt"]);
        Assert.Contains(because, string.Join('\n', task["dueReasoning"]!.AsArray().Select(sentence => (string)sentence!)), StringComparison.Ordinal);

        await journey.AdvanceAsync(days: 27 - received);
        var late = await journey.TaskAsync("amtsleitung");
        Assert.Equal((true, "amtsleitung"), ((bool)late["overdue"]!, (string?)late["escalatedTo"]));
    }

    [Fact]
    public async Task In_a_village_one_clerk_looks_at_every_business()
    {
        await using var journey = await ServiceJourney.StartAsync(Fischbachtal, Business);
        await SubmitStandardAsync(journey);
        Assert.Equal(["gemeindeverwaltung"], await journey.DesksAsync());
        Assert.Equal("2026-06-09T22:00:00+00:00", (string?)(await journey.TaskAsync("gemeindeverwaltung"))["dueAt"]);

        await journey.DecideAsync("gemeindeverwaltung");

        Assert.Equal("completed", await journey.StateAsync());
        var receipt = await journey.DocumentAsync("empfangsbescheinigung.txt");
        Assert.StartsWith("Der Gemeindevorstand der Gemeinde Fischbachtal", receipt, StringComparison.Ordinal);
        Assert.Contains("Die Gebühr beträgt 30,00 €.", receipt, StringComparison.Ordinal);
        Assert.Equal(Everybody, (await journey.DeliveriesAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Darmstadt, "gewerbeamt")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task What_is_no_business_is_not_registered_and_nobody_hears_of_it(string ags, string group)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, Business);
        await journey.SubmitAsync(Permit);

        await journey.DecideAsync(group, "reject", "Das ist ein freier Beruf und kein Gewerbe.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["zurueckweisung.txt", "nachricht.txt"], await journey.DocumentsAsync());
        Assert.Contains("Der Grund: Das ist ein freier Beruf und kein Gewerbe.", await journey.DocumentAsync("zurueckweisung.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task Who_thinks_better_of_it_withdraws_before_the_receipt(string ags)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, Business);
        await journey.SubmitAsync(Permit);

        await journey.WithdrawAsync();

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Empty(await journey.DesksAsync());
        Assert.Empty(await journey.DeliveriesAsync());
    }

    private static Task SubmitStandardAsync(ServiceJourney journey) =>
        journey.SubmitAsync(Standard, application => application["taetigkeit"]!["beginn"] = "2026-06-09");

    private static bool NeedsPermit(JsonNode example) => (bool)example["erlaubnisse"]!["erlaubnispflichtig"]!;

    private static bool Is(JsonNode example, string value, string group = "taetigkeit", string field = "betriebsart") => (string?)example[group]![field] == value;
}
