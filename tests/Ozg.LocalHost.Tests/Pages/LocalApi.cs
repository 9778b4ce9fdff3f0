using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Ozg.Hosting.Tests.Pages;

/// <summary>Asks a host what its pages ask.</summary>
internal static class LocalApi
{
    public static async Task<JsonNode> GetAsync(this Arrange arrange, string path) =>
        (await arrange.Http.GetFromJsonAsync<JsonNode>(path, Arrange.Patience))!;

    public static Task<HttpResponseMessage> PostAsync(
        this Arrange arrange, string path, string body = "{}", string type = "application/json", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return arrange.Http.SendAsync(request, Arrange.Patience);
    }

    public static async Task AssertRefusedAsync(this Task<HttpResponseMessage> asked, HttpStatusCode status, string why)
    {
        using var answer = await asked;
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(Arrange.Patience), StringComparison.Ordinal);
    }
}
