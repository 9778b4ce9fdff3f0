using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.Certificate;

namespace Ozg.Functions.Tests.Services;

/// <summary>What comes, or does not, while a certificate waits for its money or a clerk.</summary>
public sealed class MeldebescheinigungWaitTests
{
    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task What_is_not_paid_in_time_ends_without_a_certificate(string ags)
    {
        await using var journey = await ApplyAsync(ags, IsStandard);
        Assert.Equal("2026-06-22T22:00:00+00:00", (string?)(await journey.StatusAsync())["payment"]!["dueAt"]); // the end of the fourteenth day
        await journey.AdvanceAsync(days: 14);
        Assert.Equal("awaitingPayment", await journey.StateAsync());

        await journey.AdvanceAsync(days: 1);

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["unbezahlt.txt"], await journey.DocumentsAsync());
        Assert.Contains("Die Gebühr ist nicht angekommen.", await journey.DocumentAsync("unbezahlt.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_that_failed_can_be_made_anew()
    {
        await using var journey = await ApplyAsync(Darmstadt, IsStandard);
        var first = (string?)(await journey.StatusAsync())["payment"]!["page"];
        await journey.PayAsync("FAILED");
        Assert.Equal("awaitingPayment", await journey.StateAsync());
        Assert.NotEqual(first, (string?)(await journey.StatusAsync())["payment"]!["page"]);

        await journey.PayAsync();

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Single(await journey.TimelineAsync(), entry => entry == "paid");
    }

    [Theory]
    [InlineData(Darmstadt, City)]
    [InlineData(Fischbachtal, Village)]
    public async Task A_withdrawn_application_costs_nothing_and_leaves_no_task(string ags, string register)
    {
        await using var journey = await ApplyAsync(ags, IsStandard, register, "zu-klaeren");

        await journey.WithdrawAsync();
        await journey.AdvanceAsync(days: 30);

        Assert.Equal("withdrawn", await journey.StateAsync());
        Assert.Empty(await journey.DesksAsync());
        Assert.Empty(await journey.DocumentsAsync());
    }

    [Fact]
    public async Task Whom_the_register_has_confirmed_cannot_become_somebody_else_before_paying()
    {
        await using var journey = await ApplyAsync(Darmstadt, IsStandard);
        using var other = JsonContent.Create(new { fields = new Dictionary<string, string> { ["/antragsteller/familienname"] = "Musterfrau" } });

        using var answer = await journey.Pipeline.ApplyAsync(journey.Receipt, "supplements", other);

        Assert.EndsWith("/supplement-too-late", (string)(await JsonOf(answer, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
        await journey.PayAsync();
        Assert.Contains("Familienname: Mustermann", await journey.DocumentAsync("bescheinigung.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_but_came_after_the_check_changes_nothing_and_is_in_the_file_apart()
    {
        await using var journey = await ApplyAsync(Darmstadt, IsStandard);
        var (id, now) = (new CaseId((string)journey.Receipt["id"]!), journey.Pipeline.Clock.GetUtcNow());
        var fields = new Dictionary<string, JsonElement> { ["/antragsteller/familienname"] = JsonSerializer.SerializeToElement("Musterfrau") };
        await journey.Pipeline.Service<SupplementStore>().CommitAsync(id, new("late", now, "Ich heiße anders.", fields, [], "hash"), CancellationToken.None);
        await journey.Pipeline.Service<OutsideEvents>().StoreAsync(id, new CaseEvent.Supplemented("late") { At = now, Changes = true }, CancellationToken.None);
        await journey.Pipeline.AdvanceAsync(TimeSpan.FromHours(1)); // the sweep raises it

        var file = await journey.FileAsync();

        Assert.Empty(file["supplements"]!.AsArray());
        Assert.Equal("Ich heiße anders.", (string?)Assert.Single(file["lateSupplements"]!.AsArray())!["message"]);
        Assert.Equal("Mustermann", (string?)file["current"]!["antragsteller"]!["familienname"]);
    }
}
