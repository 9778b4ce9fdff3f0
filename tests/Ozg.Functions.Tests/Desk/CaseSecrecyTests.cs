using System.Net;
using System.Net.Http.Json;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Desk;

/// <summary>Who reads a case file, and how much of it.</summary>
public sealed class CaseSecrecyTests
{
    [Fact]
    public async Task A_colleague_whose_group_has_no_part_in_the_case_does_not_know_of_it()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var path = $"/api/kommunen/{Darmstadt}/applications/{receipt["id"]}";

        Assert.Equal(HttpStatusCode.NotFound, (await pipeline.SendAsync(HttpMethod.Get, path, await pipeline.TokenAsync(Darmstadt, "paula", "pruefung"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await pipeline.SendAsync(HttpMethod.Get, path, await pipeline.TokenAsync(Darmstadt, "anna", "amt"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await pipeline.SendAsync(HttpMethod.Get, path, await pipeline.TokenAsync(Darmstadt, "lisa", "leitung"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await pipeline.SendAsync(HttpMethod.Get, path, await pipeline.LeadAsync(Darmstadt, "lotte"))).StatusCode);
    }

    [Fact]
    public async Task A_helper_who_is_asked_for_an_opinion_reads_the_application_and_not_what_others_said()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Offices);
        var wish = new { to = Fischbachtal, group = "leitung", from = "2026-06-01", until = "2026-06-30", reason = "Urlaub." };
        await JsonOf(await pipeline.SendAsync(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/loans", await pipeline.LeadAsync(Darmstadt, "lotte"), JsonContent.Create(wish)), HttpStatusCode.Created);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna", "amt"), receipt, "object", "Kein Platz.");

        var helpers = await pipeline.FileAsync(receipt, await pipeline.TokenAsync(Fischbachtal, "vera"));
        var own = await pipeline.FileAsync(receipt, await pipeline.TokenAsync(Darmstadt, "paula", "pruefung"));

        Assert.Equal("Erika", (string?)helpers["data"]!["name"]);
        Assert.Empty(helpers["opinions"]!.AsArray());
        Assert.Equal(["received"], helpers["journal"]!.AsArray().Select(line => (string)line!["event"]!["kind"]!));
        Assert.Equal("Kein Platz.", (string?)Assert.Single(own["opinions"]!.AsArray())!["text"]);
    }
}
