using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ozg.Hosting.Tests.Pages;

/// <summary>What a page of another site, open in the developer's browser, can do here: nothing.</summary>
public sealed class LocalOnlyTests
{
    private const string Added = "/local/tokens";

    [Theory]
    [InlineData("/local")]
    [InlineData("/local/instances")]
    [InlineData("/local/bus")]
    [InlineData("/local/clock")]
    [InlineData(Added)]
    public async Task A_foreign_name_for_this_machine_is_refused(string path)
    {
        await using var arrange = await HostAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "rebound.example" } };

        await arrange.Http.SendAsync(request, Arrange.Patience).AssertRefusedAsync(HttpStatusCode.Forbidden, "localhost only");
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task What_is_added_to_the_host_takes_nothing_from_another_site(string header, string value)
    {
        await using var arrange = await HostAsync();

        await arrange.PostAsync(Added, headers: (header, value)).AssertRefusedAsync(HttpStatusCode.Forbidden, "not taken from another site");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")] // curl -d
    [InlineData("application/json")]
    public async Task What_is_added_to_the_host_takes_what_it_likes_from_a_program(string type)
    {
        await using var arrange = await HostAsync();

        using var answer = await arrange.PostAsync(Added, "{}", type);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<Arrange> HostAsync() => Arrange.HostAsync(options => options.MapEndpoints = endpoints =>
    {
        endpoints.MapGet(Added, () => Results.Ok());
        endpoints.MapPost(Added, () => Results.Ok());
    });
}
