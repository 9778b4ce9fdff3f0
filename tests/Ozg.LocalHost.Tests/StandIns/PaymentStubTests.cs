using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Cases;
using Ozg.Platform.Neighbours;
using Ozg.Platform.Payments;

namespace Ozg.Hosting.Tests.StandIns;

public sealed class PaymentStubTests
{
    private static PaymentOrder Order => ArrangeStandIns.Order;

    [Fact]
    public async Task A_payment_is_begun_once_however_often_it_is_asked_for()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();

        var begun = await arrange.Payments.BeginAsync(Order, Arrange.Patience);

        Assert.Equal(begun, await arrange.Payments.BeginAsync(Order, Arrange.Patience));
        Assert.Equal(PaymentStatus.Initial, await StatusAsync(arrange, begun));
        var listed = Assert.Single(await ListAsync(arrange, Order.Case.Value))!;
        Assert.Equal((begun.Transaction, "INITIAL", 120m, "DA-2026-7KQ2-M9XB"), ((string?)listed["transactionId"], (string?)listed["status"], (decimal)listed["amount"]!, (string?)listed["reference"]));
        Assert.Empty(await ListAsync(arrange, "another"));
    }

    [Theory]
    [InlineData("BOOKED", PaymentStatus.Booked)]
    [InlineData("FAILED", PaymentStatus.Failed)]
    [InlineData("CANCELED", PaymentStatus.Canceled)]
    public async Task A_payment_ends_once_and_stays_ended_after_a_restart(string status, PaymentStatus expected)
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        var begun = await arrange.Payments.BeginAsync(Order, Arrange.Patience);

        Assert.Equal(HttpStatusCode.OK, await SettleAsync(arrange, begun, status));
        Assert.Equal(HttpStatusCode.OK, await SettleAsync(arrange, begun, status));
        Assert.Equal(HttpStatusCode.Conflict, await SettleAsync(arrange, begun, status == "BOOKED" ? "FAILED" : "BOOKED"));

        await using var next = await arrange.RestartAsync();
        Assert.Equal(expected, await StatusAsync(next, begun));
    }

    [Fact]
    public async Task The_page_says_what_is_paid_and_ends_the_payment_without_a_script()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        var begun = await arrange.Payments.BeginAsync(Order, Arrange.Patience);

        using var page = await arrange.Http.GetAsync(begun.Page, Arrange.Patience);
        var html = await page.Content.ReadAsStringAsync(Arrange.Patience);
        Assert.All(["120,00 Euro", "Bewohnerparken", "DA-2026-7KQ2-M9XB", "Bezahlen</button>", "Abbrechen</button>", "Fehlschlagen lassen</button>"], text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["status"] = "BOOKED" });
        var paid = await (await arrange.Http.PostAsync(begun.Page, form, Arrange.Patience)).Content.ReadAsStringAsync(Arrange.Patience);

        Assert.Contains($"<a href=\"https://antrag.example/back?case={Order.Case}\">", paid, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", paid, StringComparison.Ordinal);
        Assert.Equal(PaymentStatus.Booked, await StatusAsync(arrange, begun));
    }

    [Fact]
    public async Task Another_request_under_a_known_id_is_refused_and_the_pipeline_takes_the_next()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        var begun = await arrange.Payments.BeginAsync(Order, Arrange.Patience);

        var other = await arrange.Payments.BeginAsync(Order with { Cents = 1 }, Arrange.Patience);

        Assert.NotEqual(begun.Transaction, other.Transaction);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_not_taken_and_another_is_got()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "ozg", ["client_secret"] = ArrangeStandIns.Secret });
        var token = (string)(await (await arrange.Http.PostAsync("/local/payments/token", form, Arrange.Patience)).Content.ReadFromJsonAsync<JsonObject>(Arrange.Patience))!["access_token"]!;
        Assert.Equal(HttpStatusCode.NotFound, await AskRawAsync(arrange, token));

        arrange.Host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskRawAsync(arrange, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskRawAsync(arrange, "9999999999.00"));
        await arrange.Payments.BeginAsync(Order, Arrange.Patience);
    }

    [Theory]
    [InlineData("client_credentials", "ozg", "wrong")]
    [InlineData("client_credentials", "nobody", ArrangeStandIns.Secret)]
    [InlineData("password", "ozg", ArrangeStandIns.Secret)]
    public async Task Nobody_else_gets_a_token(string grant, string client, string secret)
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = grant, ["client_id"] = client, ["client_secret"] = secret });

        Assert.Equal(HttpStatusCode.Unauthorized, (await arrange.Http.PostAsync("/local/payments/token", form, Arrange.Patience)).StatusCode);
    }

    [Fact]
    public async Task What_is_unknown_or_unclear_is_refused()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        var begun = await arrange.Payments.BeginAsync(Order, Arrange.Patience);

        Assert.Equal(HttpStatusCode.NotFound, (await arrange.Http.GetAsync("/local/payments/none", Arrange.Patience)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await SettleAsync(arrange, begun with { Transaction = "none" }, "BOOKED"));
        Assert.Equal(HttpStatusCode.BadRequest, await SettleAsync(arrange, begun, "INITIAL"));
        await Assert.ThrowsAsync<NeighbourException>(() => arrange.Payments.StatusAsync(Order.Case.Kommune, "none", Arrange.Patience));
    }

    private static Task<PaymentStatus> StatusAsync(ArrangeStandIns arrange, BegunPayment begun) => arrange.Payments.StatusAsync(Order.Case.Kommune, begun.Transaction, Arrange.Patience);

    private static async Task<HttpStatusCode> SettleAsync(ArrangeStandIns arrange, BegunPayment begun, string status) =>
        (await arrange.Http.PostAsJsonAsync($"/local/payments/{begun.Transaction}", new { status }, Arrange.Patience)).StatusCode;

    private static async Task<JsonArray> ListAsync(ArrangeStandIns arrange, string application) =>
        (await arrange.Http.GetFromJsonAsync<JsonObject>($"/local/payments?application={application}", Arrange.Patience))!["items"]!.AsArray();

    private static async Task<HttpStatusCode> AskRawAsync(ArrangeStandIns arrange, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/local/payments/paymenttransaction/ozg/06411000/none");
        request.Headers.Authorization = new("Bearer", token);
        return (await arrange.Http.SendAsync(request, Arrange.Patience)).StatusCode;
    }
}
