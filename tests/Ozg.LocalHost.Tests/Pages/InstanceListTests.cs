using System.Net;
using System.Text.Json.Nodes;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Pages;

public sealed class InstanceListTests
{
    [Fact]
    public async Task Instances_come_page_by_page_the_newest_first()
    {
        await using var arrange = await Arrange.HostAsync();
        foreach (var id in (string[])["a", "b", "c", "d"])
        {
            await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, id));
            if (id != "b") // b and c begin at the same time
                await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var first = await arrange.GetAsync("/local/instances?limit=2");
        var second = await arrange.GetAsync($"/local/instances?limit=2&cursor={Uri.EscapeDataString((string)first["cursor"]!)}");

        Assert.Equal(["d", "c"], Ids(first));
        Assert.Equal(["b", "a"], Ids(second));
        Assert.Null(second["cursor"]);
    }

    [Theory]
    [InlineData("status=Running", "waiting")]
    [InlineData("status=completed", "müller-1,done")]
    [InlineData("name=fourw", "waiting")]
    [InlineData("name=sum&status=Running", "")]
    [InlineData("text=DON", "done")] // id
    [InlineData("text=weeks", "waiting")] // name
    [InlineData("text=Müller", "müller-1")] // id, as it stands; input, as JSON has it
    [InlineData("text=Jürgen", "müller-1")]
    [InlineData("text=%25", "")] // a percent sign is no wildcard
    [InlineData("text=_", "")]
    [InlineData("", "müller-1,waiting,done")]
    public async Task A_filter_narrows_by_status_name_and_text(string query, string expected)
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1, "done"));
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));
        await arrange.StartAsync(nameof(Orchestrators.FourWeeks), id: "waiting");
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sender), "Jürgen", "müller-1"));

        var found = await arrange.GetAsync($"/local/instances?{query}");

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), Ids(found));
    }

    [Theory]
    [InlineData("status=Sleeping", "Unknown status 'Sleeping'")]
    [InlineData("status=17", "Unknown status '17'")]
    [InlineData("limit=0", "limit is a number from 1 to 200")]
    [InlineData("limit=many", "limit is a number from 1 to 200")]
    [InlineData("cursor=next", "cursor is not one that a list gave")]
    public async Task A_list_says_what_it_does_not_understand(string query, string why)
    {
        await using var arrange = await Arrange.HostAsync();

        await arrange.Http.GetAsync($"/local/instances?{query}", Arrange.Patience).AssertRefusedAsync(HttpStatusCode.BadRequest, why);
    }

    private static IEnumerable<string?> Ids(JsonNode page) => page["items"]!.AsArray().Select(one => (string?)one!["instanceId"]);
}
