using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Desk;

/// <summary>The file holds what a clerk with sixty cases has to read before deciding, in words and not in names of blobs.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public async Task The_second_pair_of_eyes_reads_why_the_first_approved()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.FourEyes, menge: 50);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt, reason: "Der Hof ist groß genug.");

        Assert.Equal(["approved anna Der Hof ist groß genug."], Words(await pipeline.FileAsync(receipt, await pipeline.TokenAsync(Darmstadt, "bernd"))));
    }

    [Fact]
    public async Task A_partners_second_pair_of_eyes_reads_it_too_as_long_as_the_task_is_theirs()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.SecondPair);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt, reason: "Alles da.");

        Assert.Equal(["approved anna Alles da."], Words(await pipeline.FileAsync(receipt, await pipeline.TokenAsync(Fischbachtal, "vera", "pruefung"), Fischbachtal)));
    }

    [Fact]
    public async Task Questions_opinions_and_refusals_stand_in_their_order_with_the_letter_that_came_of_them()
    {
        await using var pipeline = await StartWithTestCatalogueAsync();
        var receipt = await pipeline.SubmitTestAsync(TestCatalogue.Hearing);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        await pipeline.DecideAsync(Darmstadt, anna, receipt, "requestInformation", "Wo ist der Nachweis?");
        await pipeline.SupplementAsync(receipt, new { message = "Den habe ich nicht." });
        await pipeline.DecideAsync(Darmstadt, anna, receipt, "reject", "Es fehlt der Nachweis.");
        var heard = await pipeline.FileAsync(receipt, anna);
        Assert.Equal(("hearing", "Es fehlt der Nachweis."), ((string?)heard["requests"]![0]!["kind"], (string?)heard["requests"]![0]!["text"]));
        Assert.NotEmpty(heard["requests"]![0]!["dueReasoning"]!.AsArray());
        await pipeline.SupplementAsync(receipt, new { message = "Nein." });
        await pipeline.DecideAsync(Darmstadt, anna, receipt, "reject", "Es fehlt immer noch.");

        var file = await pipeline.FileAsync(receipt, anna);

        Assert.Equal(["informationRequested anna Wo ist der Nachweis?", "rejected anna Es fehlt der Nachweis.", "rejected anna Es fehlt immer noch."], Words(file));
        var letter = Assert.Single(file["documents"]!.AsArray())!;
        Assert.Equal(("bescheid.txt", await pipeline.DocumentAsync(receipt, "bescheid.txt")), ((string?)letter["name"], (string?)letter["text"]));
    }

    private static IEnumerable<string> Words(JsonNode file) => file["words"]!.AsArray().Select(one => $"{one!["kind"]} {one["by"]!["clerk"]} {one["text"]}");
}
