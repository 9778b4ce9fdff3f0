using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Upgrade;

/// <summary>A case runs to its end on what it started with: its form too, whatever the catalogue says since.</summary>
public sealed class CatalogueChangeTests
{
    private const string Kommune = "kommunen/06411000-test.yaml";
    private const string Document = $"leistungen/{TestCatalogue.Plain}/leistung.yaml";
    private const string Form = $"leistungen/{TestCatalogue.Plain}/form.schema.json";
    private const string Example = $"leistungen/{TestCatalogue.Plain}/examples/standard.json";

    public static TheoryData<string> Changes => ["offered no more", "another form"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_running_case_keeps_the_form_that_it_came_with(string change)
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await pipeline.RestartOnAsync(Changed(change));

        await AskAsync(pipeline, receipt, "/menge");
        var asked = Assert.Single((await pipeline.StatusAsync(receipt))["openRequests"]![0]!["fields"]!.AsArray())!;
        Assert.Equal("Menge", (string?)asked["label"]);
        using var body = new MultipartFormDataContent
        {
            { JsonContent.Create(new { fields = new Dictionary<string, object> { ["/menge"] = 9 } }), "supplement" },
            { new ByteArrayContent([.. "%PDF-1.7\n"u8, 1, 2, 3]), "nachweis", "nachweis.pdf" },
        };
        await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", body), HttpStatusCode.Accepted);
        await pipeline.IdleAsync();
        var refused = await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", JsonContent.Create(new { fields = new { } })), HttpStatusCode.BadRequest);
        Assert.EndsWith("/empty-supplement", (string)refused["type"]!, StringComparison.Ordinal);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.Contains("9 Stück", await pipeline.DocumentAsync(receipt, "bescheid.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_the_old_form_does_not_have_cannot_come_into_an_old_case(string change)
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await pipeline.RestartOnAsync(Changed(change));

        var field = await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", JsonContent.Create(new { fields = new Dictionary<string, object> { ["/grund"] = "Umzug" } })), HttpStatusCode.BadRequest);
        using var body = new MultipartFormDataContent
        {
            { JsonContent.Create(new { message = "Hier" }), "supplement" },
            { new ByteArrayContent([.. "%PDF-1.7\n"u8, 1]), "lageplan", "plan.pdf" },
        };
        var file = await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", body), HttpStatusCode.BadRequest);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        var question = await JsonOf(await pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "requestInformation", reason = "Warum?", fields = new[] { "/grund" } }), HttpStatusCode.BadRequest);

        Assert.Equal("#/grund", (string?)field["errors"]![0]!["pointer"]);
        Assert.EndsWith("/unknown-attachment-kind", (string)file["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("/invalid-fields", (string)question["type"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_same_application_again_still_gives_its_receipt(string change)
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var application = new { name = "Erika", menge = 3, steuernummer = "12/345" };
        var first = await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(application), "key", TestCatalogue.Plain), HttpStatusCode.Accepted);
        await pipeline.IdleAsync();
        await pipeline.RestartOnAsync(Changed(change));

        var again = await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(application), "key", TestCatalogue.Plain), HttpStatusCode.Accepted);

        Assert.Equal(((string?)first["id"], (string?)first["receivedAt"]), ((string?)again["id"], (string?)again["receivedAt"]));
    }

    [Fact]
    public async Task A_new_application_gets_what_the_catalogue_says_now()
    {
        var old = new { name = "Erika", menge = 3 };
        await using var pipeline = await StartWithTestCatalogueAsync();

        await pipeline.RestartOnAsync(Changed("another form"));
        var incomplete = await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(old), leistung: TestCatalogue.Plain), HttpStatusCode.BadRequest);
        Assert.Equal("#/grund", (string?)Assert.Single(incomplete["errors"]!.AsArray())!["pointer"]);
        await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(new { name = "Erika", menge = 3, grund = "Umzug" }), leistung: TestCatalogue.Plain), HttpStatusCode.Accepted);
        await pipeline.IdleAsync();

        await pipeline.RestartOnAsync(Changed("offered no more"));
        await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(old), leistung: TestCatalogue.Plain), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_case_from_before_forms_were_kept_is_held_against_todays_form_while_there_is_one()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await ForgetFormAsync(pipeline, receipt);

        await pipeline.RestartOnAsync(Changed("another form"));
        var tooMany = await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", JsonContent.Create(new { fields = new Dictionary<string, object> { ["/menge"] = 9 } })), HttpStatusCode.BadRequest);
        Assert.Equal("#/menge", (string?)Assert.Single(tooMany["errors"]!.AsArray())!["pointer"]); // that it lacks the new field is not to be mended now
        await pipeline.SupplementAsync(receipt, new { fields = new Dictionary<string, object> { ["/menge"] = 4 } });

        await pipeline.RestartOnAsync(Changed("offered no more"));
        await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", JsonContent.Create(new { message = "Fünf" })), HttpStatusCode.NotFound);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    private static async Task ForgetFormAsync(Pipeline pipeline, JsonNode receipt)
    {
        var (blobs, name) = (pipeline.Service<Platform.Storage.Blobs>(), $"{Darmstadt}/{receipt["id"]}/manifest.json");
        var manifest = JsonNode.Parse(await blobs.ReadAsync(name, CancellationToken.None))!.AsObject();
        Assert.True(manifest.Remove("formHash"));
        await blobs.WriteAsync(name, BinaryData.FromString(manifest.ToJsonString()), "application/json", CancellationToken.None);
    }

    private static string Changed(string change) => change == "another form"
        ? TestCatalogue.Changed(
            (Form, "\"required\": [", "\"required\": [\"grund\", "),
            (Form, "\"properties\": {", "\"properties\": { \"grund\": { \"title\": \"Grund\", \"type\": \"string\" },"),
            (Form, "\"maximum\": 100", "\"maximum\": 5"),
            (Form, "\"title\": \"Menge\"", "\"title\": \"Anzahl\""),
            (Example, "{ ", "{ \"grund\": \"Umzug\", "),
            (Document, "kind: nachweis", "kind: lageplan"))
        : TestCatalogue.Changed((Kommune, $"  - leistung: {TestCatalogue.Plain}\n", ""));

    private static async Task AskAsync(Pipeline pipeline, JsonNode receipt, string field)
    {
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        using var asked = await pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "requestInformation", reason = "Wie viele?", fields = new[] { field } });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await pipeline.IdleAsync();
    }
}
