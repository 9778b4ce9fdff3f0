using System.Net;

namespace Ozg.Hosting.Tests.Pages;

public sealed class PageFilesTests
{
    [Theory]
    [InlineData("/local", "text/html")]
    [InlineData("/local/instance?id=one", "text/html")]
    [InlineData("/local/queues", "text/html")]
    [InlineData("/local/queue", "text/html")]
    [InlineData("/local/message", "text/html")]
    [InlineData("/local/files/page.js", "text/javascript")]
    [InlineData("/local/files/page.css", "text/css")]
    [InlineData("/local/files/icon.svg", "image/svg+xml")]
    public async Task A_page_and_its_files_run_only_scripts_of_this_host(string path, string type)
    {
        await using var arrange = await Arrange.HostAsync();

        using var answer = await arrange.Http.GetAsync(path, Arrange.Patience);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'; script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_problem()
    {
        await using var arrange = await Arrange.HostAsync();

        await arrange.Http.GetAsync("/local/files/nothing.js", Arrange.Patience)
            .AssertRefusedAsync(HttpStatusCode.NotFound, "There is nothing at /local/files/nothing.js.");
    }
}
