using System.Net;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Services;

/// <summary>Registering a dog, in the city and in a village.</summary>
public sealed class HundesteuerTests
{
    private static readonly Func<JsonNode, bool> Standard = example => (string?)example["hund"]!["name"] == "Bello";
    private static readonly Func<JsonNode, bool> AssistanceDog = example => (string?)example["haltung"]!["befreiung"] == "assistenzhund";
    private static readonly Func<JsonNode, bool> Dangerous = example => (bool)example["haltung"]!["gefaehrlich"]!;

    [Theory]
    [InlineData(Darmstadt, "steueramt", "Der Magistrat der Stadt Darmstadt", "120,00 €", 12000)]
    [InlineData(Fischbachtal, "gemeindeverwaltung", "Der Gemeindevorstand der Gemeinde Fischbachtal", "72,00 €", 7200)]
    public async Task A_dog_is_registered_and_the_tax_is_set(string ags, string group, string authority, string tax, int cents)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, DogTax);
        await journey.SubmitAsync(Standard);
        Assert.Equal([group], await journey.DesksAsync());
        Assert.Equal("2026-06-22T22:00:00+00:00", (string?)(await journey.TaskAsync(group))["dueAt"]);

        await journey.DecideAsync(group);

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Equal(
            [
                "Ihr Antrag ist angekommen.", "Ihr Antrag wird bearbeitet.", "Ein Dokument liegt für Sie bereit.",
                "Das Ergebnis ist beim zuständigen Amt angekommen.", "Eine Nachricht liegt für Sie bereit.", "Ihr Antrag ist abgeschlossen.",
            ],
            await journey.SentencesAsync());
        var bescheid = await journey.DocumentAsync("bescheid.txt");
        Assert.StartsWith(authority, bescheid, StringComparison.Ordinal);
        Assert.All(
            ["Guten Tag Erika Mustermann,", "Name des Hundes: Bello", "Chip-Nummer: 276000000000001", "Bei Ihnen seit: 10.02.2024", $"Hundesteuer im Jahr: {tax}"],
            line => Assert.Contains(line, bescheid, StringComparison.Ordinal));
        var delivered = Assert.Single(await journey.DeliveriesAsync()).Value;
        Assert.Equal(("approved", cents), ((string?)delivered["verdict"], (int)delivered["facts"]!["amounts"]!["jahressteuer"]!));
        Assert.Equal("DE89370400440532013000", (string?)delivered["application"]!["sepa"]!["iban"]);
        Assert.Equal(bescheid, (string?)Assert.Single(delivered["documents"]!.AsArray())!["text"]);
    }

    [Theory]
    [InlineData(Darmstadt, "steueramt")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task An_assistance_dog_is_exempt(string ags, string group)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, DogTax);
        await journey.SubmitAsync(AssistanceDog, attachments: "befreiungsnachweis");

        await journey.DecideAsync(group);
        await journey.DecideAsync(group);

        Assert.Equal(["bescheid-befreiung.txt", "nachricht.txt"], await journey.DocumentsAsync());
        var bescheid = await journey.DocumentAsync("bescheid-befreiung.txt");
        Assert.Contains("Für diesen Hund zahlen Sie keine Hundesteuer.", bescheid, StringComparison.Ordinal);
        Assert.Contains("Grund der Befreiung: Assistenzhund", bescheid, StringComparison.Ordinal);
        Assert.All(["€", "Name des Hundes", "Chip-Nummer"], absent => Assert.DoesNotContain(absent, bescheid, StringComparison.Ordinal));
        Assert.Equal("befreiungsnachweis", (string?)Assert.Single(Assert.Single(await journey.DeliveriesAsync()).Value["attachments"]!.AsArray())!["kind"]);
    }

    [Theory]
    [InlineData(Darmstadt, "steueramt", "120,00 €")]
    [InlineData(Fischbachtal, "gemeindeverwaltung", "72,00 €")]
    public async Task An_exemption_is_refused_and_the_dog_is_registered_and_taxed_all_the_same(string ags, string group, string tax)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, DogTax);
        await journey.SubmitAsync(AssistanceDog);
        await journey.DecideAsync(group);

        await journey.DecideAsync(group, "reject", "Der Nachweis fehlt.");

        Assert.Equal("completed", await journey.StateAsync());
        var bescheid = await journey.DocumentAsync("bescheid-ohne-verguenstigung.txt");
        Assert.All(
            ["Ihr Hund ist jetzt in", "Wir lehnen diesen Antrag ab.", "Der Grund: Der Nachweis fehlt.", $"Hundesteuer im Jahr: {tax}"],
            line => Assert.Contains(line, bescheid, StringComparison.Ordinal));
        var delivered = Assert.Single(await journey.DeliveriesAsync()).Value;
        Assert.Equal(("approved", true), ((string?)delivered["verdict"], (bool)delivered["facts"]!["conditions"]!["verguenstigung-abgelehnt"]!));
    }

    [Fact]
    public async Task A_reduction_halves_the_tax()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Standard, application => application["haltung"]!["ermaessigung"] = "Ich beziehe Grundsicherung.");

        await journey.DecideAsync("steueramt");
        await journey.DecideAsync("steueramt");

        Assert.Contains("Hundesteuer im Jahr: 60,00 € statt 120,00 €", await journey.DocumentAsync("bescheid-ermaessigung.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("bescheid.txt", await journey.DocumentsAsync());
    }

    [Fact]
    public async Task In_the_city_a_dangerous_dog_needs_a_second_clerk_and_the_Ordnungsamt()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dangerous, attachments: "haltungserlaubnis");
        await journey.DecideAsync("steueramt");
        Assert.Equal("anna", (string?)(await journey.TaskAsync("steueramt"))["firstApprovalBy"]);

        using var again = await journey.TryDecideAsync("steueramt");
        Assert.EndsWith("/same-clerk-twice", (string)(await JsonOf(again, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
        await journey.DecideAsync("steueramt", clerk: "bernd");
        Assert.Equal(["ordnungsamt"], await journey.DesksAsync());
        await journey.DecideAsync("ordnungsamt", clerk: "olga");

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("Hundesteuer im Jahr: 600,00 €", await journey.DocumentAsync("bescheid.txt"), StringComparison.Ordinal);
        Assert.Single(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task The_Ordnungsamt_says_no_to_a_dangerous_dog()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dangerous);
        await journey.DecideAsync("steueramt");
        await journey.DecideAsync("steueramt", clerk: "bernd");

        await journey.DecideAsync("ordnungsamt", "reject", "Die Erlaubnis fehlt.", clerk: "olga");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Contains("Der Grund: Die Erlaubnis fehlt.", await journey.DocumentAsync("ablehnung.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task In_the_village_one_clerk_decides_on_a_dangerous_dog()
    {
        await using var journey = await ServiceJourney.StartAsync(Fischbachtal, DogTax);
        await journey.SubmitAsync(Dangerous);

        await journey.DecideAsync("gemeindeverwaltung");

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("Hundesteuer im Jahr: 600,00 €", await journey.DocumentAsync("bescheid.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Darmstadt, "steueramt")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task The_clerk_asks_for_the_chip_number_and_gets_it(string ags, string group)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, DogTax);
        await journey.SubmitAsync(Standard, application => application["hund"]!.AsObject().Remove("chip"));
        var due = (DateTimeOffset)(await journey.TaskAsync(group))["dueAt"]!;
        await journey.DecideAsync(group, "requestInformation", "Wie lautet die Chip-Nummer?");
        var asked = await journey.StatusAsync();
        Assert.Equal("awaitingApplicant", (string?)asked["status"]);
        Assert.Equal(("Wie lautet die Chip-Nummer?", "2026-06-26T22:00:00+00:00"), ((string?)asked["openRequests"]![0]!["text"], (string?)asked["openRequests"]![0]!["dueAt"]));

        await journey.AdvanceAsync(days: 3);
        await journey.SupplementAsync("Hier ist sie.", new() { ["/hund/chip"] = "276000000000002" });

        Assert.True((DateTimeOffset)(await journey.TaskAsync(group))["dueAt"]! > due);
        await journey.DecideAsync(group);
        Assert.Contains("Chip-Nummer: 276000000000002", await journey.DocumentAsync("bescheid.txt"), StringComparison.Ordinal);
        Assert.Equal("276000000000002", (string?)Assert.Single(await journey.DeliveriesAsync()).Value["application"]!["hund"]!["chip"]);
        Assert.Equal(["received", "checked", "informationRequested", "supplemented", "issued", "delivered", "notified", "completed"], await journey.TimelineAsync());
    }

    [Theory]
    [InlineData(Darmstadt, "steueramt")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task A_dog_that_is_registered_already_is_not_registered_again(string ags, string group)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, DogTax);
        await journey.SubmitAsync(Standard);

        await journey.DecideAsync(group, "reject", "Bello ist schon angemeldet.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal("Ihr Antrag ist abgelehnt.", (await journey.SentencesAsync())[^1]);
        Assert.Equal(["ablehnung.txt", "nachricht.txt"], await journey.DocumentsAsync());
        Assert.Contains("Der Grund: Bello ist schon angemeldet.", await journey.DocumentAsync("ablehnung.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task The_applicant_withdraws(string ags)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, DogTax);
        await journey.SubmitAsync(Standard);

        await journey.WithdrawAsync();

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Equal("Sie haben Ihren Antrag zurückgenommen.", (await journey.SentencesAsync())[^1]);
        Assert.Empty(await journey.DesksAsync());
        Assert.Empty(await journey.DocumentsAsync());
        Assert.Empty(await journey.DeliveriesAsync());
    }
}
