using System.Net;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ParkingPermit;

namespace Ozg.Functions.Tests.Services;

/// <summary>A resident's parking permit: in the city at once when all is clear, in a small town by a clerk, in a village not at all.</summary>
public sealed class BewohnerparkausweisTests
{
    [Fact]
    public async Task When_all_is_clear_the_permit_comes_with_the_money_and_no_clerk_has_seen_it()
    {
        await using var journey = await SubmittedAsync();
        var waiting = await journey.StatusAsync();
        Assert.Equal(("awaitingPayment", 12000), ((string?)waiting["status"], (int)waiting["payment"]!["amountCents"]!));
        Assert.Empty(await journey.DesksAsync());

        await journey.PayAsync();

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Equal(
            [
                "Ihr Antrag ist angekommen.", "Ihr Antrag wird bearbeitet.", "Sie können jetzt bezahlen.", "Ihre Zahlung ist eingegangen.",
                "Ein Dokument liegt für Sie bereit.", "Das Ergebnis ist beim zuständigen Amt angekommen.", "Eine Nachricht liegt für Sie bereit.",
                "Ihr Antrag ist abgeschlossen.",
            ],
            await journey.SentencesAsync());
        var permit = await journey.DocumentAsync("ausweis.txt");
        Assert.All(
            ["Guten Tag Erika Mustermann,", "Kennzeichen: DA-XX 1", "Parkzone: 12", "Gültig ab: 22.06.2026", "Gültig bis: 21. Juni 2027", "Gebühr: 120,00 €"],
            line => Assert.Contains(line, permit, StringComparison.Ordinal));
        Assert.Equal("DA-XX 1", (string?)Assert.Single(await journey.DeliveriesAsync()).Value["application"]!["fahrzeug"]!["kennzeichen"]);
    }

    [Fact]
    public async Task Another_keepers_car_is_looked_at_by_a_clerk()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Permit);
        using (var refused = await journey.PostAsync(await journey.ExampleAsync(AnothersCar)))
            Assert.Equal(2, (await JsonOf(refused, HttpStatusCode.BadRequest))["errors"]!.AsArray().Count);
        await journey.SubmitAsync(AnothersCar, null, "zulassungsbescheinigung", "nutzungsueberlassung");
        Assert.Equal(["mobilitaet"], await journey.DesksAsync());
        Assert.Null((await journey.StatusAsync())["payment"]);

        await journey.DecideAsync("mobilitaet");
        await journey.PayAsync();

        var permit = await journey.DocumentAsync("ausweis.txt");
        Assert.Contains("Gültig bis: 8. Dezember 2026", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 60,00 €", permit, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await journey.DeliveriesAsync()).Value["attachments"]!.AsArray().Count);
    }

    [Fact]
    public async Task Who_has_a_space_of_their_own_is_refused_by_a_clerk_and_pays_nothing()
    {
        await using var journey = await SubmittedAsync(OwnSpace);

        await journey.DecideAsync("mobilitaet", "reject", "Sie haben einen eigenen Stellplatz.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["ablehnung.txt", "nachricht.txt"], await journey.DocumentsAsync());
        var refusal = await journey.DocumentAsync("ablehnung.txt");
        Assert.Contains("Zone 5 beantragt. Wir lehnen das ab.", refusal, StringComparison.Ordinal);
        Assert.Contains("Der Grund: Sie haben einen eigenen Stellplatz.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("paymentRequested", await journey.TimelineAsync());
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task Whom_the_register_does_not_find_in_the_zone_a_clerk_looks_for()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Permit);
        await journey.RegisterAsync("melderegister", "nicht-in-zone-gemeldet");
        await journey.SubmitAsync(Standard);
        Assert.Equal("assess-meldung", (string?)(await journey.TaskAsync("mobilitaet"))["step"]);

        await journey.DecideAsync("mobilitaet");
        await journey.PayAsync();

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Single(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task Who_has_a_permit_already_gets_no_second_one()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Permit);
        await journey.RegisterAsync("parkraum", "ausweis-vorhanden");
        await journey.SubmitAsync(Standard);

        await journey.DecideAsync("mobilitaet", "reject", "Sie haben schon einen Ausweis.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Contains("Der Grund: Sie haben schon einen Ausweis.", await journey.DocumentAsync("ablehnung.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_cleared_is_one_task_whatever_the_registers_say()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, Permit);
        await journey.RegisterAsync("melderegister", "nicht-in-zone-gemeldet");
        await journey.RegisterAsync("parkraum", "ausweis-vorhanden");
        await journey.SubmitAsync(OwnSpace);

        await journey.DecideAsync("mobilitaet");

        Assert.Equal("awaitingPayment", await journey.StateAsync());
    }

    [Fact]
    public async Task In_a_small_town_a_clerk_decides_and_the_fee_is_flat()
    {
        await using var journey = await ServiceJourney.StartAsync(ServiceJourney.OberRamstadt, Permit);
        await journey.SubmitAsync(Standard, application => application["parken"]!["laufzeit"] = "6-monate");
        Assert.Equal(["ordnungsamt"], await journey.DesksAsync());

        await journey.DecideAsync("ordnungsamt");
        await journey.PayAsync();

        var permit = await journey.DocumentAsync("ausweis.txt");
        Assert.StartsWith("Der Magistrat der Stadt Ober-Ramstadt", permit, StringComparison.Ordinal);
        Assert.Contains("Gültig bis: 21. Dezember 2026", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 30,00 €", permit, StringComparison.Ordinal);
        Assert.Single(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task In_a_small_town_the_clerk_says_no()
    {
        await using var journey = await ServiceJourney.StartAsync(ServiceJourney.OberRamstadt, Permit);
        await journey.SubmitAsync(Standard);

        await journey.DecideAsync("ordnungsamt", "reject", "In dieser Straße gibt es keine Zone.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Contains("In dieser Straße gibt es keine Zone.", await journey.DocumentAsync("ablehnung.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_without_zones_says_that_it_has_no_such_permit()
    {
        await using var journey = await ServiceJourney.StartAsync(Fischbachtal, Permit);
        using var form = await journey.Pipeline.Http.GetAsync($"/api/kommunen/{Fischbachtal}/leistungen/{Permit}");
        using var posted = await journey.PostAsync(new JsonObject());

        foreach (var answer in new[] { form, posted })
        {
            var problem = await JsonOf(answer, HttpStatusCode.NotFound);
            Assert.Equal(("Leistung nicht im Angebot", "Diese Kommune bietet die Leistung hier nicht an. Bitte prüfen Sie die Adresse."), ((string?)problem["title"], (string?)problem["detail"]));
        }
    }
}
