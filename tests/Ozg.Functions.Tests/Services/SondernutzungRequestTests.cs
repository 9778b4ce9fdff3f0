using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.StreetUse;

namespace Ozg.Functions.Tests.Services;

/// <summary>What the applicant is asked, answers and changes while offices and clerks look at the application.</summary>
public sealed class SondernutzungRequestTests
{
    [Fact]
    public async Task Two_offices_ask_at_the_same_time_one_is_answered_and_the_others_time_runs_on()
    {
        await using var journey = await ServeOutdoorsAsync();
        await journey.DecideAsync("feuerwehr", "requestInformation", "Wie breit ist der Fluchtweg?");
        await journey.DecideAsync("stadtplanung", "requestInformation", "Welche Farbe haben die Schirme?");
        var fire = await RequestAsync("Wie breit ist der Fluchtweg?");
        var planning = await RequestAsync("Welche Farbe haben die Schirme?");

        await journey.AdvanceAsync(days: 2);
        await journey.AnswerAsync((string)fire["id"]!, "Zwei Meter.");

        Assert.Equal("awaitingApplicant", await journey.StateAsync());
        Assert.Equal(planning.ToJsonString(), Assert.Single(await RequestsAsync()).ToJsonString());
        Assert.Equal((false, true), ((bool)(await journey.TaskAsync("feuerwehr"))["suspended"]!, (bool)(await journey.TaskAsync("stadtplanung"))["suspended"]!));
        Assert.Equal(((string)fire["id"]!, "Zwei Meter."), SupplementOf(await journey.FileAsync()));

        await journey.AdvanceAsync(days: 21);
        Assert.Empty(await RequestsAsync());
        Assert.Equal("inProgress", await journey.StateAsync());

        async Task<IReadOnlyList<JsonNode>> RequestsAsync() => [.. (await journey.StatusAsync())["openRequests"]!.AsArray().Select(request => request!)];

        async Task<JsonNode> RequestAsync(string text) => (await RequestsAsync()).Single(request => (string)request["text"]! == text);

        static (string, string) SupplementOf(JsonNode file) =>
            Assert.Single(file["supplements"]!.AsArray()) is { } sent ? ((string)sent["request"]!, (string)sent["message"]!) : default;
    }

    [Fact]
    public async Task What_the_applicant_changes_between_two_approvals_the_first_pair_decides_again()
    {
        await using var journey = await AssessedAsync(Darmstadt);
        await journey.DecideAsync("tiefbau", clerk: "anna");
        Assert.Equal("anna", (string?)(await journey.TaskAsync("tiefbau"))["firstApprovalBy"]);

        await journey.SupplementAsync("Der Stand wird größer.", new() { ["/nutzung/flaecheM2"] = 6 });

        Assert.Null((await journey.TaskAsync("tiefbau"))["firstApprovalBy"]);
        await journey.DecideAsync("tiefbau", clerk: "carla");
        Assert.Equal(("inProgress", "carla"), (await journey.StateAsync(), (string?)(await journey.TaskAsync("tiefbau"))["firstApprovalBy"]));
        await journey.DecideAsync("tiefbau", clerk: "anna");

        Assert.Equal("awaitingPayment", await journey.StateAsync());
        await journey.PayAsync();
        Assert.Contains("Fläche: 6 Quadratmeter", await journey.DocumentAsync("erlaubnis.txt"), StringComparison.Ordinal);
    }
}
