using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ozg.Functions.Tests.Soak;

/// <summary>Whether all that was promised for one application holds, as far as the public API shows it.</summary>
internal static class CaseCheck
{
    private static readonly string[] Final = ["completed", "rejected"];

    public static async Task<JsonNode> StatusAsync(HttpClient http, SoakCase one)
    {
        using var answer = await http.GetAsync(one.StatusPath);
        return await Pipeline.JsonOf(answer, HttpStatusCode.OK);
    }

    public static bool IsFinal(JsonNode status) => Final.Contains((string?)status["status"]);

    /// <exception cref="Xunit.Sdk.XunitException">What does not hold.</exception>
    public static async Task<bool> HoldsAsync(HttpClient http, SoakCase one, Clerk clerk, BackOffice backOffice)
    {
        var status = await StatusAsync(http, one);
        Assert.Equal(one.IsApproved ? "completed" : "rejected", (string?)status["status"]);
        Assert.Equal((string?)one.Receipt!["reference"], (string?)status["reference"]);
        Assert.Equal([one.IsApproved ? "bescheid.txt" : "ablehnung.txt", "nachricht.txt"], status["documents"]!.AsArray().Select(document => (string)document!["name"]!));

        using var file = JsonDocument.Parse(await clerk.FileAsync(http, one.Id));
        Assert.True(JsonNode.DeepEquals(one.Application, JsonNode.Parse(file.RootElement.GetProperty("data").GetRawText())));
        Assert.Equal(one.FileHash is null ? [] : [one.FileHash], file.RootElement.GetProperty("attachments").EnumerateArray().Select(part => part.GetProperty("sha256").GetString()!));
        JournalHolds([.. file.RootElement.GetProperty("journal").EnumerateArray()], one);

        Assert.Equal(one.IsApproved, backOffice.Kept.TryGetValue($"{one.Id}.deliver", out var delivered));
        if (delivered is not null)
            Assert.True(JsonNode.DeepEquals(one.Application, JsonNode.Parse(delivered)!["application"]));
        return true;
    }

    private static void JournalHolds(IReadOnlyList<JsonElement> lines, SoakCase one)
    {
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.GetProperty("line").GetInt32()));

        // Each line holds the hash of the one before, over the very bytes that the case file shows.
        var hashes = lines.Select(line => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.GetRawText()))));
        Assert.Equal(["", .. hashes.SkipLast(1)], lines.Select(line => line.GetProperty("previous").GetString()!));

        var events = lines.Select(line => line.GetProperty("event")).ToList();
        Assert.Equal(one.Journal, events.Select(Kind).Where(kind => kind != "claimed"));
        var claims = events.Where(happened => Kind(happened) == "claimed").Select(happened => happened.GetProperty("task").GetString()).ToList();
        Assert.Equal(claims.Distinct(), claims);
    }

    private static string Kind(JsonElement happened) => happened.GetProperty("kind").GetString()!;
}
