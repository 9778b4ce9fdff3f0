using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>One application travels the whole way.</summary>
public sealed class JourneyTests
{
    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task An_approved_application_is_completed_and_delivered_once(string ags)
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(ags);
        Assert.Equal("inProgress", (string?)(await pipeline.StatusAsync(receipt))["status"]);

        await pipeline.DecideAsync(ags, await pipeline.TokenAsync(ags, "anna"), receipt);

        var status = await pipeline.StatusAsync(receipt);
        Assert.Equal("completed", (string?)status["status"]);
        Assert.Equal(["received", "checked", "issued", "delivered", "notified", "completed"], status["timeline"]!.AsArray().Select(entry => (string)entry!["event"]!));
        var delivery = Assert.Single(await pipeline.DeliveriesAsync(receipt))!;
        Assert.Equal((string?)receipt["id"], (string?)delivery["applicationId"]);
        Assert.True(JsonNode.DeepEquals(await pipeline.ExampleAsync(ags), delivery["body"]!["application"]));
    }

    [Fact]
    public async Task A_rejected_application_is_answered_with_the_reason_and_not_delivered()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);

        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt, "reject", "Der Hund ist schon angemeldet.");

        var status = await pipeline.StatusAsync(receipt);
        Assert.Equal("rejected", (string?)status["status"]);
        Assert.Empty(await pipeline.DeliveriesAsync(receipt));
        var document = status["documents"]!.AsArray().First(document => (string)document!["name"]! == "ablehnung.txt")!;
        Assert.Contains("Der Hund ist schon angemeldet.", await pipeline.Http.GetStringAsync((string)document["url"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dangerous_dog_needs_two_people_and_the_ordnungsamt()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt, dangerous: true);
        var (anna, bernd) = (await pipeline.TokenAsync(Darmstadt, "anna", "steueramt"), await pipeline.TokenAsync(Darmstadt, "bernd", "steueramt"));
        await pipeline.DecideAsync(Darmstadt, anna, receipt);

        var second = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        using var refused = await pipeline.ActAsync(Darmstadt, anna, second, "decision", new { outcome = "approve" });
        Assert.EndsWith("/same-clerk-twice", (string)(await JsonOf(refused, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);

        await pipeline.DecideAsync(Darmstadt, bernd, receipt);
        Assert.Empty(await pipeline.TasksAsync(Darmstadt, bernd, receipt));
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "olga", "ordnungsamt"), receipt);

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.Single(await pipeline.DeliveriesAsync(receipt));
    }

    [Fact]
    public async Task In_a_village_one_clerk_decides_on_a_dangerous_dog()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Fischbachtal, dangerous: true);

        await pipeline.DecideAsync(Fischbachtal, await pipeline.TokenAsync(Fischbachtal, "vera"), receipt);

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task Attachments_arrive_as_they_were_sent()
    {
        await using var pipeline = await StartAsync();
        byte[] file = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(300_000)];
        using var body = Multipart(await pipeline.ExampleAsync(Darmstadt), "kaufvertrag", "Käufvertrag.pdf", file);

        var receipt = await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, body), HttpStatusCode.Accepted);
        await pipeline.IdleAsync();
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        var received = Assert.Single(receipt["attachments"]!.AsArray())!;
        Assert.Equal((sha256, "application/pdf", file.Length, "kaufvertrag", "Käufvertrag.pdf"),
            ((string)received["sha256"]!, (string)received["mediaType"]!, (int)received["size"]!, (string)received["kind"]!, (string)received["name"]!));
        var delivered = Assert.Single(Assert.Single(await pipeline.DeliveriesAsync(receipt))!["body"]!["attachments"]!.AsArray())!;
        Assert.Equal(sha256, (string?)delivered["sha256"]);
    }

    [Fact]
    public async Task A_task_that_is_not_decided_in_four_weeks_is_overdue_and_still_open()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);

        pipeline.Clock.Advance(TimeSpan.FromDays(28));
        await pipeline.IdleAsync();

        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        Assert.True((bool)Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt))["overdue"]!);
        await pipeline.DecideAsync(Darmstadt, anna, receipt);
        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_task_says_how_its_due_date_came_about()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);

        var task = Assert.Single(await pipeline.TasksAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt));

        Assert.All(task["dueReasoning"]!.AsArray(), sentence => Assert.EndsWith(".", (string?)sentence, StringComparison.Ordinal));
        Assert.NotEmpty(task["dueReasoning"]!.AsArray());
    }

    [Fact]
    public async Task The_case_file_shows_the_data_and_a_journal_without_gaps()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        await pipeline.DecideAsync(Darmstadt, anna, receipt);

        var file = await pipeline.GetAsync($"/api/kommunen/{Darmstadt}/applications/{receipt["id"]}", anna);

        Assert.True(JsonNode.DeepEquals(await pipeline.ExampleAsync(Darmstadt), file["data"]));
        var journal = file["journal"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, journal.Count), journal.Select(line => (int)line!["line"]!));
        Assert.Equal(["received", "checked", "approved", "issued", "published", "delivered", "notified"], journal.Select(line => (string)line!["event"]!["kind"]!));
    }

    internal static MultipartFormDataContent Multipart(JsonNode application, string kind, string name, byte[] file)
    {
        var part = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        return new() { { JsonContent.Create(application), "application" }, { part, kind, name } };
    }
}
