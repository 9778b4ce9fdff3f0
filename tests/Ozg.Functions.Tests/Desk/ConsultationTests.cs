using System.Net;
using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Desk;

/// <summary>Offices are asked at the same time, and what they say reaches the one who decides, and the Bescheid.</summary>
public sealed class ConsultationTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private JsonNode _receipt = null!;

    public async Task InitializeAsync()
    {
        _pipeline = await StartWithTestCatalogueAsync();
        _receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Offices);
    }

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task Conditions_and_objections_are_in_the_file_and_the_conditions_in_the_document()
    {
        await AnswerAsync("amt", "agreeWithConditions", "Nur bei Tageslicht.");
        await AnswerAsync("leitung", "object", "Zu laut.");

        var file = await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"));
        Assert.Equal(["amt agreeWithConditions Nur bei Tageslicht.", "leitung object Zu laut."],
            file["opinions"]!.AsArray().Select(opinion => $"{opinion!["group"]} {opinion["answer"]} {opinion["text"]}"));
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"), _receipt);
        Assert.Contains("Nur bei Tageslicht.", await _pipeline.DocumentAsync(_receipt, "bescheid.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_agrees_or_is_not_concerned_needs_no_reason()
    {
        await AnswerAsync("amt", "agree");
        await AnswerAsync("leitung", "notConcerned");

        Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"), _receipt));
    }

    [Fact]
    public async Task An_office_that_says_nothing_is_reminded_and_then_answered_for()
    {
        await AnswerAsync("amt", "agree");
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(9));
        Assert.True((bool)(await TaskAsync("leitung"))["reminded"]!);

        await _pipeline.AdvanceAsync(TimeSpan.FromDays(7));

        var opinion = (await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung")))["opinions"]!.AsArray()[^1]!;
        Assert.Equal(("leitung", "agree", true), ((string)opinion["group"]!, (string)opinion["answer"]!, (bool)opinion["silent"]!));
        Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"), _receipt));
    }

    [Fact]
    public async Task An_office_whose_silence_says_nothing_is_answered_for_by_the_group_that_then_sees_its_task()
    {
        await AnswerAsync("leitung", "agree");
        await _pipeline.AdvanceAsync(TimeSpan.FromDays(14)); // reminded on Wednesday 10 June; three working days later it is Monday
        Assert.Empty(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung"), _receipt));

        await _pipeline.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(("amt", "pruefung"), ((string?)(await TaskAsync("pruefung"))["group"], (string?)(await TaskAsync("amt"))["escalatedTo"]));
        await AnswerAsync("pruefung", "agreeWithConditions", "Nur bei Tageslicht.");

        var opinion = (await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "paula", "pruefung")))["opinions"]!.AsArray()[^1]!;
        Assert.Equal(("amt", "pruefung", false), ((string?)opinion["group"], (string?)opinion["answeredBy"], (bool)opinion["silent"]!));
        Assert.Equal("approval", (string?)(await TaskAsync("pruefung"))["kind"]);
    }

    [Theory]
    [InlineData("approve", null, "unknown-outcome")]
    [InlineData("extend", "weil", "unknown-outcome")]
    [InlineData("object", null, "reason-missing")]
    [InlineData("agreeWithConditions", " ", "reason-missing")]
    [InlineData("requestInformation", null, "reason-missing")]
    public async Task An_opinion_that_is_none(string outcome, string? reason, string code)
    {
        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna", "amt"), await TaskAsync("amt"), "decision", new { outcome, reason });

        Assert.EndsWith($"/{code}", (string)(await JsonOf(answer, HttpStatusCode.BadRequest))["type"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> TaskAsync(string group) => Assert.Single(await _pipeline.TasksAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna", group), _receipt));

    private async Task AnswerAsync(string group, string outcome, string? reason = null)
    {
        var task = await TaskAsync(group);
        Assert.Equal("opinion", (string?)task["kind"]);
        using var answer = await _pipeline.ActAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna", group), task, "decision", new { outcome, reason });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await _pipeline.IdleAsync();
    }
}
