using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Desk;

/// <summary>The applicant sends something while a clerk decides.</summary>
public sealed class ChangedCaseTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private JsonNode _receipt = null!;
    private string _anna = "";
    private JsonNode _task = null!;

    public async Task InitializeAsync()
    {
        _pipeline = await StartWithTestCatalogueAsync();
        _receipt = await _pipeline.SubmitTestAsync(TestCatalogue.FourEyes);
        _anna = await _pipeline.TokenAsync(Darmstadt, "anna");
        _task = Assert.Single(await _pipeline.TasksAsync(Darmstadt, _anna, _receipt));
    }

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task Who_says_what_they_have_read_does_not_decide_on_what_they_have_not()
    {
        var read = await TagAsync();
        await _pipeline.SupplementAsync(_receipt, new { message = "Bitte lesen Sie das noch." });

        using var outdated = await DecideAsync("approve", read);
        Assert.EndsWith("/case-changed", (string)(await JsonOf(outdated, HttpStatusCode.PreconditionFailed))["type"]!, StringComparison.Ordinal);
        using var decided = await DecideAsync("approve", await TagAsync());

        Assert.Equal(HttpStatusCode.Accepted, decided.StatusCode);
    }

    [Fact]
    public async Task What_a_colleague_does_meanwhile_does_not_change_what_was_read()
    {
        var read = await TagAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ActAsync(Darmstadt, _anna, _task, "claim")).StatusCode);
        await _pipeline.IdleAsync();

        using var decided = await DecideAsync("approve", read);

        Assert.Equal(HttpStatusCode.Accepted, decided.StatusCode);
    }

    [Fact]
    public async Task Nobody_approves_while_what_has_changed_is_being_checked_again()
    {
        await CheckingAgainAsync();

        using var approved = await DecideAsync("approve", read: null);
        Assert.EndsWith("/checked-again", (string)(await JsonOf(approved, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
        using var asked = await DecideAsync("requestInformation", read: null);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
    }

    // As a register leaves it that is down when it is asked again.
    private async Task CheckingAgainAsync()
    {
        var cases = _pipeline.Service<CaseProjection>();
        var current = (await cases.FindAsync(new((string)_receipt["id"]!), CancellationToken.None))!;
        var manifest = await _pipeline.Service<SubmissionStore>().ReadAsync(current.Id, CancellationToken.None);
        var plan = await _pipeline.Service<PlanStore>().ReadAsync(manifest.PlanHash, CancellationToken.None);
        await cases.ShowAsync(current with { Version = current.Version + 1, Rechecks = ["check"] }, plan.Process, manifest, CancellationToken.None);
    }

    private async Task<string> TagAsync()
    {
        using var file = await _pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/applications/{_receipt["id"]}", _anna);
        return file.Headers.ETag!.Tag;
    }

    private async Task<HttpResponseMessage> DecideAsync(string outcome, string? read)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/tasks/{_task["taskId"]}/decision") { Content = JsonContent.Create(new { outcome, reason = "Weil." }) };
        request.Headers.Authorization = new("Bearer", _anna);
        if (read is not null)
            request.Headers.Add("If-Match", read);
        return await _pipeline.Http.SendAsync(request);
    }
}
