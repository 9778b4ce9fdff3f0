using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public sealed class HttpTests
{
    [Fact]
    public async Task Route_and_query_values_reach_the_parameters_of_their_names()
    {
        await using var arrange = await Arrange.HostAsync();

        var answer = await arrange.Http.GetFromJsonAsync<JsonObject>(
            "/api/people/Anna/greeting?times=3&id=7d0e6b8a-3b6c-4c6f-9d37-0a2b7f1f1f00&name=Query", Arrange.Patience);

        Assert.Equal("Anna", (string?)answer!["name"]);
        Assert.Equal(3, (int)answer["times"]!);
        Assert.Equal("7d0e6b8a-3b6c-4c6f-9d37-0a2b7f1f1f00", (string?)answer["id"]);
        Assert.Equal(["Greet GET True"], arrange.Probe.Seen);
    }

    [Fact]
    public async Task A_body_is_read_as_json_or_text_and_a_result_is_written_as_what_it_is()
    {
        await using var arrange = await Arrange.HostAsync();

        var person = await arrange.Http.PutAsJsonAsync("/api/Echo", new Person("Bo", 41), Arrange.Patience);
        var text = await arrange.Http.PostAsync("/api/Text", new StringContent("Grüße", Encoding.UTF8), Arrange.Patience);
        var old = await arrange.Http.GetAsync("/api/OldStyle", Arrange.Patience);

        Assert.Equal(new Person("Bo", 42), await person.Content.ReadFromJsonAsync<Person>(Arrange.Patience));
        Assert.Equal("Grüße!", await text.Content.ReadAsStringAsync(Arrange.Patience));
        Assert.Equal(HttpStatusCode.Conflict, old.StatusCode);
        Assert.Equal("""{"method":"GET"}""", await old.Content.ReadAsStringAsync(Arrange.Patience));
    }

    [Theory]
    [InlineData("GET", "/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/people/Anna/greeting", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/Explode", HttpStatusCode.InternalServerError)]
    public async Task The_hosts_own_errors_are_problem_details_without_details(string method, string path, HttpStatusCode expected)
    {
        await using var arrange = await Arrange.HostAsync();

        var answer = await arrange.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Arrange.Patience);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(Arrange.Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_functions_own_404_stays_as_it_is()
    {
        await using var arrange = await Arrange.HostAsync();

        var answer = await arrange.Http.GetAsync("/api/NotHere", Arrange.Patience);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Keys_are_asked_for_only_when_enforced_and_stay_the_same_after_a_restart()
    {
        await using var open = await Arrange.HostAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await open.Http.GetAsync("/api/Guarded", Arrange.Patience)).StatusCode);

        await using var closed = await Arrange.HostAsync(options => options.EnforceKeys = true);
        var key = await File.ReadAllTextAsync(Path.Combine(closed.Folder, "function.key"), Arrange.Patience);
        var refused = await closed.Http.GetAsync("/api/Guarded?code=wrong", Arrange.Patience);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NoContent, (await closed.Http.GetAsync($"/api/Guarded?code={key}", Arrange.Patience)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await closed.Http.GetAsync("/api/people/Anna/greeting", Arrange.Patience)).StatusCode);

        await closed.Host.DisposeAsync();
        await using var again = await closed.NextHostAsync(options => options.EnforceKeys = true);
        again.Http.DefaultRequestHeaders.Add("x-functions-key", key);
        Assert.Equal(HttpStatusCode.NoContent, (await again.Http.GetAsync("/api/Guarded", Arrange.Patience)).StatusCode);
    }

    [Fact]
    public async Task A_function_gets_a_durable_client()
    {
        await using var arrange = await Arrange.HostAsync();

        var answer = await arrange.Http.PostAsync("/api/Begin", null, Arrange.Patience);
        var ended = await arrange.EndAsync((await answer.Content.ReadFromJsonAsync<string>(Arrange.Patience))!);

        Assert.Equal(6, ended.ReadOutputAs<int>());
    }
}
