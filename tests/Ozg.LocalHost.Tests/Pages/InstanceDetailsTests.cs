using System.Text.Json.Nodes;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Pages;

public sealed class InstanceDetailsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_instance_says_what_it_waits_for_also_after_a_restart(bool replayInFull)
    {
        await using var arrange = await Arrange.HostAsync(options => options.ReplayInFull = replayInFull);
        await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline), id: "case");
        await arrange.IdleAsync();

        await AssertWaitsAsync(arrange);
        await arrange.Host.DisposeAsync();
        await using var next = await arrange.NextHostAsync();
        await AssertWaitsAsync(next);
        Assert.Empty(next.Probe.Seen); // to look is not to run

        await next.Durable.RaiseEventAsync("case", "answer", "yes");
        Assert.Equal("yes", (await next.EndAsync("case")).ReadOutputAs<string>());
        Assert.Empty((await next.GetAsync("/local/instances/case"))["waitsFor"]!.AsArray());

        static async Task AssertWaitsAsync(Arrange arrange)
        {
            var waits = (await arrange.GetAsync("/local/instances/case"))["waitsFor"]!.AsArray();
            Assert.Equal(["event answer", "timer timer"], waits.Select(wait => $"{wait!["kind"]} {wait["name"]}"));
            Assert.Equal(Arrange.Noon.AddHours(1).UtcDateTime, (DateTime)waits[1]!["dueAt"]!);
        }
    }

    [Fact]
    public async Task A_timeline_counts_attempts_and_shows_what_went_in_and_out()
    {
        await using var arrange = await Arrange.HostAsync();
        arrange.Probe.Fail("Fragile", 1);
        var id = await arrange.StartAsync(nameof(Orchestrators.Retrying), 2);
        await arrange.IdleAsync();
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));

        var timeline = (await arrange.GetAsync($"/local/instances/{id}"))["timeline"]!.AsArray();

        Assert.Equal(
            ["activity Fragile failed 1", "timer timer completed ", "activity Fragile completed 2"],
            timeline.Select(step => $"{step!["kind"]} {step["name"]} {step["state"]} {step["attempt"]}"));
        Assert.Equal("input", (string?)timeline[0]!["input"]);
        Assert.NotEqual("", (string?)timeline[0]!["failure"]!["message"]);
        Assert.Equal("input done", (string?)timeline[2]!["output"]);
    }

    [Fact]
    public async Task A_timer_that_was_cancelled_is_not_waited_for()
    {
        await using var arrange = await Arrange.HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.IdleAsync();
        await arrange.Durable.RaiseEventAsync(id, "answer", "yes");
        await arrange.EndAsync(id);

        var view = await arrange.GetAsync($"/local/instances/{id}");

        Assert.Equal(
            ["timer dropped", "event completed", "activity completed"],
            view["timeline"]!.AsArray().Select(step => $"{step!["kind"]} {step["state"]}"));
    }

    [Fact]
    public async Task Caller_and_called_know_each_other()
    {
        await using var arrange = await Arrange.HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.Parent), nameof(Orchestrators.FourWeeks));
        await arrange.IdleAsync();

        var parent = await arrange.GetAsync($"/local/instances/{id}");
        var child = (string)parent["children"]![0]!;

        Assert.Equal(child, (string?)parent["waitsFor"]![0]!["instanceId"]);
        Assert.Equal(id, (string?)(await arrange.GetAsync($"/local/instances/{child}"))["parentId"]);
    }

    [Fact]
    public async Task Events_that_nobody_asked_for_are_told_suspended_or_not()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.FourWeeks), id: "a/b");
        await arrange.IdleAsync();
        await arrange.Durable.RaiseEventAsync("a/b", "early");
        await arrange.IdleAsync();
        await arrange.Durable.SuspendInstanceAsync("a/b");
        await arrange.Durable.RaiseEventAsync("a/b", "late");
        await arrange.IdleAsync();

        var view = await arrange.GetAsync("/local/instances/a%2Fb");

        Assert.Equal("Suspended", (string?)view["status"]);
        Assert.Equal(["early", "late"], view["notTaken"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task An_instance_whose_code_has_changed_can_still_be_looked_at()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.Shifting), id: "case");
        await arrange.IdleAsync();
        arrange.Probe.See(Orchestrators.Changed);

        JsonNode view = await arrange.GetAsync("/local/instances/case");

        Assert.Contains("Fragile", (string?)view["waitsNote"], StringComparison.Ordinal);
        Assert.Equal("Running", (string?)view["status"]);
    }

    [Fact]
    public async Task An_instance_whose_orchestrator_is_not_there_any_more_can_still_be_looked_at()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.FourWeeks), id: "case");
        await arrange.IdleAsync();
        await arrange.Host.Store.WriteAsync(database => database.Run("UPDATE instances SET name = 'Removed'")); // as if it were of an earlier build

        var view = await arrange.GetAsync("/local/instances/case");

        Assert.Equal("The app has no orchestrator called 'Removed'.", (string?)view["waitsNote"]);
        Assert.Equal(["timer open"], view["timeline"]!.AsArray().Select(step => $"{step!["kind"]} {step["state"]}"));
    }

    [Fact]
    public async Task A_timer_that_a_suspension_holds_back_is_still_waited_for()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.ScheduleAsync(nameof(Orchestrators.FourWeeks), id: "case");
        await arrange.Durable.SuspendInstanceAsync("case");
        await arrange.AdvanceAsync(TimeSpan.FromHours(1));

        var wait = Assert.Single((await arrange.GetAsync("/local/instances/case"))["waitsFor"]!.AsArray())!;

        Assert.Equal(Arrange.Noon.AddHours(1).AddDays(28).UtcDateTime, (DateTime)wait["dueAt"]!);
    }
}
