using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Platform.Neighbours;

namespace Ozg.Hosting.Tests.StandIns;

public sealed class RegisterStubTests
{
    [Fact]
    public async Task Every_register_finds_nothing_that_stands_in_the_way_unless_told_otherwise()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();

        Assert.Equal(new Dictionary<string, bool> { ["nicht-im-gebiet"] = false, ["verbraucht"] = false }, await AskAsync(arrange, "nicht-im-gebiet", "verbraucht"));
    }

    [Fact]
    public async Task What_is_set_is_answered_from_then_on_for_that_Kommune_also_after_a_restart()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        await SetAsync(arrange, "06411000", "nicht-im-gebiet", holds: true);
        await SetAsync(arrange, "06432007", "verbraucht", holds: true);

        await using var next = await arrange.RestartAsync();

        Assert.Equal(new Dictionary<string, bool> { ["nicht-im-gebiet"] = true, ["verbraucht"] = false }, await AskAsync(next, "nicht-im-gebiet", "verbraucht"));
        var listed = (await next.Http.GetFromJsonAsync<JsonObject>("/local/registers", Arrange.Patience))!;
        Assert.Equal(
            """{"items":[{"register":"parkzonen","kommune":"06411000","answers":{"nicht-im-gebiet":true}},{"register":"parkzonen","kommune":"06432007","answers":{"verbraucht":true}}],"cursor":null}""",
            listed.ToJsonString());
    }

    [Fact]
    public async Task The_same_question_gets_the_same_answer_and_a_changed_application_the_new_one()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        await AskAsync(arrange, "nicht-im-gebiet");

        await SetAsync(arrange, "06411000", "nicht-im-gebiet", holds: true);

        Assert.False((await AskAsync(arrange, "nicht-im-gebiet"))["nicht-im-gebiet"]);
        Assert.True((await AskAsync(arrange, "{\"changed\":1}", ["nicht-im-gebiet"]))["nicht-im-gebiet"]);
    }

    [Fact]
    public async Task Whoever_does_not_know_the_secret_is_not_answered()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        arrange.Host.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await arrange.Http.PostAsJsonAsync("/local/registers/parkzonen", new { answers = new[] { "nicht-im-gebiet" } }, Arrange.Patience);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_question_for_another_register_is_refused()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();

        await Assert.ThrowsAsync<NeighbourException>(() => arrange.Registers.AskAsync(new("06411000"), "melderegister", ArrangeStandIns.Id, JsonElement.Parse("{}"), ["nicht-im-gebiet"], reserves: false, Arrange.Patience));
    }

    [Theory]
    [InlineData("""{"answers":{"nicht-im-gebiet":true}}""")]
    [InlineData("""{"kommune":"Darmstadt","answers":{"nicht-im-gebiet":true}}""")]
    [InlineData("""{"kommune":"06411000","answers":{"nicht-im-gebiet":"no"}}""")]
    [InlineData("no json")]
    public async Task A_setting_that_says_nothing_is_refused(string body)
    {
        await using var arrange = await ArrangeStandIns.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await arrange.Http.PutAsync("/local/registers/parkzonen", new StringContent(body), Arrange.Patience)).StatusCode);
    }

    [Fact]
    public async Task What_is_kept_for_an_application_is_shown_until_it_is_freed_and_after()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        await ReserveAsync(arrange);
        Assert.Null((await KeptAsync(arrange)).Single()!["freedAt"]);

        for (var times = 0; times < 2; times++)
            await arrange.Registers.FreeAsync(new("06411000"), "parkzonen", ArrangeStandIns.Id, Arrange.Patience);
        await ReserveAsync(arrange);

        await using var next = await arrange.RestartAsync();
        Assert.NotNull((await KeptAsync(next)).Single()!["freedAt"]);
    }

    [Fact]
    public async Task Where_something_stands_in_the_way_or_nobody_asks_for_it_nothing_is_kept_and_freeing_it_does_no_harm()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        await AskAsync(arrange, "nicht-im-gebiet");
        await SetAsync(arrange, "06411000", "nicht-im-gebiet", holds: true);
        await ReserveAsync(arrange);

        await arrange.Registers.FreeAsync(new("06411000"), "parkzonen", ArrangeStandIns.Id, Arrange.Patience);

        Assert.Empty(await KeptAsync(arrange));
    }

    [Fact]
    public async Task A_register_names_the_responsible_Kommune_that_it_was_told_and_goes_on_to()
    {
        await using var arrange = await ArrangeStandIns.StartAsync();
        var told = new { kommune = "06411000", answers = new Dictionary<string, bool>(), responsible = "06432007" };
        (await arrange.Http.PutAsJsonAsync("/local/registers/parkzonen", told, Arrange.Patience)).EnsureSuccessStatusCode();
        await SetAsync(arrange, "06411000", "nicht-im-gebiet", holds: true);

        var answer = await arrange.Registers.AskAsync(new("06411000"), "parkzonen", ArrangeStandIns.Id, JsonElement.Parse("{}"), ["nicht-im-gebiet"], reserves: false, Arrange.Patience);

        Assert.Equal("06432007", answer.Responsible);
        var set = (await arrange.Http.GetFromJsonAsync<JsonObject>("/local/registers", Arrange.Patience))!["items"]![0]!;
        Assert.Equal("06432007", (string?)set["responsible"]);
        using var refused = await arrange.Http.PutAsJsonAsync("/local/registers/parkzonen", told with { responsible = "Fischbachtal" }, Arrange.Patience);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static async Task ReserveAsync(ArrangeStandIns arrange) =>
        await arrange.Registers.AskAsync(new("06411000"), "parkzonen", ArrangeStandIns.Id, JsonElement.Parse("{}"), ["nicht-im-gebiet"], reserves: true, Arrange.Patience);

    private static async Task<JsonArray> KeptAsync(ArrangeStandIns arrange) =>
        (await arrange.Http.GetFromJsonAsync<JsonObject>($"/local/registers/parkzonen/reservations?application={ArrangeStandIns.Id}", Arrange.Patience))!["items"]!.AsArray();

    private static Task<IReadOnlyDictionary<string, bool>> AskAsync(ArrangeStandIns arrange, params string[] names) => AskAsync(arrange, "{}", names);

    private static async Task<IReadOnlyDictionary<string, bool>> AskAsync(ArrangeStandIns arrange, string application, string[] names) =>
        (await arrange.Registers.AskAsync(new("06411000"), "parkzonen", ArrangeStandIns.Id, JsonElement.Parse(application), names, reserves: false, Arrange.Patience)).Answers;

    private static async Task SetAsync(ArrangeStandIns arrange, string kommune, string name, bool holds) =>
        (await arrange.Http.PutAsJsonAsync("/local/registers/parkzonen", new { kommune, answers = new Dictionary<string, bool> { [name] = holds } }, Arrange.Patience)).EnsureSuccessStatusCode();
}
