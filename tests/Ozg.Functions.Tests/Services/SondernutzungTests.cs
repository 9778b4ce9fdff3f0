using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>A street is used for something else: offices are asked at once, two people decide, the fee is paid, the end is watched.</summary>
public sealed class SondernutzungTests
{
    private const string Modautal = "06432013";

    private static readonly string[] SixOffices = ["ordnungsamt", "mobilitaet", "gruenflaechen", "feuerwehr", "stadtplanung", "nahverkehr"];
    private static readonly string[] FourOffices = ["ordnungsamt", "gruenflaechen", "feuerwehr", "stadtplanung"];

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
    public async Task An_objection_binds_nobody_the_clerks_can_permit_all_the_same()
    {
        await using var journey = await ObjectedAsync();

        await journey.DecideAsync("tiefbau", reason: "Das Zelt hat einen zweiten Ausgang.");
        await journey.DecideAsync("tiefbau", clerk: "carla");
        await journey.PayAsync();

        var permit = await journey.DocumentAsync("erlaubnis.txt");
        Assert.Contains("Art: Tische und Stühle (Außengastronomie)\nFläche: 12,5 Quadratmeter", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 222,00 €", permit, StringComparison.Ordinal);
        Assert.DoesNotContain("Fluchtweg", permit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_leads_to_a_rejection_only_after_the_applicant_was_heard()
    {
        await using var journey = await ObjectedAsync();
        await journey.DecideAsync("tiefbau", "reject", "Der Fluchtweg wird zugestellt.");
        var hearing = Assert.Single((await journey.StatusAsync())["openRequests"]!.AsArray())!;
        Assert.Equal(("hearing", "Der Fluchtweg wird zugestellt.", "2026-06-29T22:00:00+00:00"), ((string?)hearing["kind"], (string?)hearing["text"], (string?)hearing["dueAt"]));
        Assert.Empty(await journey.DesksAsync());

        await journey.SupplementAsync("Dann stelle ich nur drei Tische auf.");
        await journey.DecideAsync("tiefbau", "reject", "Auch mit drei Tischen bleibt der Fluchtweg zugestellt.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["ablehnung.txt", "nachricht.txt"], await journey.DocumentsAsync());
        Assert.Contains("Auch mit drei Tischen", await journey.DocumentAsync("ablehnung.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
        Assert.DoesNotContain("paymentRequested", await journey.TimelineAsync());
    }

    [Theory]
    [InlineData(Darmstadt, "tiefbau")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task Who_is_heard_and_says_nothing_is_rejected_on_what_is_there(string ags, string group)
    {
        await using var journey = await AssessedAsync(ags);
        await journey.DecideAsync(group, "reject", "Dort ist kein Platz.");
        await journey.AdvanceAsync(days: 21);
        Assert.Equal("awaitingApplicant", await journey.StateAsync());
        await journey.AdvanceAsync(days: 1);

        Assert.True((bool)(await journey.TaskAsync(group))["heard"]!);
        await journey.DecideAsync(group, "reject", "Dort ist kein Platz.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Contains("Der Grund: Dort ist kein Platz.", await journey.DocumentAsync("ablehnung.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task What_the_applicant_says_when_heard_can_turn_the_decision()
    {
        await using var journey = await ObjectedAsync();
        await journey.DecideAsync("tiefbau", "reject", "Der Fluchtweg wird zugestellt.");

        await journey.SupplementAsync("Ich nehme nur zwei Tische.", new() { ["/nutzung/flaecheM2"] = 6 });
        await journey.DecideAsync("tiefbau");
        await journey.DecideAsync("tiefbau", clerk: "carla");
        await journey.PayAsync();

        var permit = await journey.DocumentAsync("erlaubnis.txt");
        Assert.Contains("Fläche: 6 Quadratmeter", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 124,00 €", permit, StringComparison.Ordinal); // of the smaller area
    }

    [Fact]
    public async Task The_second_clerk_is_neither_the_first_nor_their_deputy()
    {
        await using var journey = await AssessedAsync(Darmstadt);
        await journey.DecideAsync("tiefbau", clerk: "anna");
        await journey.DeputyAsync(absent: "anna", deputy: "bernd");

        await RefusedAsync("anna", "same-clerk-twice");
        await RefusedAsync("bernd", "deputy-of-the-first");
        Assert.Equal("inProgress", await journey.StateAsync());
        await journey.DecideAsync("tiefbau", clerk: "carla");

        Assert.Equal("awaitingPayment", await journey.StateAsync());

        async Task RefusedAsync(string clerk, string code)
        {
            using var answer = await journey.TryDecideAsync("tiefbau", clerk: clerk);
            Assert.EndsWith($"/{code}", (string)(await JsonOf(answer, System.Net.HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_the_second_clerk_rejects_what_the_first_came_to_approve_the_applicant_is_heard_on_that_too()
    {
        await using var journey = await AssessedAsync(Darmstadt);
        await journey.DecideAsync("tiefbau", "reject", "Dort ist kein Platz.", clerk: "anna");
        await journey.SupplementAsync("Doch, neben dem Brunnen.");
        await journey.DecideAsync("tiefbau", clerk: "anna");

        await journey.DecideAsync("tiefbau", "reject", "Neben dem Brunnen ist Wochenmarkt.", clerk: "carla");

        Assert.Equal("Neben dem Brunnen ist Wochenmarkt.", (string?)Assert.Single((await journey.StatusAsync())["openRequests"]!.AsArray())!["text"]);
        Assert.Equal(["received", "checked", "hearing", "supplemented", "hearing"], await journey.TimelineAsync());
        await journey.AdvanceAsync(days: 22);
        await journey.DecideAsync("tiefbau", "reject", "Dort ist Wochenmarkt.", clerk: "carla");
        Assert.Equal(["received", "checked", "hearing", "supplemented", "hearing", "issued", "notified", "rejected"], await journey.TimelineAsync());
    }

    [Fact]
    public async Task In_the_village_the_second_pair_of_eyes_is_in_Modautal()
    {
        await using var journey = await AssessedAsync(Fischbachtal);
        await journey.DecideAsync("gemeindeverwaltung");
        Assert.Empty(await journey.DesksAsync());
        Assert.Equal(["bauamt"], await journey.DesksAsync(Modautal));

        await journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal);
        Assert.Equal(4000, (int)(await journey.StatusAsync())["payment"]!["amountCents"]!);
        await journey.PayAsync();

        Assert.Empty(await journey.DesksAsync(Modautal));
        var permit = await journey.DocumentAsync("erlaubnis.txt");
        Assert.StartsWith("Der Gemeindevorstand der Gemeinde Fischbachtal", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 40,00 €", permit, StringComparison.Ordinal);
        await journey.AdvanceAsync(days: 21);
        Assert.Equal("completed", await journey.StateAsync());
        Assert.Equal(["received", "checked", "paymentRequested", "paid", "granted", "issued", "delivered", "notified", "notified", "completed"], await journey.TimelineAsync());
        Assert.Equal("deliver", Assert.Single(await journey.DeliveriesAsync()).Key);
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

    private static async Task<IEnumerable<string>> OpinionsAsync(ServiceJourney journey) =>
        (await journey.FileAsync())["opinions"]!.AsArray().Select(opinion => $"{opinion!["group"]} {opinion["answer"]} {(bool)opinion["silent"]!}");

    // A crane and a closed street for two days.
    private static async Task<ServiceJourney> CloseStreetAsync(string ags)
    {
        var journey = await StartAsync(ags, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "kran", attachments: ["lageplan", "versicherung", "verkehrszeichenplan"]);
        return journey;
    }

    // Tables and chairs for a month, in the city.
    private static async Task<ServiceJourney> ServeOutdoorsAsync()
    {
        var journey = await StartAsync(Darmstadt, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "aussengastronomie", attachments: "lageplan");
        return journey;
    }

    private static async Task<ServiceJourney> ObjectedAsync()
    {
        var journey = await ServeOutdoorsAsync();
        await journey.DecideAsync("feuerwehr", "object", "Der Fluchtweg wird zugestellt.");
        foreach (var office in FourOffices.Except(["feuerwehr"]))
            await journey.DecideAsync(office, "notConcerned");
        Assert.Contains("feuerwehr object False", await OpinionsAsync(journey));
        return journey;
    }

    // An information stand for a day, on which every office has said yes.
    private static async Task<ServiceJourney> AssessedAsync(string ags)
    {
        var journey = await StartAsync(ags, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "infostand");
        foreach (var office in await journey.DesksAsync())
            await journey.DecideAsync(office, "agree");
        return journey;
    }
}
