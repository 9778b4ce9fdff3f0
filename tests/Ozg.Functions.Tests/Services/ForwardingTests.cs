using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.Certificate;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>Another Kommune is responsible: it gets the application with all that came with it, and goes on with it.</summary>
public sealed class ForwardingTests
{
    private const string Lives = "Der Hund wird dort gehalten.";
    private static readonly Func<JsonNode, bool> Dog = example => (string?)example["hund"]!["name"] == "Bello";

    [Theory]
    [InlineData(Darmstadt, "steueramt", Fischbachtal, "gemeindeverwaltung", "Der Gemeindevorstand der Gemeinde Fischbachtal", "Fischbachtal", "FB-2026-", 7200)]
    [InlineData(Fischbachtal, "gemeindeverwaltung", Darmstadt, "steueramt", "Der Magistrat der Stadt Darmstadt", "Darmstadt", "DA-2026-", 12000)]
    public async Task A_dog_that_lives_elsewhere_is_registered_there(string from, string group, string to, string groupThere, string authority, string name, string prefix, int cents)
    {
        await using var journey = await StartAsync(from, DogTax);
        await journey.SubmitAsync(Dog, attachments: "kaufvertrag");

        var there = await journey.ForwardAsync(group, to, Lives);

        var status = await journey.StatusAsync();
        Assert.Equal("forwarded", (string?)status["status"]);
        Assert.Equal(["received", "checked", "forwarding", "forwarded", "notified"], await journey.TimelineAsync());
        Assert.Equal((to, name), ((string?)status["forwardedTo"]!["kommune"], (string?)status["forwardedTo"]!["name"]));
        var reference = (string)status["forwardedTo"]!["reference"]!;
        Assert.StartsWith(prefix, reference, StringComparison.Ordinal);
        var letter = await journey.DocumentAsync("weiterleitung.txt");
        Assert.All([authority, $"Ihr Aktenzeichen dort: {reference}", $"Warum wir nicht zuständig sind: {Lives}"], line => Assert.Contains(line, letter, StringComparison.Ordinal));
        Assert.Empty(await journey.DesksAsync());

        Assert.Equal([groupThere], await there.DesksAsync());
        await there.DecideAsync(groupThere);
        Assert.Equal(("completed", reference), (await there.StateAsync(), (string?)(await there.StatusAsync())["reference"]));
        Assert.Equal("Ihr Antrag ist hier angekommen. Eine andere Stadt oder Gemeinde hat ihn weitergeleitet.", (await there.SentencesAsync())[0]);
        var delivered = Assert.Single(await there.DeliveriesAsync()).Value;
        Assert.Equal((to, cents), ((string?)delivered["kommune"], (int)delivered["facts"]!["amounts"]!["jahressteuer"]!));
        Assert.Equal("kaufvertrag", (string?)Assert.Single(delivered["attachments"]!.AsArray())!["kind"]);
        Assert.Empty(await journey.DeliveriesAsync());
    }

    [Fact]
    public async Task What_came_since_goes_with_it_and_the_desk_there_sees_from_where_and_why()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        await journey.SupplementAsync("Wir ziehen gerade um.", new() { ["/hund/name"] = "Rex" }, "kaufvertrag");
        var receivedAt = (string?)journey.Receipt["receivedAt"];
        await journey.AdvanceAsync(days: 2);

        var there = await journey.ForwardAsync("steueramt", Fischbachtal, Lives);

