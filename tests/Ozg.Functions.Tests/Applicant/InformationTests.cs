using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Applicant;

/// <summary>A clerk asks the applicant for something. For the wait: the answer comes, comes late, does not come.</summary>
public sealed class InformationTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task The_task_stands_still_until_the_answer_and_is_due_later()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        await pipeline.DecideAsync(Darmstadt, anna, receipt, "requestInformation", "Wie viele sind es wirklich?");

        var asked = await pipeline.StatusAsync(receipt);
        Assert.Equal("awaitingApplicant", (string?)asked["status"]);
        var request = Assert.Single(asked["openRequests"]!.AsArray())!;
        Assert.Equal(("information", "Wie viele sind es wirklich?", "2026-06-19T22:00:00+00:00"), ((string?)request["kind"], (string?)request["text"], (string?)request["dueAt"]));
        var waiting = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        Assert.True((bool)waiting["suspended"]!);
        Assert.DoesNotContain("requestInformation", waiting["outcomes"]!.AsArray().Select(outcome => (string?)outcome));

        await pipeline.AdvanceAsync(Week);
        await pipeline.SupplementAsync(receipt, new { message = "Es sind fünf.", fields = new Dictionary<string, object> { ["/menge"] = 5 } });

        anna = await pipeline.TokenAsync(Darmstadt, "anna");
        var resumed = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        Assert.False((bool)resumed["suspended"]!);
        Assert.True((DateTimeOffset)resumed["dueAt"]! > (DateTimeOffset)waiting["dueAt"]!);
        await pipeline.DecideAsync(Darmstadt, anna, receipt);

        Assert.Contains("5 Stück für 6.002,50 € ab 8. Juni 2026", await pipeline.DocumentAsync(receipt, "bescheid.txt"), StringComparison.Ordinal);
        Assert.Equal(["received", "checked", "informationRequested", "supplemented", "issued", "delivered", "completed"],
            (await pipeline.StatusAsync(receipt))["timeline"]!.AsArray().Select(entry => (string)entry!["event"]!));
    }

    [Fact]
    public async Task The_applicant_sees_which_fields_are_asked_about_in_their_own_language()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        await AcceptedAsync(pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "requestInformation", reason = "Stimmt das?", fields = new[] { "/menge", "/name", "/menge" } }));
        await pipeline.IdleAsync();

        Assert.Equal(["/menge Menge", "/name Name"], FieldsOf(await pipeline.StatusAsync(receipt)));
        using var english = new HttpRequestMessage(HttpMethod.Get, (string)receipt["statusUrl"]!) { Headers = { { "Accept-Language", "en" } } };
        Assert.Equal(["/menge Quantity", "/name Name"], FieldsOf(await JsonOf(await pipeline.Http.SendAsync(english), HttpStatusCode.OK)));
        var asked = Assert.Single((await pipeline.FileAsync(receipt, anna))["requests"]!.AsArray())!;
        Assert.Equal(("information", "Stimmt das?", "2026-06-19T22:00:00+00:00"), ((string?)asked["kind"], (string?)asked["text"], (string?)asked["dueAt"]));
        Assert.Equal(["/menge", "/name"], asked["fields"]!.AsArray().Select(field => (string)field!));

        static IEnumerable<string> FieldsOf(JsonNode status) =>
            Assert.Single(status["openRequests"]!.AsArray())!["fields"]!.AsArray().Select(field => $"{field!["pointer"]} {field["label"]}");
    }

    [Fact]
    public async Task Which_files_an_answer_may_bring_is_told_as_long_as_anything_can_be_added()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await AskedAsync(pipeline);

        var kind = Assert.Single((await pipeline.StatusAsync(receipt))["attachments"]!.AsArray())!;
        Assert.Equal("""{"kind":"nachweis","label":"Nachweis","description":"Wenn Sie einen haben.","maxBytes":100000,"mediaTypes":["application/pdf"]}""", kind.ToJsonString());
        (await pipeline.ApplyAsync(receipt, "withdrawal")).Dispose();
        await pipeline.IdleAsync();

        Assert.Empty((await pipeline.StatusAsync(receipt))["attachments"]!.AsArray());
    }

    [Fact]
    public async Task What_does_not_come_in_time_is_not_waited_for_and_the_case_is_decided_on_what_is_there()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await AskedAsync(pipeline);

        await pipeline.AdvanceAsync(TimeSpan.FromDays(19));

        Assert.Equal("inProgress", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_late_answer_still_counts_as_long_as_nothing_is_decided()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await AskedAsync(pipeline);
        await pipeline.AdvanceAsync(TimeSpan.FromDays(19));

        await pipeline.SupplementAsync(receipt, new { fields = new Dictionary<string, object> { ["/menge"] = 7 } });

        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        Assert.Contains("7 Stück", await pipeline.DocumentAsync(receipt, "bescheid.txt"), StringComparison.Ordinal);
        Assert.Equal(7, (int)Assert.Single(await pipeline.DeliveriesAsync(receipt))!["body"]!["application"]!["menge"]!);
    }

    [Fact]
    public async Task A_second_question_while_one_is_open_is_refused()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await AskedAsync(pipeline);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));

        using var again = await pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "requestInformation", reason = "Und noch etwas." });

        var problem = await JsonOf(again, HttpStatusCode.BadRequest);
        Assert.EndsWith("/unknown-outcome", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Contains("approve, reject", (string)problem["errors"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_sees_what_was_sent_first_and_what_came_later()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await AskedAsync(pipeline);
        using var body = new MultipartFormDataContent
        {
            { JsonContent.Create(new { message = "Hier ist er.", fields = new Dictionary<string, object> { ["/menge"] = 9 } }), "supplement" },
            { new ByteArrayContent([.. "%PDF-1.7\n"u8, 1, 2, 3]), "nachweis", "nachweis.pdf" },
        };
        await JsonOf(await pipeline.ApplyAsync(receipt, "supplements", body), HttpStatusCode.Accepted);
        await pipeline.IdleAsync();

        var file = await pipeline.FileAsync(receipt, await pipeline.TokenAsync(Darmstadt, "anna"));

        Assert.Equal((3, 9), ((int)file["data"]!["menge"]!, (int)file["current"]!["menge"]!));
        Assert.Equal((false, "10.804,50 €", "2026-06-08"), ((bool)file["facts"]!["conditions"]!["viel"]!, (string)file["facts"]!["amounts"]!["gebuehr"]!, (string)file["facts"]!["dates"]!["beginn"]!));
        Assert.Empty(file["requests"]!.AsArray());
        var supplement = Assert.Single(file["supplements"]!.AsArray())!;
        Assert.Equal(("Hier ist er.", 9, "nachweis.pdf"), ((string)supplement["message"]!, (int)supplement["fields"]!["/menge"]!, (string)supplement["attachments"]![0]!["name"]!));
        Assert.Equal(["assess"], file["steps"]!.AsArray().Select(step => (string)step!));
        Assert.Equal(["check done", "assess open", "issue ahead", "deliver ahead"], file["process"]!.AsArray().Select(step => $"{step!["id"]} {step["state"]}"));
    }

    private static async Task AcceptedAsync(Task<HttpResponseMessage> answer)
    {
        using var accepted = await answer;
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    private static async Task<JsonNode> AskedAsync(Pipeline pipeline)
    {
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Plain);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt, "requestInformation", "Bitte senden Sie den Nachweis.");
        return receipt;
    }
}
