using System.Net;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ServiceJourney;
using static Ozg.Functions.Tests.Services.StreetUse;

namespace Ozg.Functions.Tests.Services;

/// <summary>Less is permitted than was applied for, or a permit goes on.</summary>
public sealed class SondernutzungGrantTests
{
    private const string Area = "/nutzung/flaecheM2";

    [Fact]
    public async Task A_smaller_area_is_granted_by_two_clerks_for_the_fee_of_the_smaller_area()
    {
        await using var journey = await AgreedOutdoorsAsync();
        await journey.GrantAsync("tiefbau", "Für mehr ist der Gehweg zu schmal.", new() { [Area] = 6 });

        var change = Assert.Single((await journey.FileAsync())["changes"]!.AsArray())!;
        Assert.Equal(("anna", Area, 12.5, 6), ((string?)change["by"]!["clerk"], (string?)change["fields"]![0]!["pointer"], (double)change["fields"]![0]!["appliedFor"]!, (int)change["fields"]![0]!["granted"]!));
        Assert.True((bool)(await journey.TaskAsync("tiefbau"))["proposesChange"]!);
        Assert.Empty((await journey.StatusAsync())["changes"]!.AsArray());

        await journey.DecideAsync("tiefbau", reason: "Geprüft.", clerk: "carla");
        Assert.Contains("Das Amt genehmigt einen Teil Ihres Antrags", (await journey.SentencesAsync())[^1], StringComparison.Ordinal);
        Assert.Equal(("awaitingPayment", 12_400), (await journey.StateAsync(), (int)(await journey.StatusAsync())["payment"]!["amountCents"]!));
        await journey.PayAsync();

        Assert.Equal(["erlaubnis-teilweise.txt", "nachricht.txt"], await journey.DocumentsAsync());
        var permit = await journey.DocumentAsync("erlaubnis-teilweise.txt");
        Assert.Contains("Der Grund: Für mehr ist der Gehweg zu schmal.", permit, StringComparison.Ordinal);
        Assert.Contains("Fläche: 6 Quadratmeter", permit, StringComparison.Ordinal);
        Assert.Contains("Bitte halten Sie diese Auflagen ein: Der Fluchtweg bleibt frei.", permit, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 124,00 €", permit, StringComparison.Ordinal);
        Assert.Contains("Ergebnis: zum Teil genehmigt", await journey.DocumentAsync("nachricht.txt"), StringComparison.Ordinal);
        Assert.Contains("grantedInPart", await journey.TimelineAsync());
        var granted = Assert.Single((await journey.StatusAsync())["changes"]!.AsArray())!;
        Assert.Equal(("Fläche in Quadratmetern", 12.5, 6), ((string?)granted["label"], (double)granted["appliedFor"]!, (int)granted["granted"]!));
        Assert.Equal(6, (int)(await journey.DeliveriesAsync())["deliver"]["application"]!["nutzung"]!["flaecheM2"]!);
        Assert.Empty((await journey.FileAsync())["supplements"]!.AsArray());
    }

    [Fact]
    public async Task Who_reads_the_case_after_a_grant_in_part_can_decide_on_what_they_have_read()
    {
        await using var journey = await AgreedOutdoorsAsync();
        await journey.GrantAsync("tiefbau", "Für mehr ist der Gehweg zu schmal.", new() { [Area] = 6 });
        await journey.DecideAsync("tiefbau", clerk: "carla");
        await journey.PayAsync();
        await journey.ReviewAsync("tiefbau", "Der Rettungsweg ist zugestellt.");

        using var decided = await journey.DecideOnReadAsync("tiefbau", clerk: "carla");

        Assert.Equal(HttpStatusCode.Accepted, decided.StatusCode);
    }

    [Fact]
    public async Task The_neighbour_who_would_grant_something_else_asks_the_village_again()
    {
        await using var journey = await AssessedAsync(Fischbachtal);
        await journey.GrantAsync("gemeindeverwaltung", "Daneben steht der Brunnen.", new() { [Area] = 4 });
        await journey.GrantAsync("bauamt", "Zwei Meter gehören zur Straße.", new() { [Area] = 2 }, "vera", Modautal);
        Assert.Empty(await journey.DesksAsync(Modautal));

        await journey.DecideAsync("gemeindeverwaltung");
        await journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal);
        await journey.PayAsync();

        var permit = await journey.DocumentAsync("erlaubnis-teilweise.txt");
        Assert.Contains("Der Grund: Zwei Meter gehören zur Straße.", permit, StringComparison.Ordinal);
        Assert.Contains("Fläche: 2 Quadratmeter", permit, StringComparison.Ordinal);
        Assert.DoesNotContain("Auflagen", permit, StringComparison.Ordinal);
        Assert.Equal(2, (await journey.FileAsync())["changes"]!.AsArray().Count);
    }

