using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Desk;

/// <summary>What the VwVfG orders around a decision: a hearing before a rejection, an approval when nobody decides.</summary>
public sealed class LawTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;

    public async Task InitializeAsync() => _pipeline = await StartWithTestCatalogueAsync();

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task Before_a_rejection_the_applicant_is_heard_and_can_change_the_clerks_mind()
    {
        var receipt = await RejectedAsync();
        var asked = await _pipeline.StatusAsync(receipt);
        Assert.Equal("awaitingApplicant", (string?)asked["status"]);
        var hearing = Assert.Single(asked["openRequests"]!.AsArray())!;
        Assert.Equal(("hearing", "Es fehlt der Nachweis."), ((string?)hearing["kind"], (string?)hearing["text"]));
        Assert.Equal("hearing", (string?)asked["timeline"]!.AsArray()[^1]!["event"]);

        await _pipeline.SupplementAsync(receipt, new { message = "Ich habe ihn doch." });

        Assert.True((bool)(await TaskAsync(receipt))["heard"]!);
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task An_applicant_who_says_nothing_is_rejected_after_the_hearing()
    {
        var receipt = await RejectedAsync();
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(19));

        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt, "reject", "Es fehlt immer noch der Nachweis.");

        var status = await _pipeline.StatusAsync(receipt);
        Assert.Equal("rejected", (string?)status["status"]);
        Assert.Single(status["timeline"]!.AsArray(), entry => (string)entry!["event"]! == "hearing");
        Assert.Contains("Es fehlt immer noch der Nachweis.", await _pipeline.DocumentAsync(receipt, "bescheid.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_decides_in_three_months_counts_as_approved()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Fiction);
        Assert.Equal("2026-09-01T22:00:00+00:00", (string?)(await TaskAsync(receipt))["deemedAt"]);

        await _pipeline.AdvanceAsync(TimeSpan.FromDays(93));

        Assert.Equal("completed", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task The_authority_extends_the_fiction_once_and_says_why()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Fiction);
        var task = await TaskAsync(receipt);
        Assert.Contains("extend", Outcomes(task));
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt, "extend", "Ein Gutachten steht aus.");

        var extended = await TaskAsync(receipt);
        Assert.DoesNotContain("extend", Outcomes(extended));
        Assert.True((DateTimeOffset)extended["deemedAt"]! > (DateTimeOffset)task["deemedAt"]!);
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(93));
        Assert.Equal("inProgress", (string?)(await _pipeline.StatusAsync(receipt))["status"]);
    }

    private static IEnumerable<string> Outcomes(JsonNode task) => task["outcomes"]!.AsArray().Select(outcome => (string)outcome!);

    private async Task<JsonNode> TaskAsync(JsonNode receipt) => Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt));

    private async Task<JsonNode> RejectedAsync()
    {
        var receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Hearing);
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), receipt, "reject", "Es fehlt der Nachweis.");
        return receipt;
    }
}
