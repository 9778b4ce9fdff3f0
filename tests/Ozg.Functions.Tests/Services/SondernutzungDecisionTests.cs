using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.StreetUse;

namespace Ozg.Functions.Tests.Services;

/// <summary>Who decides on the use of a street: objections, the hearing before a rejection, and four eyes.</summary>
public sealed class SondernutzungDecisionTests
{
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
        Assert.Equal(("hearing", "Der Fluchtweg wird zugestellt.", "2026-07-03T22:00:00+00:00"), ((string?)hearing["kind"], (string?)hearing["text"], (string?)hearing["dueAt"]));
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
        await journey.AdvanceAsync(days: 25); // 4 until it counts as made known, and 21
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
        await journey.AdvanceAsync(days: 26);
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
}
