using System.Net;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Organisation;

/// <summary>The second pair of eyes is a partner Kommune's: the task lies at their desk.</summary>
public sealed class PartnerTests
{
    [Fact]
    public async Task The_second_approval_comes_from_the_partners_desk()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.SecondPair);
        var (anna, petra, vera) = (await pipeline.TokenAsync(Darmstadt, "anna"), await pipeline.TokenAsync(Fischbachtal, "petra", "pruefung"), await pipeline.TokenAsync(Fischbachtal, "vera", "amt"));
        var path = $"/api/kommunen/{Fischbachtal}/applications/{receipt["id"]}";
        Assert.Equal(HttpStatusCode.NotFound, (await pipeline.SendAsync(HttpMethod.Get, path, petra)).StatusCode);
        await pipeline.DecideAsync(Darmstadt, anna, receipt);

        Assert.Empty(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        var second = Assert.Single(await pipeline.TasksAsync(Fischbachtal, petra, receipt));
        Assert.Equal((Fischbachtal, "anna"), ((string?)second["partner"], (string?)second["firstApprovalBy"]));
        Assert.Equal(HttpStatusCode.OK, (await pipeline.SendAsync(HttpMethod.Get, path, petra)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pipeline.SendAsync(HttpMethod.Get, path, vera)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await pipeline.ActAsync(Fischbachtal, vera, second, "claim")).StatusCode);
        await pipeline.DecideAsync(Fischbachtal, petra, receipt);

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.Empty(await pipeline.TasksAsync(Fischbachtal, petra, receipt));
        Assert.Equal(HttpStatusCode.NotFound, (await pipeline.SendAsync(HttpMethod.Get, path, petra)).StatusCode);
        var approvals = (await pipeline.FileAsync(receipt, anna))["journal"]!.AsArray().Select(line => line!["event"]!).Where(happened => (string)happened["kind"]! == "approved").ToList();
        Assert.Equal([null, Fischbachtal], approvals.Select(approved => (string?)approved["by"]!["partner"]));
    }

    [Fact]
    public async Task A_withdrawn_application_leaves_no_task_at_the_partners_desk()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.SecondPair);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        var petra = await pipeline.TokenAsync(Fischbachtal, "petra", "pruefung");
        Assert.Single(await pipeline.TasksAsync(Fischbachtal, petra, receipt));

        await pipeline.ApplyAsync(receipt, "withdrawal");
        await pipeline.IdleAsync();

        Assert.Empty(await pipeline.TasksAsync(Fischbachtal, petra, receipt));
    }
}
