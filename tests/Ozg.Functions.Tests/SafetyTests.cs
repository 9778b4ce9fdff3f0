using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;
using Ozg.Platform.Delivery;
using Ozg.Platform.Submissions;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>What was left half-way: put there as a process that died would have left it.</summary>
public sealed class SafetyTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_was_committed_and_not_started_is_started_by_the_sweep()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        var submissions = pipeline.Service<SubmissionStore>();
        var accepted = (await submissions.FindAsync(new((string)receipt["id"]!), CancellationToken.None))!;
        var orphan = accepted with { Id = CaseId.Derive(accepted.Kommune, accepted.Leistung, "the process died after its commit") };
        await submissions.CommitAsync(orphan, CancellationToken.None);

        await pipeline.AdvanceAsync(TwoMinutes);

        Assert.Single(await pipeline.TasksAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), new JsonObject { ["id"] = orphan.Id.Value }));
    }

    [Fact]
    public async Task A_decision_that_was_stored_and_not_raised_is_raised_by_the_sweep()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        var task = await OnlyTaskAsync(pipeline, receipt);
        await pipeline.Service<OutsideEvents>().StoreAsync(task.Case, new CaseEvent.Approved(task, new(new("anna")), null) { At = pipeline.Clock.GetUtcNow() }, CancellationToken.None);

        await pipeline.AdvanceAsync(TwoMinutes);

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_sound_application_is_started_although_another_cannot_be()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        var submissions = pipeline.Service<SubmissionStore>();
        var accepted = (await submissions.FindAsync(new((string)receipt["id"]!), CancellationToken.None))!;
        foreach (var key in new[] { "one", "two", "three" })
            await submissions.CommitAsync(accepted with { Id = CaseId.Derive(accepted.Kommune, accepted.Leistung, key) }, CancellationToken.None);
        var broken = CaseId.Derive(accepted.Kommune, accepted.Leistung, "two");
        await pipeline.Service<Platform.Storage.Blobs>().WriteAsync($"{broken.Kommune}/{broken}/manifest.json", BinaryData.FromString("{"), "application/json", CancellationToken.None);

        await pipeline.AdvanceAsync(TwoMinutes);

        Assert.Equal(3, (await pipeline.GetAsync($"/api/kommunen/{Darmstadt}/tasks", await pipeline.TokenAsync(Darmstadt, "anna")))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_event_that_its_case_does_not_wait_for_is_not_raised_for_ever()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt, dangerous: true);
        var task = await OnlyTaskAsync(pipeline, receipt);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        await pipeline.Service<OutsideEvents>().StoreAsync(task.Case, new CaseEvent.Claimed(task, new(new("bernd")), 0) { At = pipeline.Clock.GetUtcNow() }, CancellationToken.None);

        await pipeline.AdvanceAsync(TwoMinutes);

        var notes = new List<PendingEvent>();
        await foreach (var note in pipeline.Service<PendingWork>().EventsBeforeAsync(DateTimeOffset.MaxValue, CancellationToken.None))
            notes.Add(note);
        Assert.Empty(notes);
    }

    [Fact]
    public async Task A_back_office_that_is_down_gets_the_result_when_it_is_up_again()
    {
        var answers = new ConcurrentQueue<IResult>([Results.StatusCode(503), Results.StatusCode(401), Results.Ok()]);
        await using var backOffice = new BackOffice(_ => Task.FromResult(answers.TryDequeue(out var answer) ? answer : Results.BadRequest()));
        await using var pipeline = await StartWithAsync(backOffice);
        var receipt = await ApprovedAsync(pipeline);
        Assert.Equal("delivering", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.Equal(1, backOffice.Tries);

        await pipeline.AdvanceAsync(TimeSpan.FromSeconds(9));
        Assert.Equal(1, backOffice.Tries);
        await pipeline.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, backOffice.Tries);
        await pipeline.AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(3, backOffice.Tries);
        Assert.Empty(backOffice.Changed);
        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_result_that_nobody_takes_becomes_a_dead_letter_and_the_case_stays_open()
    {
        await using var backOffice = new BackOffice(_ => Task.FromResult(Results.StatusCode(503)));
        await using var pipeline = await StartWithAsync(backOffice, maxTries: 2);
        var receipt = await ApprovedAsync(pipeline);

        await pipeline.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, backOffice.Tries);
        Assert.Contains("undeliverable", (await pipeline.GetAsync("/local/bus"))["queues"]![0]!["deadLetter"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("delivering", (string?)(await pipeline.StatusAsync(receipt))["status"]);
    }

    [Fact]
    public async Task A_result_that_comes_again_is_not_delivered_again()
    {
        await using var backOffice = new BackOffice(_ => Task.FromResult(Results.Ok()));
        await using var pipeline = await StartWithAsync(backOffice);
        var receipt = await ApprovedAsync(pipeline);
        var again = new ResultMessage(new((string)receipt["id"]!), "deliver", "steuern", new(Core.Processes.Verdict.Approved, null, Core.Processes.Facts.None, [], []), ["bescheid.txt"], Try: 7);

        await pipeline.Service<ResultQueue>().SendAsync(again, notBefore: null, CancellationToken.None);
        await pipeline.IdleAsync();

        Assert.Equal(1, backOffice.Tries);
    }

    [Fact]
    public async Task An_app_without_the_back_office_of_its_processes_does_not_start() =>
        Assert.Contains("steuern", (await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(options =>
        {
            options.Settings.Remove("BackOffice__Targets__default__steuern__Url");
            options.Settings.Remove("BackOffice__Targets__default__steuern__Secret");
        }))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("localhost:99999999")]
    [InlineData("..")]
    public async Task A_request_that_names_a_host_that_is_none_is_refused_before_anything_is_accepted(string host)
    {
        await using var pipeline = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{Darmstadt}/leistungen/{DogTax}/applications") { Content = JsonContent.Create(await pipeline.ExampleAsync(Darmstadt)) };
        request.Headers.TryAddWithoutValidation("Host", host);

        using var answer = await pipeline.Http.SendAsync(request);
        await pipeline.IdleAsync();

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await pipeline.GetAsync($"/api/kommunen/{Darmstadt}/tasks", await pipeline.TokenAsync(Darmstadt, "anna")))["items"]!.AsArray());
    }

    [Fact]
    public void Every_effect_has_an_activity_that_takes_it()
    {
        var activities = typeof(OzgFunctions).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(Microsoft.Azure.Functions.Worker.ActivityTriggerAttribute), inherit: false))
            .Select(parameter => parameter.ParameterType).ToHashSet();

        Assert.All(typeof(Effect).GetNestedTypes(), effect => Assert.Contains(effect, activities));
    }

    private static async Task<Pipeline> StartWithAsync(BackOffice backOffice, int maxTries = 100)
    {
        await backOffice.StartAsync();
        return await StartAsync(options =>
        {
            options.Settings["BackOffice__Targets__default__steuern__Url"] = backOffice.Address;
            options.Settings["BackOffice__MaxTries"] = maxTries.ToString(System.Globalization.CultureInfo.InvariantCulture);
        });
    }

    private static async Task<JsonNode> ApprovedAsync(Pipeline pipeline)
    {
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
        return receipt;
    }

    private static async Task<TaskId> OnlyTaskAsync(Pipeline pipeline, JsonNode receipt) =>
        new((string)Assert.Single(await pipeline.TasksAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt))["taskId"]!);
}
