using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.BulkyWaste;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>A collection of bulky waste is cancelled, in time or too late, and its day is free for somebody else.</summary>
public sealed class SperrmuellCancellationTests
{
    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task A_cancelled_booking_reaches_no_lorry_and_reminds_nobody(string ags)
    {
        await using var journey = await BookAsync(ags);
        await journey.AdvanceAsync(days: 17);

        await journey.WithdrawAsync();
        await journey.AdvanceAsync(days: 14);

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Empty(await journey.DeliveriesAsync());
        Assert.Equal(["bestaetigung.txt"], await journey.DocumentsAsync());
        Assert.Equal("Sie haben Ihren Antrag zurückgenommen.", (await journey.SentencesAsync())[^1]);
    }

    [Theory]
    [InlineData(Darmstadt, "ead")]
    [InlineData(Fischbachtal, "zaw")]
    public async Task A_cancelled_booking_frees_its_day_for_somebody_else(string ags, string register)
    {
        await using var journey = await BookAsync(ags);
        Assert.Null(Assert.Single(await KeptAsync(journey, register))!["freedAt"]);

        await journey.WithdrawAsync();

        Assert.NotNull(Assert.Single(await KeptAsync(journey, register))!["freedAt"]);
        Assert.Equal("Completed", (string?)(await journey.Pipeline.GetAsync($"/local/instances/{journey.Receipt["id"]}"))["status"]);
    }

    [Fact]
    public async Task A_collected_booking_keeps_its_day()
    {
        await using var journey = await BookAsync(Darmstadt);

        await journey.AdvanceAsync(days: 21);

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Null(Assert.Single(await KeptAsync(journey, "ead"))!["freedAt"]);
    }

    [Fact]
    public async Task A_register_that_answers_only_after_the_cancellation_is_told_to_free_the_day_then()
    {
        var down = true;
        await using var register = new BackOffice(_ => Task.FromResult(Volatile.Read(ref down) ? Results.StatusCode(503) : Results.Json(new
        {
            answers = new Dictionary<string, bool> { ["nicht-im-gebiet"] = false, ["kontingent-verbraucht"] = false, ["warteliste"] = false },
        })));
        await register.StartAsync();
        await using var pipeline = await Pipeline.StartAsync(options => options.Settings["Registers__Targets__default__ead__Url"] = register.Address, Summer(6, 8));
        var example = (await pipeline.GetAsync($"/api/kommunen/{Darmstadt}/leistungen/{Sperrmuell}"))["examples"]![0]!.DeepClone();
        var receipt = await JsonOf(await pipeline.PostApplicationAsync(Darmstadt, JsonContent.Create(example), leistung: Sperrmuell), HttpStatusCode.Accepted);
        await pipeline.IdleAsync();
        (await pipeline.ApplyAsync(receipt, "withdrawal")).Dispose();
        await pipeline.IdleAsync();
        Assert.Equal("withdrawn", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.DoesNotContain($"{receipt["id"]}.ead.release", register.Kept.Keys); // it may still come to keep something

        Volatile.Write(ref down, false);
        await pipeline.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Contains($"{receipt["id"]}.ead.release", register.Kept.Keys);
        Assert.Equal("Completed", (string?)(await pipeline.GetAsync($"/local/instances/{receipt["id"]}"))["status"]);
    }

    [Fact]
    public async Task The_earliest_day_can_be_cancelled_until_the_evening_of_the_booking()
    {
        await using var journey = await StartAsync(Darmstadt, Sperrmuell, Summer(6, 12)); // a Friday
        var application = await journey.ExampleAsync(_ => true);
        application["termin"]!["wunschtermin"] = "2026-06-15";
        var problem = await JsonOf(await journey.PostAsync(application), HttpStatusCode.BadRequest);
        Assert.Contains("Der Tag ist zu nah.", (string)Assert.Single(problem["errors"]!.AsArray())!["detail"]!, StringComparison.Ordinal);

        await journey.SubmitAsync(_ => true, tuesday => tuesday["termin"]!["wunschtermin"] = "2026-06-16");

        Assert.Contains("bis zum 12. Juni 2026 absagen", await journey.DocumentAsync("bestaetigung.txt"), StringComparison.Ordinal);
        Assert.Empty(await journey.DeliveriesAsync());
        await journey.AdvanceAsync(days: 1);
        Assert.Single(await journey.DeliveriesAsync());
    }

    [Theory]
    [InlineData(0, "withdrawn", 0)]
    [InlineData(1, "completed", 1)]
    public async Task A_collection_on_a_Monday_after_a_holiday_can_be_cancelled_until_Wednesday_evening_and_no_later(int daysAfter, string state, int deliveries)
    {
        await using var journey = await StartAsync(Darmstadt, Sperrmuell, new DateTimeOffset(2026, 4, 20, 20, 0, 0, TimeSpan.Zero)); // ten in the evening
        await journey.SubmitAsync(_ => true, application => application["termin"]!["wunschtermin"] = "2026-05-04"); // Friday is 1 May
        Assert.Contains("bis zum 29. April 2026 absagen, das sind zwei Arbeitstage vorher", await journey.DocumentAsync("bestaetigung.txt"), StringComparison.Ordinal);

        await journey.AdvanceAsync(days: 9 + daysAfter);
        using var answer = await journey.Pipeline.ApplyAsync(journey.Receipt, "withdrawal");
        await journey.Pipeline.IdleAsync();

        Assert.Equal(daysAfter == 0 ? HttpStatusCode.Accepted : HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal((state, deliveries), (await journey.StateAsync(), (await journey.DeliveriesAsync()).Count));
    }

    [Fact]
    public async Task What_is_handed_over_for_the_route_cannot_be_cancelled_any_more()
    {
        await using var journey = await BookAsync(Darmstadt);
        await journey.AdvanceAsync(days: 19);

        using var answer = await journey.Pipeline.ApplyAsync(journey.Receipt, "withdrawal");

        var problem = await JsonOf(answer, HttpStatusCode.Conflict);
        Assert.Contains("die Zeit zum Absagen ist um", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Single(await journey.DeliveriesAsync());
    }

    private static async Task<JsonArray> KeptAsync(ServiceJourney journey, string register) =>
        (await journey.Pipeline.GetAsync($"/local/registers/{register}/reservations?application={journey.Receipt["id"]}"))["items"]!.AsArray();
}
