using System.Net;
using System.Text.Json.Nodes;

namespace Ozg.Functions.Tests.Refusals;

/// <summary>Each mistake gets its own problem; nothing is a 500.</summary>
public abstract class Refusals : IAsyncLifetime
{
    private protected Pipeline Pipeline { get; private set; } = null!;

    public async Task InitializeAsync() => Pipeline = await Pipeline.StartAsync();

    public async Task DisposeAsync() => await Pipeline.DisposeAsync();

    protected static async Task<JsonNode> RefusedAsync(Task<HttpResponseMessage> request, HttpStatusCode status, string code)
    {
        using var answer = await request;
        var problem = await Pipeline.JsonOf(answer, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"https://antrag.example/problems/{code}", (string?)problem["type"]);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
        return problem;
    }
}