    [Fact]
    public async Task If_the_neighbour_would_grant_all_nothing_is_left_of_the_proposal()
    {
        await using var journey = await AssessedAsync(Fischbachtal);
        await journey.GrantAsync("gemeindeverwaltung", "Daneben steht der Brunnen.", new() { [Area] = 4 });
        await journey.GrantAsync("bauamt", "Der Brunnen steht weit genug weg.", new() { [Area] = 6 }, "vera", Modautal);
        await journey.DecideAsync("gemeindeverwaltung");
        await journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal);
        await journey.PayAsync();

        Assert.Contains("erlaubnis.txt", await journey.DocumentsAsync());
        Assert.Empty((await journey.StatusAsync())["changes"]!.AsArray());
    }

    [Theory]
    [InlineData("nothing-changed", "#/changes", Area, "12.5")]
    [InlineData("invalid-changes", "#/changes/~1ort~1strasse", "/ort/strasse", "\"Hauptstraße\"")]
    [InlineData("invalid-changes", "#/nutzung/flaecheM2", Area, "0")]
    [InlineData("invalid-changes", "#/nutzung/bis", "/nutzung/bis", "\"2026-06-09\"")]
    [InlineData("reason-missing", "#/reason", Area, "6", "approve", null)]
    [InlineData("invalid-changes", "#/changes", Area, "6", "reject")]
    public async Task What_an_approval_may_not_change_is_refused_and_nothing_is_decided(
        string code, string at, string pointer, string value, string outcome = "approve", string? reason = "Zu groß.")
    {
        await using var journey = await AgreedOutdoorsAsync();

        await RefusedAsync(await journey.TryGrantAsync("tiefbau", reason, new() { [pointer] = JsonNode.Parse(value) }, outcome: outcome), HttpStatusCode.BadRequest, code, at);

        Assert.Equal(["/nutzung/flaecheM2", "/nutzung/von", "/nutzung/bis"], (await journey.TaskAsync("tiefbau"))["mayChange"]!.AsArray().Select(field => (string?)field));
        Assert.Empty((await journey.FileAsync())["changes"]!.AsArray());
    }

    [Theory]
    [InlineData(Darmstadt, "tiefbau")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task A_permit_is_extended_by_a_new_one_that_names_it(string ags, string group)
    {
        await using var journey = await StartAsync(ags, "sondernutzung");
        await journey.SubmitAsync(example => example["nutzung"]!["verlaengerungVon"] is not null);
        foreach (var office in await journey.DesksAsync())
            await journey.DecideAsync(office, "agree");
        await journey.DecideAsync(group);
        await (ags == Darmstadt ? journey.DecideAsync(group, clerk: "carla") : journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal));
        await journey.PayAsync();

        Assert.Contains("wir verlängern Ihre Erlaubnis mit dem Aktenzeichen 2026-004711.", await journey.DocumentAsync("verlaengerung.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("erlaubnis.txt", await journey.DocumentsAsync());
    }

    [Fact]
    public async Task Whose_permit_was_extended_is_not_told_to_clear_the_street()
    {
        await using var journey = await PermittedAsync(Fischbachtal);
        await journey.AdvanceAsync(days: 21);

        Assert.Contains("Haben wir die Erlaubnis verlängert? Dann gilt die neue Erlaubnis, und Sie müssen nichts tun.\nSonst räumen Sie", await journey.DocumentAsync("ende.txt"), StringComparison.Ordinal);
    }
}
