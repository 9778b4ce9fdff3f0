using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Ozg.Hosting;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>With <c>--clock</c>, weeks pass on request: all over HTTP.</summary>
public sealed class TimeTravelTests
{
    [Fact]
    public async Task A_task_becomes_overdue_when_the_clock_is_advanced_and_can_still_be_decided()
    {
        await using var pipeline = await StartAsync(Adjustable);
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        var before = await pipeline.TokenAsync(Darmstadt, "anna");
        Assert.False((bool)Assert.Single(await pipeline.TasksAsync(Darmstadt, before, receipt))["overdue"]!);

        await AdvanceAsync(pipeline, "28.00:00:00");

        using var expired = await pipeline.SendAsync(HttpMethod.Get, $"/api/kommunen/{Darmstadt}/tasks", before);
        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        Assert.True((bool)Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt))["overdue"]!);
        await pipeline.DecideAsync(Darmstadt, anna, receipt);
        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.Single(await pipeline.DeliveriesAsync(receipt));
    }

    [Fact]
    public async Task A_delivery_that_waits_for_its_next_try_is_tried_when_the_clock_has_passed_it()
    {
        var isUp = false;
        await using var backOffice = new BackOffice(_ => Task.FromResult(isUp ? Results.Ok() : Results.StatusCode(503)));
        await backOffice.StartAsync();
        await using var pipeline = await StartAsync(options =>
        {
            Adjustable(options);
            options.Settings["BackOffice__Targets__default__steuern__Url"] = backOffice.Address;
            options.Settings["BackOffice__RetryDelay"] = "01:00:00";
        });
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        Assert.Equal((1, "delivering"), (backOffice.Tries, (string?)(await pipeline.StatusAsync(receipt))["status"]));

        isUp = true;
        await AdvanceAsync(pipeline, "02:00:00");

        Assert.Equal((2, "completed"), (backOffice.Tries, (string?)(await pipeline.StatusAsync(receipt))["status"]));
    }

    [Fact]
    public async Task Without_the_option_the_clock_cannot_be_advanced()
    {
        await using var pipeline = await StartAsync();

        using var answer = await pipeline.Http.PostAsJsonAsync("/local/clock", new { advance = "28.00:00:00" });

        Assert.Contains("--clock", (string)(await JsonOf(answer, HttpStatusCode.Conflict))["detail"]!, StringComparison.Ordinal);
    }

    private static void Adjustable(LocalHostOptions options) => (options.Clock, options.AdjustableClock) = (TimeProvider.System, true);

    private static async Task AdvanceAsync(Pipeline pipeline, string time)
    {
        using var answer = await pipeline.Http.PostAsJsonAsync("/local/clock", new JsonObject { ["advance"] = time });
        Assert.True((bool)(await JsonOf(answer, HttpStatusCode.OK))["canAdvance"]!);
        await pipeline.IdleAsync();
    }
}
