using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ParkingPermit;

namespace Ozg.Functions.Tests.Services;

/// <summary>A permit comes with its fee: what happens while the money has not come.</summary>
public sealed class BewohnerparkausweisPaymentTests
{
    [Theory]
    [InlineData("FAILED")]
    [InlineData("CANCELED")]
    public async Task A_payment_that_did_not_work_is_tried_again(string status)
    {
        await using var journey = await SubmittedAsync();
        var first = (string)(await journey.StatusAsync())["payment"]!["page"]!;

        await journey.PayAsync(status);
        Assert.NotEqual(first, (string)(await journey.StatusAsync())["payment"]!["page"]!);
        await journey.PayAsync();

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Equal(["Sie können jetzt bezahlen.", "Ihre Zahlung hat nicht geklappt.", "Sie können jetzt bezahlen.", "Ihre Zahlung ist eingegangen."], (await journey.SentencesAsync()).Skip(2).Take(4));
        Assert.Single(await journey.DeliveriesAsync());
    }

    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(ServiceJourney.OberRamstadt)]
    public async Task What_is_not_paid_in_two_weeks_ends(string ags)
    {
        await using var journey = await SubmittedAsync(ags: ags);
        Assert.Equal("2026-06-22T22:00:00+00:00", (string?)(await journey.StatusAsync())["payment"]!["dueAt"]);

        await journey.AdvanceAsync(days: 14);
        Assert.Equal("awaitingPayment", await journey.StateAsync());
        await journey.AdvanceAsync(days: 1);

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["unbezahlt.txt"], await journey.DocumentsAsync());
        Assert.Contains("Die Gebühr ist nicht angekommen.", await journey.DocumentAsync("unbezahlt.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(ServiceJourney.OberRamstadt)]
    public async Task Who_withdraws_before_paying_has_nothing_to_pay_any_more(string ags)
    {
        await using var journey = await SubmittedAsync(ags: ags);

        await journey.WithdrawAsync();
        await journey.AdvanceAsync(days: 15);

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Null((await journey.StatusAsync())["payment"]);
        Assert.Empty(await journey.DocumentsAsync());
        Assert.Empty(await journey.DeliveriesAsync());
    }
}
