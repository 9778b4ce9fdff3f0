using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Refusals;

/// <summary>What cannot be accepted.</summary>
public sealed class IntakeRefusalTests : Refusals
{
    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"a":1,"a":2}""")]
    public async Task Malformed_json(string body) => await RefusedAsync(PostAsync(body), HttpStatusCode.BadRequest, "malformed-json");

    [Fact]
    public async Task Bytes_that_are_no_utf8()
    {
        using var body = new ByteArrayContent([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "malformed-json");
    }

    [Fact]
    public async Task Json_nested_beyond_measure() =>
        await RefusedAsync(PostAsync("{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}"), HttpStatusCode.BadRequest, "malformed-json");

    [Fact]
    public async Task An_application_beyond_the_limit() =>
        await RefusedAsync(PostAsync("{\"a\":\"" + new string('x', 2_000_000) + "\"}"), HttpStatusCode.RequestEntityTooLarge, "application-too-large");

    [Fact]
    public async Task Another_media_type() =>
        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.UnsupportedMediaType, "unsupported-body");

    [Theory]
    [InlineData("99999999")]
    [InlineData("darmstadt")]
    [InlineData("0641100%20")]
    public async Task An_unknown_kommune(string ags)
    {
        await RefusedAsync(Pipeline.PostApplicationAsync(ags, JsonContent.Create(new { })), HttpStatusCode.NotFound, "unknown-kommune");
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{ags}/leistungen"), HttpStatusCode.NotFound, "unknown-kommune");
    }

    [Fact]
    public async Task An_unknown_leistung() =>
        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(new { }), leistung: "katzensteuer"), HttpStatusCode.NotFound, "unknown-leistung");

    [Fact]
    public async Task A_missing_field_is_named_in_the_citizens_words()
    {
        var application = await Pipeline.ExampleAsync(Darmstadt);
        application["antragsteller"]!.AsObject().Remove("familienname");

        var problem = await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(application)), HttpStatusCode.BadRequest, "invalid-application");

        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal("#/antragsteller/familienname", (string?)error["pointer"]);
        Assert.Contains("Familienname", (string?)error["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_told_in_english_to_whoever_prefers_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/kommunen/99999999/leistungen");
        request.Headers.AcceptLanguage.ParseAdd("fr, en-GB;q=0.9, de;q=0.5");

        using var answer = await Pipeline.Http.SendAsync(request);

        Assert.Equal("Municipality unknown", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]);
    }

    [Theory]
    [InlineData("", "invalid-idempotency-key")]
    [InlineData("two words", "invalid-idempotency-key")]
    public async Task An_idempotency_key_that_is_none(string key, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/leistungen/{DogTax}/applications") { Content = JsonContent.Create(new { }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);

        await RefusedAsync(Pipeline.Http.SendAsync(request), HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("passfoto", "%PDF-1.7 a", "unknown-attachment-kind", "„passfoto“ ist keine der vorgesehenen Anlagen.")]
    [InlineData("kaufvertrag", "", "empty-attachment", "Die Datei zu „Kaufvertrag oder Übernahmevertrag“ ist leer.")]
    [InlineData("kaufvertrag", "<html>", "attachment-type", "Die Datei zu „Kaufvertrag oder Übernahmevertrag“ hat ein anderes Format. Erlaubt sind: PDF, JPEG, PNG.")]
    public async Task A_file_that_cannot_be_taken_is_told_in_the_citizens_words(string kind, string content, string code, string words)
    {
        using var body = JourneyTests.Multipart(await Pipeline.ExampleAsync(Darmstadt), kind, "a.pdf", Encoding.UTF8.GetBytes(content));

        var problem = await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, code);

        Assert.Equal(words, (string?)Assert.Single(problem["errors"]!.AsArray())!["detail"]);
    }

    [Fact]
    public async Task A_file_beyond_the_limit()
    {
        var file = new byte[11 * 1024 * 1024];
        "%PDF-"u8.CopyTo(file);
        using var body = JourneyTests.Multipart(await Pipeline.ExampleAsync(Darmstadt), "kaufvertrag", "a.pdf", file);

        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.RequestEntityTooLarge, "attachment-too-large");
    }

    [Fact]
    public async Task Files_without_an_application()
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7 a"u8.ToArray()), "kaufvertrag", "a.pdf" } };

        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "missing-application-part");
    }

    [Fact]
    public async Task A_multipart_body_that_breaks_off()
    {
        using var body = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"application\"\r\n\r\n{"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "malformed-multipart");
    }

    [Fact]
    public async Task Whatever_json_comes_is_never_a_server_error() =>
        await AnyJson.SampleAsync(async json =>
        {
            using var answer = await PostAsync(json);
            Assert.InRange((int)answer.StatusCode, 200, 499);
        }, iter: 300);

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_multipart_body_without_a_proper_boundary(string type)
    {
        using var body = new ByteArrayContent("--b"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        await RefusedAsync(Pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.BadRequest, "malformed-multipart");
    }

    private static readonly Gen<string> AnyJson = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : Gen.OneOf(
            Gen.String.Select(text => JsonValue.Create(text).ToJsonString()),
            Gen.Double.Select(number => double.IsFinite(number) ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "1e999"),
            Gen.Bool.Select(yes => yes ? "true" : "null"),
            inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(Gen.OneOf(Gen.Const("antragsteller"), Gen.Const("hund"), Gen.Const("haltung"), Gen.Const("familienname"), Gen.Const("chip")), inner)
                .Array[0, 4].Select(fields => $"{{{string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}")));

    private Task<HttpResponseMessage> PostAsync(string body) =>
        Pipeline.PostApplicationAsync(Darmstadt, new StringContent(body, Encoding.UTF8, "application/json"));
}
