using System.Net;
using Ozg.Core.Cases;
using Ozg.Platform.Neighbours;
using static Ozg.Platform.Tests.Payments.ArrangePayments;

namespace Ozg.Platform.Tests.Payments;

public sealed class AskPaymentTests
{
    [Theory]
    [InlineData("INITIAL", PaymentStatus.Initial)]
    [InlineData("BOOKED", PaymentStatus.Booked)]
    [InlineData("PAYED", PaymentStatus.Booked)]
    [InlineData("FAILED", PaymentStatus.Failed)]
    [InlineData("CANCELED", PaymentStatus.Canceled)]
    public async Task A_status_is_the_engines_word_for_it(string said, PaymentStatus expected)
    {
        var arrange = new ArrangePayments(Says(said));

        Assert.Equal(expected, await arrange.AskAsync());
        Assert.Equal("GET https://pay.example/api/paymenttransaction/ozg/06411000/tx-1", Assert.Single(arrange.Platform.Calls).Line);
    }

    [Theory]
    [InlineData("booked")]
    [InlineData("PENDING")]
    [InlineData("")]
    public async Task A_status_that_the_standard_does_not_have_is_not_guessed(string said) =>
        await Assert.ThrowsAsync<NeighbourException>(() => new ArrangePayments(Says(said)).AskAsync());

    [Fact]
    public async Task An_answer_for_another_transaction_is_none() =>
        await Assert.ThrowsAsync<NeighbourException>(() => new ArrangePayments(Says("BOOKED", transaction: "tx-2")).AskAsync());

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_refusal_is_a_failure(HttpStatusCode status) =>
        Assert.DoesNotContain("Müller", (await Assert.ThrowsAsync<NeighbourException>(() => new ArrangePayments(Refuses("UNSPECIFIED", status)).AskAsync())).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_is_kept_until_a_minute_before_it_expires()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));
        await arrange.AskAsync();

        arrange.Clock.Advance(TimeSpan.FromSeconds(539));
        await arrange.AskAsync();
        Assert.Single(arrange.Platform.TokenRequests);

        arrange.Clock.Advance(TimeSpan.FromSeconds(1));
        await arrange.AskAsync();
        Assert.Equal(["token-1", "token-1", "token-2"], arrange.Platform.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task A_token_is_got_with_the_clients_credentials()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));

        await arrange.AskAsync();

        Assert.Equal("grant_type=client_credentials&client_id=client&client_secret=secret+%26+more", Assert.Single(arrange.Platform.TokenRequests));
    }

    [Fact]
    public async Task A_token_that_does_not_say_how_long_it_holds_is_used_once()
    {
        var arrange = new ArrangePayments(Says("INITIAL"));
        arrange.Platform.Token = (HttpStatusCode.OK, """{"access_token":"token"}""");

        await arrange.AskAsync();
        await arrange.AskAsync();

        Assert.Equal(2, arrange.Platform.TokenRequests.Count);
    }

    [Fact]
    public async Task A_token_that_was_taken_back_is_replaced_once()
    {
        var arrange = new ArrangePayments(Says("INITIAL"), Refuses("FORBIDDEN", HttpStatusCode.Unauthorized), Says("BOOKED"), Refuses("FORBIDDEN", HttpStatusCode.Unauthorized));
        await arrange.AskAsync();

        Assert.Equal(PaymentStatus.Booked, await arrange.AskAsync());
        await Assert.ThrowsAsync<NeighbourException>(() => arrange.AskAsync());

        Assert.Equal(["token-1", "token-1", "token-2", "token-2", "token-3"], arrange.Platform.Calls.Select(call => call.Token));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""")]
    [InlineData(HttpStatusCode.OK, """{"error":"invalid_client"}""")]
    [InlineData(HttpStatusCode.OK, """{"access_token":null}""")]
    public async Task Without_a_token_nothing_is_asked_and_the_secret_is_not_told(HttpStatusCode status, string body)
    {
        var arrange = new ArrangePayments(Says("BOOKED"));
        arrange.Platform.Token = (status, body);

        Assert.DoesNotContain("secret", (await Assert.ThrowsAsync<NeighbourException>(() => arrange.AskAsync())).ToString(), StringComparison.Ordinal);
        Assert.Empty(arrange.Platform.Calls);
    }
}
