using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Functions.Processing;
using Ozg.Platform.Storage;
using Ozg.Platform.Submissions;
using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>An application on its way to another Kommune arrives there, whole and once, whatever happens on the way.</summary>
public sealed class HandOverTests
{
    private static readonly Func<JsonNode, bool> Dog = example => (string?)example["hund"]!["name"] == "Bello";

    [Fact]
    public async Task While_it_cannot_arrive_the_applicant_is_told_so_and_it_is_tried_until_it_can()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog, attachments: "kaufvertrag");
        var file = await FileAsync(journey);
        var content = (await file.DownloadContentAsync()).Value.Content;
        await file.DeleteAsync();
        using (await journey.TryForwardAsync("steueramt", Fischbachtal, "Der Hund lebt dort.")) { }
        await journey.AdvanceAsync(days: 1);

        var status = await journey.StatusAsync();
        Assert.Equal(("inProgress", null), ((string?)status["status"], status["forwardedTo"]));
        Assert.Equal(["received", "checked", "forwarding"], await journey.TimelineAsync());
        using var withdrawal = await journey.Pipeline.ApplyAsync(journey.Receipt, "withdrawal");
        using var supplement = await journey.Pipeline.ApplyAsync(journey.Receipt, "supplements", JsonContent.Create(new { message = "Noch etwas." }));
        foreach (var early in new[] { withdrawal, supplement })
            Assert.EndsWith("/being-handed-on", (string)(await JsonOf(early, HttpStatusCode.Conflict))["type"]!, StringComparison.Ordinal);
        Assert.Equal([], await BlobsAsync(journey, Fischbachtal)); // nothing of the tries that failed is left

        await file.UploadAsync(content);
        await journey.Pipeline.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal("forwarded", await journey.StateAsync());
        Assert.Equal(["gemeindeverwaltung"], await (await journey.ElsewhereAsync(Fischbachtal)).DesksAsync());
    }

    [Fact]
    public async Task What_a_clerk_here_would_have_granted_of_it_does_not_go_with_it()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        var id = new CaseId((string)journey.Receipt["id"]!);
        var less = new Dictionary<string, JsonElement> { ["/hund/name"] = JsonElement.Parse("\"Rex\"") };
        await journey.Pipeline.Service<SupplementStore>().CommitAsync(id, new Supplement("granted", default, null, less, [], "hash") { By = new(new("anna")) }, CancellationToken.None);

        await HandOverAsync(journey, "granted");

        Assert.Equal("Bello", (string?)(await DataThereAsync(journey))["hund"]!["name"]);
    }

    [Fact]
    public async Task What_the_applicant_wrote_goes_on_to_the_third_Kommune_too()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        await journey.SupplementAsync("Wir ziehen gerade um.");
        var there = await journey.ForwardAsync("steueramt", Fischbachtal, "Der Hund lebt dort.");
        await there.SupplementAsync("Und jetzt noch einmal.");

        var further = await there.ForwardAsync("gemeindeverwaltung", OberRamstadt, "Der Hof liegt schon in Ober-Ramstadt.");

        var origin = (await further.FileAsync())["forwardedFrom"]!;
        Assert.Equal(["Wir ziehen gerade um.", "Und jetzt noch einmal."], origin["messages"]!.AsArray().Select(message => (string)message!["text"]!));
        Assert.Equal("Der Hof liegt schon in Ober-Ramstadt.", (string?)origin["reason"]);
    }

    [Fact]
    public async Task The_old_link_leads_on_also_when_the_other_Kommune_has_deleted_its_case()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog);
        await journey.ForwardAsync("steueramt", Fischbachtal, "Der Hund lebt dort.");

        await journey.Pipeline.Service<Blobs>().DeleteAllAsync($"{Fischbachtal}/", CancellationToken.None);

        Assert.Equal("Fischbachtal", (string?)(await journey.StatusAsync())["forwardedTo"]!["name"]);
        Assert.Equal("Fischbachtal", (string?)(await journey.FileAsync())["forwardedTo"]!["name"]);
    }

    [Fact]
    public async Task Whatever_is_tried_again_there_is_one_case()
    {
        await using var journey = await StartAsync(Darmstadt, DogTax);
        await journey.SubmitAsync(Dog, attachments: "kaufvertrag");
        var id = new CaseId((string)journey.Receipt["id"]!);
        await HandOverAsync(journey); // as by a process that died before it could say so

        var there = await journey.ForwardAsync("steueramt", Fischbachtal, "Der Hund lebt dort.");

        Assert.Equal(id.ForwardedTo(new(Fischbachtal)).Value, (string?)there.Receipt["id"]);
        Assert.Equal(["received", "checked"], await there.TimelineAsync());
        Assert.Equal(["gemeindeverwaltung"], await there.DesksAsync());
    }

    private static async Task HandOverAsync(ServiceJourney journey, params string[] supplements)
    {
        var id = new CaseId((string)journey.Receipt["id"]!);
        var effect = new Effect.HandOver(id, "assess", id.ForwardedTo(new(Fischbachtal)), Words: null, supplements);
        await journey.Pipeline.Service<Forwarding>().HandOverAsync(journey.Pipeline.Service<DurableTaskClient>(), effect, CancellationToken.None);
        await journey.Pipeline.IdleAsync();
    }

    private static async Task<JsonNode> DataThereAsync(ServiceJourney journey)
    {
        var id = new CaseId((string)journey.Receipt["id"]!).ForwardedTo(new(Fischbachtal));
        return (await journey.Pipeline.GetAsync($"/api/kommunen/{Fischbachtal}/applications/{id}", await journey.Pipeline.TokenAsync(Fischbachtal, "vera")))["data"]!;
    }

    private static async Task<BlobClient> FileAsync(ServiceJourney journey)
    {
        var manifest = await journey.Pipeline.Service<SubmissionStore>().ReadAsync(new((string)journey.Receipt["id"]!), CancellationToken.None);
        return Container(journey).GetBlobClient(manifest.Attachments[0].Blob);
    }

    private static async Task<IReadOnlyList<string>> BlobsAsync(ServiceJourney journey, string ags)
    {
        var names = new List<string>();
        await foreach (var blob in Container(journey).GetBlobsAsync(new() { Prefix = $"{ags}/" }))
            names.Add(blob.Name);
        return names;
    }

    private static BlobContainerClient Container(ServiceJourney journey) => journey.Pipeline.Service<BlobServiceClient>().GetBlobContainerClient(Blobs.Container);
}
