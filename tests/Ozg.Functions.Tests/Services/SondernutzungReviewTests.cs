using System.Net;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.StreetUse;

namespace Ozg.Functions.Tests.Services;

/// <summary>While a permit holds, the authority looks at it again: it stays, or it is revoked after a hearing.</summary>
public sealed class SondernutzungReviewTests
{
    [Theory]
    [InlineData(Darmstadt, "tiefbau")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task A_permit_is_revoked_by_another_clerk_once_the_applicant_was_heard(string ags, string group)
    {
        await using var journey = await PermittedAsync(ags);
        Assert.True((bool)(await journey.FileAsync())["canBeReviewed"]!);
        await journey.ReviewAsync(group, "Der Rettungsweg ist zugestellt.");
        Assert.False((bool)(await journey.FileAsync())["canBeReviewed"]!);
        Assert.Equal("anna", (string?)(await journey.TaskAsync(group))["reviewOpenedBy"]);
        Assert.Contains("Der Rettungsweg ist zugestellt.", WordsOf(await journey.FileAsync()));

        await journey.DecideAsync(group, "reject", "Der Rettungsweg muss frei bleiben.", clerk: "carla");
        var hearing = Assert.Single((await journey.StatusAsync())["openRequests"]!.AsArray())!;
        Assert.Equal(("hearing", "Der Rettungsweg muss frei bleiben."), ((string?)hearing["kind"], (string?)hearing["text"]));
        await journey.SupplementAsync("Ich räume ihn jeden Abend.");
        await journey.DecideAsync(group, "reject", "Er muss auch am Tag frei bleiben.", clerk: "carla");

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("Der Grund: Er muss auch am Tag frei bleiben.", await journey.DocumentAsync("widerruf.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("ende.txt", await journey.DocumentsAsync());
        Assert.True((bool)(await journey.DeliveriesAsync())["deliver-widerruf"]["facts"]!["conditions"]!["widerrufen"]!);
        Assert.Equal(
            ["granted", "issued", "delivered", "notified", "reviewOpened", "revocationHearing", "supplemented", "revoked", "issued", "completed"],
            (await journey.TimelineAsync()).SkipWhile(entry => entry != "granted"));
        Assert.Equal("Der Vorgang ist abgeschlossen. Was genehmigt war, gilt nicht mehr.", (await journey.SentencesAsync())[^1]);
    }

    [Theory]
    [InlineData(Darmstadt, "tiefbau", 61)]
    [InlineData(Fischbachtal, "gemeindeverwaltung", 21)]
    public async Task A_permit_that_stays_runs_to_its_end_and_can_be_reviewed_again(string ags, string group, int days)
    {
        await using var journey = await PermittedAsync(ags);
        await journey.ReviewAsync(group, "Jemand hat sich beschwert.");
        await journey.DecideAsync(group, clerk: "carla");
        Assert.Equal("inProgress", await journey.StateAsync());

        await journey.ReviewAsync(group, "Jemand hat sich noch einmal beschwert.", clerk: "carla");
        await journey.DecideAsync(group);
        await journey.AdvanceAsync(days);

        Assert.Equal(("completed", true), (await journey.StateAsync(), (await journey.DocumentsAsync()).Contains("ende.txt")));
        Assert.Equal("Ihr Antrag ist abgeschlossen.", (await journey.SentencesAsync())[^1]);
        Assert.Equal(2, (await journey.TimelineAsync()).Count(entry => entry == "kept"));
    }

    [Fact]
    public async Task A_permit_that_has_ended_while_it_was_reviewed_is_not_revoked_any_more()
    {
        await using var journey = await PermittedAsync(Fischbachtal);
        await journey.AdvanceAsync(days: 15);
        await journey.ReviewAsync("gemeindeverwaltung", "Der Platz wird gebraucht.");
        await journey.DecideAsync("gemeindeverwaltung", "reject", "Der Platz wird gebraucht.", clerk: "carla");
        await journey.AdvanceAsync(days: 6);

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Empty(await journey.DesksAsync());
        Assert.Empty((await journey.StatusAsync())["openRequests"]!.AsArray());
        Assert.DoesNotContain("widerruf.txt", await journey.DocumentsAsync());
        await RefusedAsync(await journey.TryReviewAsync("gemeindeverwaltung", "Noch einmal."), HttpStatusCode.Conflict, "nothing-to-review");
    }

    [Fact]
    public async Task Who_opens_a_review_does_not_decide_it_nor_does_their_deputy()
    {
        await using var journey = await PermittedAsync(Darmstadt);
        await journey.ReviewAsync("tiefbau", "Der Rettungsweg ist zugestellt.");
        await journey.DeputyAsync(absent: "anna", deputy: "bernd");

        await RefusedAsync(await journey.TryDecideAsync("tiefbau", clerk: "anna"), HttpStatusCode.Conflict, "own-review");
        await RefusedAsync(await journey.TryDecideAsync("tiefbau", "reject", "Zugestellt.", clerk: "bernd"), HttpStatusCode.Conflict, "own-review");
        await RefusedAsync(await journey.TryReviewAsync("tiefbau", "Noch einer.", clerk: "carla"), HttpStatusCode.Conflict, "review-open");
    }

    [Fact]
    public async Task A_review_is_opened_by_those_whose_it_is_while_there_is_something_to_review()
    {
        await using var early = await AssessedAsync(Darmstadt);
        await RefusedAsync(await early.TryReviewAsync("tiefbau", "Zu früh."), HttpStatusCode.Conflict, "nothing-to-review");

        await using var journey = await PermittedAsync(Darmstadt);
        await RefusedAsync(await journey.TryReviewAsync("tiefbau", " "), HttpStatusCode.BadRequest, "reason-missing", "#/reason");
        await RefusedAsync(await journey.TryReviewAsync("feuerwehr", "Brandgefahr."), HttpStatusCode.Forbidden, "other-groups-task");
        await RefusedAsync(await journey.TryReviewAsync("steueramt", "Steuern."), HttpStatusCode.NotFound, "unknown-case");
        await RefusedAsync(await journey.TryReviewAsync("gemeindeverwaltung", "Nachbarn.", ags: Fischbachtal), HttpStatusCode.NotFound, "unknown-case");
    }

    private static IEnumerable<string?> WordsOf(JsonNode file) => file["words"]!.AsArray().Select(one => (string?)one!["text"]);
}
