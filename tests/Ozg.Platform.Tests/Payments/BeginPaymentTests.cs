using System.Net;
using System.Text.Json.Nodes;
using Ozg.Platform.Neighbours;
using Ozg.Platform.Payments;
using static Ozg.Platform.Tests.Payments.ArrangePayments;

namespace Ozg.Platform.Tests.Payments;

public sealed class BeginPaymentTests
{
    [Fact]
    public async Task The_request_is_what_the_standard_says()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));

        var begun = await arrange.BeginAsync();

        Assert.Equal(new BegunPayment("tx-1", new("https://pay.example/page/1")), begun);
        var (line, token, body) = Assert.Single(arrange.Platform.Calls);
        Assert.Equal("POST https://pay.example/api/paymenttransaction/ozg/06411000", line);
        Assert.Equal("token-1", token);
        Assert.Equal(
            $$"""
            {"requestId":"{{PaymentRules.RequestId(Id, "fee", 1, 0)}}","requestTimestamp":"2026-11-23T12:00:00+00:00","currency":"EUR","grosAmount":30.00,"purpose":"Bewohnerparken","redirectUrl":"https://antrag.example/api/payments/return?case={{Id}}","items":[{"id":"{{Id}}","reference":"DA-2026-7KQ2-M9XB","description":"Bewohnerparken","taxRate":0.00,"quantity":1,"totalNetAmount":30.00,"totalTaxAmount":0.00,"singleNetAmount":30.00,"singleTaxAmount":0.00}]}
            """,
            body);
    }

    [Fact]
    public async Task A_platform_may_know_the_Kommune_by_a_name_of_its_own()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));
        arrange.Options.Platforms["06411000"] = Settings();
        arrange.Options.Platforms["06411000"].EndPointId = "darmstadt-1";

        await arrange.BeginAsync();

        Assert.EndsWith("/ozg/darmstadt-1", Assert.Single(arrange.Platform.Calls).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_attempt_is_the_same_request_and_another_attempt_is_another()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));

        await arrange.BeginAsync();
        await arrange.BeginAsync();
        await arrange.BeginAsync(Order with { Attempt = 2 });
        await arrange.BeginAsync(Order with { Step = "deposit" });

        var ids = arrange.Platform.Calls.Select(call => (string)JsonNode.Parse(call.Body)!["requestId"]!).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(PaymentRules.IsId(id)));
    }

    [Fact]
    public async Task A_platform_that_refuses_the_repetition_gets_the_next_id_of_the_order()
    {
        var arrange = new ArrangePayments(Refuses("PAYMENT_EXISTS"), Says("INITIAL", transaction: "tx-2"));

        Assert.Equal("tx-2", (await arrange.BeginAsync()).Transaction);
        Assert.Equal(
            [PaymentRules.RequestId(Id, "fee", 1, 0), PaymentRules.RequestId(Id, "fee", 1, 1)],
            arrange.Platform.Calls.Select(call => (string)JsonNode.Parse(call.Body)!["requestId"]!));
    }

    [Fact]
    public async Task A_platform_that_refuses_every_id_is_not_asked_for_ever()
    {
        var arrange = new ArrangePayments(Refuses("PAYMENT_EXISTS"));

        await Assert.ThrowsAsync<NeighbourException>(() => arrange.BeginAsync());

        Assert.Equal(10, arrange.Platform.Calls.Count);
    }

    [Fact]
    public async Task A_payment_that_is_settled_already_has_no_page_but_the_return_address()
    {
        var arrange = new ArrangePayments((HttpStatusCode.OK, """{"paymentInformation":{"transactionId":"tx-1","status":"BOOKED"}}"""));

        Assert.Equal($"https://antrag.example/api/payments/return?case={Id}", (await arrange.BeginAsync()).Page.AbsoluteUri);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "tx-1")]
    [InlineData("http://pay.example/page", "tx-1")]
    [InlineData("/page", "tx-1")]
    [InlineData("", "tx-1")]
    [InlineData("https://pay.example/page", "../tx")]
    [InlineData("https://pay.example/page", "")]
    public async Task A_page_or_an_id_that_would_lead_elsewhere_is_refused(string page, string transaction) =>
        await Assert.ThrowsAsync<NeighbourException>(() => new ArrangePayments(Says("INITIAL", page, transaction)).BeginAsync());

    [Theory]
    [InlineData("VALIDATION_ERROR", "answered 400 VALIDATION_ERROR")]
    [InlineData("SOMETHING_OF_THEIR_OWN", "answered 400")]
    public async Task A_refusal_is_told_by_its_code_and_nothing_else_of_it(string code, string told)
    {
        var refused = await Assert.ThrowsAsync<NeighbourException>(() => new ArrangePayments(Refuses(code)).BeginAsync());

        Assert.Equal($"The payment platform of Kommune 06411000 {told}.", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"paymentInformation":{"status":"INITIAL"}}""")]
    [InlineData("""{"paymentInformation":{"transactionId":"tx-1","transactionRedirectUrl":"https://pay.example/"}}""")]
    public async Task An_answer_that_the_standard_does_not_have_is_refused(string body) =>
        await Assert.ThrowsAsync<NeighbourException>(() => new ArrangePayments((HttpStatusCode.OK, body)).BeginAsync());

    [Theory]
    [InlineData(1, "0.01")]
    [InlineData(1250, "12.50")]
    [InlineData(PaymentRules.MaxCents, "999999.00")]
    public async Task Amounts_have_two_decimals(long cents, string written)
    {
        var arrange = new ArrangePayments(Says("INITIAL"));

        await arrange.BeginAsync(Order with { Cents = cents });

        Assert.Contains($"\"grosAmount\":{written},", Assert.Single(arrange.Platform.Calls).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Gebuehr")]
    [InlineData(-1, "Gebuehr")]
    [InlineData(PaymentRules.MaxCents + 1, "Gebuehr")]
    [InlineData(100, "")]
    [InlineData(100, "Gebühr")]
    [InlineData(100, "Gebuehr; heute")]
    [InlineData(100, "Gebuehr\n")]
    [InlineData(100, "abcdefghijklmnopqrstuvwxyz12")]
    public async Task What_no_platform_takes_is_not_sent(long cents, string purpose)
    {
        var arrange = new ArrangePayments(Says("INITIAL"));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => arrange.BeginAsync(Order with { Cents = cents, Purpose = purpose }));

        Assert.Empty(arrange.Platform.Calls);
    }

    [Fact]
    public async Task Without_a_configured_platform_the_setting_is_named()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));
        arrange.Options.Platforms.Clear();

        Assert.Contains("Payment__Platforms__06411000__BaseUrl", (await Assert.ThrowsAsync<NeighbourException>(() => arrange.BeginAsync())).Message, StringComparison.Ordinal);
    }
}
