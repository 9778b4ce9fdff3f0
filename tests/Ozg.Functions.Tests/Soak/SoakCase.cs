using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Soak;

/// <summary>One application: what is sent, what the clerks decide, and what has to come of it.</summary>
internal sealed class SoakCase
{
    private static readonly string[] Steps = ["assess.1", "assess.2", "ordnungsamt.1"];

    private SoakCase(string kommune, string key, JsonNode application, byte[]? file, IReadOnlyList<string> decisions, bool sendsTwice) =>
        (Kommune, Key, Application, File, Decisions, SendsTwice) = (kommune, key, application, file, decisions, sendsTwice);

    public string Kommune { get; }

    /// <summary>The form's Idempotency-Key.</summary>
    public string Key { get; }

    public JsonNode Application { get; }

    /// <summary>An attachment; null for an application without one.</summary>
    public byte[]? File { get; }

    public string? FileHash => File is null ? null : Convert.ToHexStringLower(SHA256.HashData(File));

    /// <summary>In their order; a rejection is the last.</summary>
    public IReadOnlyList<string> Decisions { get; }

    /// <summary>An impatient applicant: the form is sent again after its receipt.</summary>
    public bool SendsTwice { get; }

    public bool IsApproved => Decisions[^1] == "approve";

    /// <summary>The kinds of its journal's lines, without the claims.</summary>
    public IReadOnlyList<string> Journal =>
    [
        "received", "checked", .. Decisions.Select(decision => decision == "approve" ? "approved" : "rejected"), "issued",
        .. (IsApproved ? (ReadOnlySpan<string>)["published", "delivered"] : []), "notified",
    ];

    /// <summary>What the form got; null as long as it has not.</summary>
    public JsonNode? Receipt { get; set; }

    public string Id => (string)Receipt!["id"]!;

    public string StatusPath => new Uri((string)Receipt!["statusUrl"]!).PathAndQuery;

    /// <summary>What a clerk decides on a task of this case: <c>approve</c> or <c>reject</c>.</summary>
    public string DecisionOn(string taskId) => Decisions[Array.FindIndex(Steps, step => taskId.EndsWith(step, StringComparison.Ordinal))];

    public static SoakCase Make(int number, Random random, JsonNode standard, JsonNode dangerous)
    {
        var kommune = random.Next(3) == 0 ? Fischbachtal : Darmstadt;
        var isDangerous = random.Next(4) == 0;
        var application = (isDangerous ? dangerous : standard).DeepClone();
        application["hund"]!["name"] = $"Bello {number}";
        byte[]? file = random.Next(4) == 0 ? [.. "%PDF-1.7\n"u8, .. Bytes(random, random.Next(1000, 300_000))] : null;

        var asked = isDangerous && kommune == Darmstadt ? 3 : 1; // four eyes, then the Ordnungsamt
        var approvals = random.Next(3) == 0 ? random.Next(asked) : asked;
        var decisions = Enumerable.Repeat("approve", approvals).Concat(approvals < asked ? ["reject"] : []).ToList();
        return new(kommune, $"soak-{number}", application, file, decisions, random.Next(5) == 0);
    }

    public HttpRequestMessage Request()
    {
        HttpContent body = JsonContent.Create(Application);
        if (File is not null)
        {
            var part = new ByteArrayContent(File) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
            body = new MultipartFormDataContent { { body, "application" }, { part, "kaufvertrag", "kaufvertrag.pdf" } };
        }

        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{Kommune}/leistungen/{DogTax}/applications") { Content = body };
        request.Headers.Add("Idempotency-Key", Key);
        return request;
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
