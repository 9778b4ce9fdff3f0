using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.Certificate;

namespace Ozg.Functions.Tests.Services;

/// <summary>A registration certificate comes by itself when the register knows the person for sure; a clerk looks at the rest.</summary>
public sealed class MeldebescheinigungTests
{
    [Theory]
    [InlineData(Darmstadt, "Der Magistrat der Stadt Darmstadt")]
    [InlineData(Fischbachtal, "Der Gemeindevorstand der Gemeinde Fischbachtal")]
    public async Task The_simple_certificate_comes_without_a_clerk_as_soon_as_it_is_paid(string ags, string authority)
    {
        await using var journey = await ApplyAsync(ags, IsStandard);
        Assert.Equal(("awaitingPayment", 800), (await journey.StateAsync(), (int)(await journey.StatusAsync())["payment"]!["amountCents"]!));
        Assert.Empty(await journey.DesksAsync());
        Assert.Equal(["8,00 € open 2026-06-22T22:00:00+00:00"], await PaymentsAsync());

        await journey.PayAsync();

        Assert.Equal(["8,00 € booked "], await PaymentsAsync());
        Assert.Equal(["received", "checked", "paymentRequested", "paid", "issued", "notified", "completed"], await journey.TimelineAsync());
        var certificate = await journey.DocumentAsync("bescheinigung.txt");
        Assert.StartsWith(authority, certificate, StringComparison.Ordinal);
        Assert.Contains("Familienname: Mustermann", certificate, StringComparison.Ordinal);
        Assert.Contains("Geburtsdatum: 14.06.1980", certificate, StringComparison.Ordinal);
        Assert.Contains("Gebühr: 8,00 €", certificate, StringComparison.Ordinal);
        Assert.DoesNotContain("genehmigt", await journey.DocumentAsync("nachricht.txt"), StringComparison.Ordinal); // a certificate is no permit
        Assert.Empty(await journey.DeliveriesAsync());

        async Task<IEnumerable<string>> PaymentsAsync() =>
            (await journey.FileAsync())["payments"]!.AsArray().Select(payment => $"{payment!["amount"]} {payment["status"]} {payment["dueAt"]}");
    }

    [Theory]
    [InlineData(Darmstadt)]
    [InlineData(Fischbachtal)]
    public async Task For_a_pension_it_costs_nothing_and_by_post_it_is_printed(string ags)
    {
        await using var journey = await ApplyAsync(ags, example => (string)example["bescheinigung"]!["zweck"]! == "rente");

        Assert.Equal(["received", "checked", "issued", "delivered", "notified", "completed"], await journey.TimelineAsync());
        Assert.Contains("Gebühr: 0,00 €", await journey.DocumentAsync("bescheinigung.txt"), StringComparison.Ordinal);
        var (step, letter) = Assert.Single(await journey.DeliveriesAsync());
        Assert.Equal("deliver-druck", step);
        var printed = Assert.Single(letter["documents"]!.AsArray())!;
        Assert.Equal(("bescheinigung.txt", await journey.DocumentAsync("bescheinigung.txt")), ((string?)printed["name"], (string?)printed["text"]));
    }

    [Theory]
    [InlineData(Darmstadt, City, "buergerbuero")]
    [InlineData(Fischbachtal, Village, "gemeindeverwaltung")]
    public async Task Whom_the_register_finds_twice_not_at_all_or_blocked_a_clerk_looks_up(string ags, string register, string group)
    {
        await using var journey = await ApplyAsync(ags, IsStandard, register, "zu-klaeren");
        Assert.Equal([group], await journey.DesksAsync());
        var task = await journey.TaskAsync(group);
        Assert.Equal(("assess", "2026-06-11T22:00:00+00:00"), ((string?)task["step"], (string?)task["dueAt"])); // three working days after Monday

        await journey.DecideAsync(group);
        await journey.PayAsync();

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("bescheinigung.txt", await journey.DocumentsAsync());
    }

    [Theory]
    [InlineData(Darmstadt, City, "buergerbuero")]
    [InlineData(Fischbachtal, Village, "gemeindeverwaltung")]
    public async Task What_a_clerk_refuses_costs_nothing_and_says_why(string ags, string register, string group)
    {
        await using var journey = await ApplyAsync(ags, IsStandard, register, "zu-klaeren");

        await journey.DecideAsync(group, "reject", "Für Sie besteht eine Auskunftssperre. Bitte kommen Sie zu uns.");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["ablehnung.txt", "nachricht.txt"], await journey.DocumentsAsync());
        var refusal = await journey.DocumentAsync("ablehnung.txt");
        Assert.Contains("Der Grund: Für Sie besteht eine Auskunftssperre.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("nicht bei uns gemeldet", refusal, StringComparison.Ordinal); // the register's reason, not the clerk's
        Assert.DoesNotContain("paymentRequested", await journey.TimelineAsync());
    }

    [Theory]
    [InlineData(Darmstadt, City)]
    [InlineData(Fischbachtal, Village)]
    public async Task Who_is_registered_elsewhere_is_told_so_at_once(string ags, string register)
    {
        await using var journey = await ApplyAsync(ags, IsStandard, register, "nicht-zustaendig");

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Empty(await journey.DesksAsync());
        Assert.Equal(["unzustaendig.txt", "nachricht.txt"], await journey.DocumentsAsync());
        Assert.Contains("in der Sie gemeldet sind", await journey.DocumentAsync("unzustaendig.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Darmstadt, City, "buergerbuero", "2026-06-11T22:00:00+00:00")] // three working days
    [InlineData(Fischbachtal, Village, "gemeindeverwaltung", "2026-06-12T22:00:00+00:00")] // the cluster's four
    public async Task The_extended_certificate_is_one_task_for_a_clerk_also_when_the_register_is_not_sure(string ags, string register, string group, string dueAt)
    {
        await using var journey = await ApplyAsync(ags, example => (string)example["bescheinigung"]!["art"]! == "erweitert", register, "zu-klaeren");
        Assert.Equal([group], await journey.DesksAsync());
        var task = await journey.TaskAsync(group);
        Assert.Equal(("assess-erweitert", dueAt), ((string?)task["step"], (string?)task["dueAt"]));

        await journey.DecideAsync(group);
        await journey.PayAsync();

        Assert.Equal("completed", await journey.StateAsync());
        Assert.Contains("Familienname: Nguyễn", await journey.DocumentAsync("bescheinigung.txt"), StringComparison.Ordinal);
        Assert.Equal("deliver-druck", Assert.Single(await journey.DeliveriesAsync()).Key);
    }
}
