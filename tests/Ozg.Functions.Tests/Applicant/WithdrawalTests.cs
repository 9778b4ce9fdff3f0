using System.Net;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Applicant;

/// <summary>An applicant takes the application back, as long as nothing is decided.</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public async Task A_withdrawn_application_ends_and_leaves_no_task()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);

        Assert.Equal(HttpStatusCode.Accepted, (await pipeline.ApplyAsync(receipt, "withdrawal")).StatusCode);
        await pipeline.IdleAsync();

        var status = await pipeline.StatusAsync(receipt);
        Assert.Equal("withdrawn", (string?)status["status"]);
        Assert.Equal("withdrawn", (string?)status["timeline"]!.AsArray()[^1]!["event"]);
        Assert.Empty(await pipeline.TasksAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt));
        Assert.Equal(HttpStatusCode.Accepted, (await pipeline.ApplyAsync(receipt, "withdrawal")).StatusCode);
    }

    [Fact]
    public async Task What_is_decided_cannot_be_withdrawn()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);

        using var answer = await pipeline.ApplyAsync(receipt, "withdrawal");

        var problem = await JsonOf(answer, HttpStatusCode.Conflict);
        Assert.EndsWith("/withdrawal-too-late", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Contains("schon entschieden", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_that_was_stored_and_not_raised_is_raised_by_the_sweep()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await pipeline.Service<OutsideEvents>().StoreAsync(new((string)receipt["id"]!), new CaseEvent.Withdrawn { At = pipeline.Clock.GetUtcNow() }, CancellationToken.None);

        await pipeline.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("withdrawn", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Theory]
    [InlineData("supplements")]
    [InlineData("withdrawal")]
    public async Task Without_the_links_token_nothing_can_be_done(string act)
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);

        Assert.Equal(HttpStatusCode.Unauthorized, (await pipeline.SendAsync(HttpMethod.Post, $"/api/applications/{receipt["id"]}/{act}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await pipeline.SendAsync(HttpMethod.Post, $"/api/applications/{receipt["id"]}/{act}?token=wrong")).StatusCode);
    }
}
