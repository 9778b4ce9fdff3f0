using System.Net;
using System.Net.Http.Json;
using Ozg.Functions.Tests.Services;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Applicant;

/// <summary>An applicant comes back from the payment page.</summary>
public sealed class PaymentReturnTests
{
    [Fact]
    public async Task Who_pays_a_day_later_and_comes_back_has_the_permit_at_once()
    {
        await using var journey = await ToPayAsync();
        await journey.AdvanceAsync(days: 1); // by now the platform is asked every four hours

        var page = await ComeBackAsync(journey, await SettleAsync(journey, "BOOKED"), "de");

        Assert.Contains("Wir fragen beim Bezahldienst nach", page, StringComparison.Ordinal);
        Assert.Equal("completed", await journey.StateAsync());
    }

    [Fact]
    public async Task The_page_speaks_English_and_says_nothing_about_the_case()
    {
        await using var journey = await ToPayAsync();

        var page = await ComeBackAsync(journey, await SettleAsync(journey, "CANCELED"), "en");

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("We are asking the payment service", page, StringComparison.Ordinal);
        Assert.Equal(page, await ComeBackAsync(journey, "/api/payments/return", "en"));
        Assert.Equal(page, await ComeBackAsync(journey, "/api/payments/return?case=06411000-nobody", "en"));
    }

    [Fact]
    public async Task Who_comes_back_without_having_paid_still_has_to_pay()
    {
        await using var journey = await ToPayAsync();
        await journey.AdvanceAsync(days: 1);

        await ComeBackAsync(journey, $"/api/payments/return?case={journey.Receipt["id"]}", "de");

        Assert.Equal("awaitingPayment", await journey.StateAsync());
    }

    private static async Task<ServiceJourney> ToPayAsync()
    {
        var journey = await ServiceJourney.StartAsync(Darmstadt, "bewohnerparkausweis");
        await journey.SubmitAsync(example => (string?)example["fahrzeug"]!["kennzeichen"] == "DA-XX 1");
        return journey;
    }

    /// <summary>The payment ends on the platform's own page; where it then leads.</summary>
    private static async Task<string> SettleAsync(ServiceJourney journey, string status)
    {
        var page = new Uri((string)(await journey.StatusAsync())["payment"]!["page"]!);
        var settled = await JsonOf(await journey.Pipeline.SendAsync(HttpMethod.Post, page.AbsolutePath, body: JsonContent.Create(new { status })), HttpStatusCode.OK);
        return new Uri((string)settled["redirectUrl"]!).PathAndQuery;
    }

    private static async Task<string> ComeBackAsync(ServiceJourney journey, string address, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Language", language } } };
        using var answer = await journey.Pipeline.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await journey.Pipeline.IdleAsync();
        return await answer.Content.ReadAsStringAsync();
    }
}
