using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>Who is not granted what they paid for gets the money back, whenever it comes.</summary>
public sealed class ReturnTests
{
    private const string Permit = "bewohnerparkausweis";
    private const string Certificate = "meldebescheinigung";

    [Fact]
    public async Task Who_withdraws_and_then_pays_on_the_page_that_is_still_open_gets_the_money_back()
    {
        await using var journey = await StartAsync(Darmstadt, Permit);
        await journey.SubmitAsync(_ => true);
        var page = await journey.PageAsync();
        await journey.WithdrawAsync();
        Assert.Equal(["latePayment 120,00 €"], await ReturnsAsync(journey));
        Assert.Contains("Bitte bezahlen Sie jetzt nicht mehr.", (await journey.SentencesAsync())[^1], StringComparison.Ordinal);

        await journey.PayOnAsync(page);
        await journey.AdvanceAsync(days: 1);

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Equal(["received", "checked", "paymentRequested", "withdrawn", "paid", "refundOrdered"], await journey.TimelineAsync());
        Assert.Equal("Die Erstattung Ihrer Zahlung ist veranlasst.", (await journey.SentencesAsync())[^1]);
        var (step, order) = Assert.Single(await journey.DeliveriesAsync());
        Assert.Equal("pay.refund", step);
        Assert.Equal(
            $$$"""{"applicationId":"{{{journey.Receipt["id"]}}}","reference":"{{{journey.Receipt["reference"]}}}","kommune":"06411000","leistung":"bewohnerparkausweis","refund":{"transaction":"{{{page.Segments[^1]}}}","amountCents":12000,"reason":"withdrawn"}}""",
            order.ToJsonString());
        Assert.Equal(("refundOrdered", 0), ((string?)Assert.Single((await journey.FileAsync())["payments"]!.AsArray())!["status"], (await ReturnsAsync(journey)).Count));
    }

    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task Who_pays_after_the_due_date_gets_the_money_back(string ags)
    {
        await using var journey = await StartAsync(ags, Certificate);
        await journey.SubmitAsync(example => (string)example["bescheinigung"]!["art"]! == "einfach" && (string)example["bescheinigung"]!["zweck"]! == "andere");
        var page = await journey.PageAsync();
        await journey.AdvanceAsync(days: 15);
        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal("Ihr Antrag ist beendet, weil die Gebühr nicht rechtzeitig angekommen ist.", (await journey.SentencesAsync())[^1]);

        await journey.PayOnAsync(page);
        await journey.AdvanceAsync(days: 2);

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal((800, "unpaid"), RefundIn(await journey.DeliveriesAsync()));
        Assert.Equal(["rejected", "paid", "refundOrdered"], (await journey.TimelineAsync()).TakeLast(3));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("rejected")]
    public async Task Who_has_paid_before_a_clerk_looks_gets_the_money_back_when_nothing_comes_of_it(string end)
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.PayFirst);
        var page = new Uri((string)(await pipeline.StatusAsync(receipt))["payment"]!["page"]!);
        using (await pipeline.SendAsync(HttpMethod.Post, page.AbsolutePath, body: JsonContent.Create(new { status = "BOOKED" })))
            await pipeline.AdvanceAsync(TimeSpan.FromHours(1));

        if (end == "rejected")
            await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt, "reject", "Das geht nicht.");
        else
            (await pipeline.ApplyAsync(receipt, "withdrawal")).Dispose();
        await pipeline.IdleAsync();

        Assert.Equal(end, (string?)(await pipeline.StatusAsync(receipt))["status"]);
        var refund = Assert.Single(await pipeline.DeliveriesAsync(receipt), one => one!["body"]!["refund"] is not null)!;
        Assert.Equal(($"{receipt["id"]}.pay.refund", 360150, end), ((string?)refund["idempotencyKey"], (int)refund["body"]!["refund"]!["amountCents"]!, (string?)refund["body"]!["refund"]!["reason"]));
        Assert.Equal("Completed", await RunsAsAsync(pipeline, receipt));
    }

    [Fact]
    public async Task What_is_granted_is_not_given_back()
    {
        await using var journey = await StartAsync(Darmstadt, Permit);
        await journey.SubmitAsync(_ => true);

        await journey.PayAsync();
        await journey.AdvanceAsync(days: 40);

        Assert.Equal("completed", await journey.StateAsync());
        Assert.DoesNotContain("pay.refund", (await journey.DeliveriesAsync()).Keys);
    }

    [Fact]
    public async Task A_page_on_which_nobody_pays_any_more_is_watched_for_thirty_days()
    {
        await using var journey = await StartAsync(Darmstadt, Permit);
        await journey.SubmitAsync(_ => true);
        await journey.WithdrawAsync();

        await journey.AdvanceAsync(days: 29);
        Assert.Equal("Running", await RunsAsAsync(journey.Pipeline, journey.Receipt));
        await journey.AdvanceAsync(days: 2);

        Assert.Equal("Completed", await RunsAsAsync(journey.Pipeline, journey.Receipt));
        Assert.Equal("withdrawn", (await journey.TimelineAsync())[^1]);
        Assert.Empty(await journey.DeliveriesAsync());
        Assert.Empty(await ReturnsAsync(journey));
    }

    private static (int Cents, string? Reason) RefundIn(IReadOnlyDictionary<string, JsonNode> deliveries) =>
        ((int)Assert.Single(deliveries).Value["refund"]!["amountCents"]!, (string?)deliveries.Values.Single()["refund"]!["reason"]);

    private static async Task<IReadOnlyList<string>> ReturnsAsync(ServiceJourney journey) =>
        [.. (await journey.FileAsync())["returns"]!.AsArray().Select(one => $"{one!["kind"]} {one["amount"]}")];

    private static async Task<string?> RunsAsAsync(Pipeline pipeline, JsonNode receipt) => (string?)(await pipeline.GetAsync($"/local/instances/{receipt["id"]}"))["status"];
}
