using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ServiceJourney;
using static Ozg.Functions.Tests.Services.StreetUse;

namespace Ozg.Functions.Tests.Services;

/// <summary>A street is used for something else: offices are asked at once, the fee is paid, the end is watched.</summary>
public sealed class SondernutzungTests
{
    [Fact]
    public async Task Six_offices_of_the_city_are_asked_at_once_each_with_its_own_time()
    {
        await using var journey = await CloseStreetAsync(Darmstadt);

        Assert.Equal(SixOffices.Order(), (await journey.DesksAsync()).Order());
        Assert.Equal(
            ["feuerwehr 2026-06-15", "gruenflaechen 2026-06-15", "mobilitaet 2026-06-22", "nahverkehr 2026-06-17", "ordnungsamt 2026-06-15", "stadtplanung 2026-06-17"],
            await Task.WhenAll(SixOffices.Order().Select(async office => $"{office} {(string)(await journey.TaskAsync(office))["dueAt"]!}"[..^"T22:00:00+00:00".Length])));
        Assert.Equal("opinion", (string?)(await journey.TaskAsync("nahverkehr"))["kind"]);
    }

    [Fact]
    public async Task Whose_fee_is_more_than_can_be_paid_online_is_told_that_an_invoice_follows()
    {
        await using var journey = await StartAsync(Darmstadt, "sondernutzung");
        await journey.SubmitAsync(
            example => (string)example["nutzung"]!["art"]! == "kran",
            application => (application["nutzung"]!["flaecheM2"], application["nutzung"]!["von"], application["nutzung"]!["bis"]) = (5000, "2026-07-01", "2027-06-30"),
            "lageplan", "versicherung", "verkehrszeichenplan");
        foreach (var office in SixOffices)
            await journey.DecideAsync(office, "agree");
        await journey.DecideAsync("tiefbau", clerk: "anna");
        await journey.DecideAsync("tiefbau", clerk: "carla");

        Assert.Equal(["rechnung.txt", "erlaubnis.txt", "nachricht.txt"], await journey.DocumentsAsync());
        Assert.Contains("die Gebühr beträgt 2.120.040,00 €. So viel können Sie nicht online bezahlen.", await journey.DocumentAsync("rechnung.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("paymentRequested", await journey.TimelineAsync());
        Assert.True((bool)(await journey.DeliveriesAsync())["deliver"]["facts"]!["conditions"]!["invoice"]!);
    }

    [Fact]
    public async Task The_conditions_of_all_offices_are_in_the_permit_that_two_clerks_give_and_its_end_is_watched()
    {
        await using var journey = await CloseStreetAsync(Darmstadt);
        await journey.DecideAsync("feuerwehr", "agreeWithConditions", "Die Zufahrt bleibt drei Meter breit.");
        await journey.DecideAsync("mobilitaet", "agreeWithConditions", "Die Umleitung ist am Vortag auszuschildern.");
        foreach (var office in SixOffices.Except(["feuerwehr", "mobilitaet"]))
            await journey.DecideAsync(office, "agree");
        Assert.Equal(["tiefbau"], await journey.DesksAsync());

        await journey.DecideAsync("tiefbau", clerk: "anna");
        await journey.DecideAsync("tiefbau", clerk: "carla");
        Assert.Equal(("awaitingPayment", 100_000), (await journey.StateAsync(), (int)(await journey.StatusAsync())["payment"]!["amountCents"]!));
        Assert.Empty(await journey.DocumentsAsync());
        await journey.PayAsync();

        var permit = await journey.DocumentAsync("erlaubnis-mit-auflagen.txt");
        Assert.StartsWith("Der Magistrat der Stadt Darmstadt", permit, StringComparison.Ordinal);
        Assert.Contains("Die Zufahrt bleibt drei Meter breit.\nDie Umleitung ist am Vortag auszuschildern.", permit, StringComparison.Ordinal);
        Assert.Contains("Art: Kran\nFläche: 120 Quadratmeter\nVon: 23.07.2026\nBis: 24.07.2026", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 1.000,00 €", permit, StringComparison.Ordinal);
        Assert.Equal("deliver", Assert.Single(await journey.DeliveriesAsync()).Key);

        Assert.Equal("inProgress", await journey.StateAsync());
        Assert.Contains("Ihr Antrag ist genehmigt. Der Vorgang bleibt noch offen; Sie müssen dafür nichts tun.", await journey.SentencesAsync());

        await journey.AdvanceAsync(days: 46); // Friday, 24 July, the last day
        Assert.DoesNotContain("ende.txt", await journey.DocumentsAsync());
        await journey.AdvanceAsync(days: 1);
        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("am 24.07.2026 zu Ende gegangen", await journey.DocumentAsync("ende.txt"), StringComparison.Ordinal);
        Assert.Single(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task Without_a_closure_fewer_offices_are_asked_and_who_says_nothing_is_reminded_and_then_answered_for()
    {
        await using var journey = await ServeOutdoorsAsync();
        Assert.Equal(FourOffices.Order(), (await journey.DesksAsync()).Order());

        await journey.AdvanceAsync(days: 8); // Tuesday, 16 June: five working days are over
        Assert.True((bool)(await journey.TaskAsync("ordnungsamt"))["reminded"]!);
        Assert.False((bool)(await journey.TaskAsync("stadtplanung"))["reminded"]!);

        await journey.AdvanceAsync(days: 30);
        Assert.Equal(["feuerwehr"], await journey.DesksAsync()); // its word is waited for
        await journey.DecideAsync("feuerwehr", "agree");

        Assert.Equal(
            ["ordnungsamt notConcerned True", "gruenflaechen notConcerned True", "stadtplanung agree True", "feuerwehr agree False"],
            await OpinionsAsync(journey));
        Assert.Equal(["tiefbau"], await journey.DesksAsync());
    }

    [Fact]
    public async Task In_the_village_a_closure_is_asked_of_the_Landkreis_and_the_silent_fire_brigade_is_not_waited_for()
    {
        await using var journey = await CloseStreetAsync(Fischbachtal);
        Assert.Equal(["strassenverkehr", "wehr"], (await journey.DesksAsync()).Order());
        await journey.DecideAsync("strassenverkehr", "agreeWithConditions", "Der Bus fährt bis 8 Uhr.");

        await journey.AdvanceAsync(days: 12); // Saturday, 20 June: five working days and, after the reminder on Tuesday morning, three
        Assert.Equal(["strassenverkehr agreeWithConditions False", "wehr notConcerned True"], await OpinionsAsync(journey));
        await journey.DecideAsync("gemeindeverwaltung");
        await journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal);
        await journey.PayAsync();

        Assert.Contains("Der Bus fährt bis 8 Uhr.", await journey.DocumentAsync("erlaubnis-mit-auflagen.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Darmstadt, "tiefbau")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task While_the_applicant_is_asked_the_clerks_time_stands_still(string ags, string group)
    {
        await using var journey = await AssessedAsync(ags);
        var before = (DateTimeOffset)(await journey.TaskAsync(group))["dueAt"]!;
        await journey.DecideAsync(group, "requestInformation", "Wie groß ist der Stand?");
        Assert.Equal("awaitingApplicant", await journey.StateAsync());
        Assert.True((bool)(await journey.TaskAsync(group))["suspended"]!);

        await journey.AdvanceAsync(days: 7);
        await journey.SupplementAsync("Vier Quadratmeter.", new() { ["/nutzung/flaecheM2"] = 4 });

        var task = await journey.TaskAsync(group);
        Assert.False((bool)task["suspended"]!);
        Assert.True((DateTimeOffset)task["dueAt"]! >= before.AddDays(7), $"{before} {task["dueAt"]}");
        Assert.Contains(task["dueReasoning"]!.AsArray(), sentence => ((string)sentence!).Contains("15.06.2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Darmstadt, "tiefbau")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task Who_does_not_pay_gets_no_permit(string ags, string group)
    {
        await using var journey = await AssessedAsync(ags);
        await journey.DecideAsync(group);
        await (ags == Darmstadt ? journey.DecideAsync(group, clerk: "carla") : journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal));

        await journey.AdvanceAsync(days: 31);

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["unbezahlt.txt"], await journey.DocumentsAsync());
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task A_withdrawn_application_disappears_from_all_offices()
    {
        await using var journey = await CloseStreetAsync(Darmstadt);
        await journey.DecideAsync("feuerwehr", "agree");

        await journey.WithdrawAsync();
        await journey.AdvanceAsync(days: 60);

        Assert.Equal(("withdrawn", 0), (await journey.StateAsync(), (await journey.DesksAsync()).Count));
        Assert.Empty(await journey.DocumentsAsync());
    }

    [Fact]
    public async Task A_withdrawn_application_disappears_from_the_neighbours_desk()
    {
        await using var journey = await AssessedAsync(Fischbachtal);
        await journey.DecideAsync("gemeindeverwaltung");

        await journey.WithdrawAsync();

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Empty(await journey.DesksAsync(Modautal));
    }

    [Fact]
    public async Task What_costs_more_than_a_payment_platform_takes_goes_on_an_invoice()
    {
        await using var journey = await StartAsync(Darmstadt, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "aussengastronomie", Gigantic, "lageplan", "versicherung");
        foreach (var office in FourOffices)
            await journey.DecideAsync(office, "agree");
        await journey.DecideAsync("tiefbau", clerk: "anna");
        await journey.DecideAsync("tiefbau", clerk: "bernd");

        Assert.Null((await journey.StatusAsync())["payment"]);
        Assert.DoesNotContain("paymentRequested", await journey.TimelineAsync());
        Assert.Contains("2.120.040,00 €", await journey.DocumentAsync("erlaubnis.txt"), StringComparison.Ordinal);
        var facts = Assert.Single(await journey.DeliveriesAsync()).Value["facts"]!;
        Assert.Equal((true, 212_004_000), ((bool)facts["conditions"]!["invoice"]!, (int)facts["amounts"]!["gebuehr"]!));
    }

    // A crane on half a hectare of the inner city, for a year.
    private static void Gigantic(JsonNode application)
    {
        application["ort"]!["zone"] = "innenstadt";
        application["nutzung"]!["art"] = "kran";
        application["nutzung"]!["flaecheM2"] = 5000;
        application["nutzung"]!["von"] = "2026-07-01";
        application["nutzung"]!["bis"] = "2027-06-30";
    }
}