        var file = await there.FileAsync();
        Assert.Equal("Rex", (string?)file["data"]!["hund"]!["name"]);
        var (sent, kept) = ((await journey.FileAsync())["supplements"]![0]!["attachments"]![0]!, Assert.Single(file["attachments"]!.AsArray())!);
        Assert.Equal(("kaufvertrag", (string?)sent["sha256"]), ((string?)kept["kind"], (string?)kept["sha256"]));
        var origin = file["forwardedFrom"]!;
        Assert.Equal((Darmstadt, "Darmstadt", (string?)journey.Receipt["reference"]), ((string?)origin["kommune"], (string?)origin["name"], (string?)origin["reference"]));
        Assert.Equal((receivedAt, Lives, "Wir ziehen gerade um."), ((string?)origin["receivedAt"], (string?)origin["reason"], (string?)origin["messages"]![0]!["text"]));
        Assert.Equal("2026-06-10T08:00:00+00:00", (string?)file["receivedAt"]); // its own time begins there
        var here = await journey.FileAsync();
        Assert.Equal((Fischbachtal, Lives), ((string?)here["forwardedTo"]!["kommune"], (string?)here["words"]!.AsArray()[^1]!["text"]));
        Assert.Equal("Darmstadt", (string?)(await there.StatusAsync())["forwardedFrom"]!["name"]);
    }

    [Fact]
    public async Task The_one_link_opens_both_and_a_stranger_neither()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        var there = await journey.ForwardAsync("steueramt", Fischbachtal, Lives);

        var (mine, theirs) = (new Uri((string)journey.Receipt["statusUrl"]!), new Uri((string)there.Receipt["statusUrl"]!));

        Assert.Equal(mine.Query, theirs.Query);
        using var stranger = await journey.Pipeline.SendAsync(HttpMethod.Get, theirs.AbsolutePath + "?token=guessed");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    [Fact]
    public async Task Here_it_can_be_changed_and_withdrawn_no_more_there_it_can()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        var there = await journey.ForwardAsync("steueramt", Fischbachtal, Lives);

        using var withdrawal = await journey.Pipeline.ApplyAsync(journey.Receipt, "withdrawal");
        using var supplement = await journey.Pipeline.ApplyAsync(journey.Receipt, "supplements", JsonContent.Create(new { message = "Noch etwas." }));
        foreach (var late in new[] { withdrawal, supplement })
            Assert.EndsWith("/handed-on", (string)(await JsonOf(late, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
        await there.SupplementAsync("Er heißt jetzt Rex.", new() { ["/hund/name"] = "Rex" });
        await there.WithdrawAsync();

        Assert.Equal(("forwarded", "withdrawn"), (await journey.StateAsync(), await there.StateAsync()));
    }

    [Fact]
    public async Task What_was_accepted_and_came_when_it_had_gone_is_kept_and_the_applicant_learns_where_to_send_it()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        await journey.ForwardAsync("steueramt", Fischbachtal, Lives);
        var (id, now) = (new CaseId((string)journey.Receipt["id"]!), journey.Pipeline.Clock.GetUtcNow());
        await journey.Pipeline.Service<SupplementStore>().CommitAsync(id, new Supplement("late", now, "Noch etwas", new Dictionary<string, JsonElement>(), [], "hash"), CancellationToken.None);
        await journey.Pipeline.Service<OutsideEvents>().StoreAsync(id, new CaseEvent.Supplemented("late") { At = now }, CancellationToken.None);

        Assert.EndsWith("Bitte schicken Sie sie noch einmal dorthin.", (await journey.SentencesAsync())[^1], StringComparison.Ordinal);
        Assert.Equal("Noch etwas", (string?)(await journey.FileAsync())["lateSupplements"]![0]!["message"]);
    }

    [Theory]
    [InlineData(Fischbachtal, Village, Darmstadt, City, "buergerbuero")]
    [InlineData(Darmstadt, City, Fischbachtal, Village, "gemeindeverwaltung")]
    public async Task Whom_the_register_knows_to_be_registered_elsewhere_gets_the_certificate_there_without_a_clerk(string from, string register, string to, string registerThere, string groupThere)
    {
        await using var journey = await StartAsync(from, "meldebescheinigung");
        await journey.RegisterAsync(register, "nicht-zustaendig", responsible: to);
        await journey.RegisterAsync(registerThere, "nicht-zustaendig", holds: false, ags: to);
        await journey.SubmitAsync(IsStandard);

        Assert.Equal(["received", "forwarding", "forwarded", "notified"], await journey.TimelineAsync());
        Assert.DoesNotContain("Warum wir nicht zuständig sind", await journey.DocumentAsync("weiterleitung.txt"), StringComparison.Ordinal);
        var there = await journey.ElsewhereAsync(to);
        await there.PayAsync();

        Assert.Equal("completed", await there.StateAsync());
        Assert.Contains("bescheinigung.txt", await there.DocumentsAsync());
        Assert.DoesNotContain(groupThere, await there.DesksAsync());
    }

    [Theory]
    [InlineData("99999999")] // not in the catalogue
    [InlineData(Darmstadt)] // itself
    public async Task Where_nobody_takes_it_the_register_rejects_as_ever(string responsible)
    {
        await using var journey = await StartAsync(Darmstadt, "meldebescheinigung");
        await journey.RegisterAsync(City, "nicht-zustaendig", responsible: responsible);

        await journey.SubmitAsync(IsStandard);

        Assert.Equal("rejected", await journey.StateAsync());
        Assert.Equal(["unzustaendig.txt", "nachricht.txt"], await journey.DocumentsAsync());
    }

    [Fact]
    public async Task Two_registers_that_name_each_other_do_not_send_it_to_and_fro()
    {
        await using var journey = await StartAsync(Darmstadt, "meldebescheinigung");
        await journey.RegisterAsync(City, "nicht-zustaendig", responsible: Fischbachtal);
        await journey.RegisterAsync(Village, "nicht-zustaendig", responsible: Darmstadt, ags: Fischbachtal);

        await journey.SubmitAsync(IsStandard);

        Assert.Equal("rejected", await (await journey.ElsewhereAsync(Fischbachtal)).StateAsync());
    }

    [Theory]
    [InlineData("forward", null, Lives, "cannot-forward", "#/forwardTo")]
    [InlineData("forward", "Fischbachtal", Lives, "cannot-forward", "#/forwardTo")]
    [InlineData("forward", "99999999", Lives, "cannot-forward", "#/forwardTo")]
    [InlineData("forward", Darmstadt, Lives, "cannot-forward", "#/forwardTo")]
    [InlineData("forward", Fischbachtal, null, "reason-missing", "#/reason")]
    [InlineData("approve", Fischbachtal, Lives, "invalid-forward", "#/forwardTo")]
    public async Task A_clerk_who_cannot_hand_on_is_told_why(string outcome, string? to, string? reason, string code, string pointer)
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);

        using var refused = await journey.TryForwardAsync("steueramt", to, reason, outcome);

        var problem = await JsonOf(refused, HttpStatusCode.BadRequest);
        Assert.EndsWith($"/{code}", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Equal(pointer, (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
        Assert.Equal("inProgress", await journey.StateAsync());
    }

    [Fact]
    public async Task Nobody_sends_it_back_to_where_it_has_been()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        var there = await journey.ForwardAsync("steueramt", Fischbachtal, Lives);

        using var back = await there.TryForwardAsync("gemeindeverwaltung", Darmstadt, "Nein, bei Ihnen.");
        Assert.Contains("Darmstadt", (string?)(await JsonOf(back, HttpStatusCode.BadRequest))["errors"]![0]!["detail"], StringComparison.Ordinal);

        var further = await there.ForwardAsync("gemeindeverwaltung", OberRamstadt, "Der Hof liegt schon in Ober-Ramstadt.");
        Assert.Equal((string?)journey.Receipt["receivedAt"], (string?)(await further.FileAsync())["forwardedFrom"]!["receivedAt"]);
    }

    [Fact]
    public async Task Only_a_task_whose_process_says_so_takes_it()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(example => (string?)example["haltung"]!["befreiung"] == "assistenzhund", attachments: "befreiungsnachweis");
        Assert.Contains("forward", (await journey.TaskAsync("steueramt"))["outcomes"]!.AsArray().Select(outcome => (string?)outcome));
        await journey.DecideAsync("steueramt");

        using var refused = await journey.TryForwardAsync("steueramt", Fischbachtal, Lives);

        Assert.EndsWith("/unknown-outcome", (string)(await JsonOf(refused, HttpStatusCode.BadRequest))["type"]!, StringComparison.Ordinal);
    }
}
