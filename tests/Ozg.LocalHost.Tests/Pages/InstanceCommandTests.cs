using System.Net;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests.Pages;

public sealed class InstanceCommandTests
{
    private const string Events = "/local/instances/case/events";

    [Fact]
    public async Task An_event_is_raised_with_its_payload()
    {
        await using var arrange = await WaitingAsync();

        using var first = await arrange.PostAsync(Events, """{"name":"answer","payload":"a"}""");
        using var second = await arrange.PostAsync(Events, """{"name":"Answer","payload":"b"}""");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
        Assert.Equal("ab", (await arrange.EndAsync("case")).ReadOutputAs<string>());
        await arrange.PostAsync(Events, """{"name":"answer"}""").AssertRefusedAsync(HttpStatusCode.Conflict, "has ended");
    }

    [Fact]
    public async Task An_instance_is_suspended_and_resumed()
    {
        await using var arrange = await WaitingAsync();

        (await arrange.PostAsync("/local/instances/case/suspend", """{"reason":"lunch"}""")).EnsureSuccessStatusCode();
        await arrange.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await arrange.Durable.GetInstanceAsync("case"))!.RuntimeStatus);

        (await arrange.PostAsync("/local/instances/case/resume")).EnsureSuccessStatusCode();
        await arrange.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await arrange.Durable.GetInstanceAsync("case"))!.RuntimeStatus);
    }

    [Fact]
    public async Task An_instance_is_terminated_with_what_it_called()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.Parent), nameof(Orchestrators.FourWeeks), "case");
        await arrange.IdleAsync();
        var child = (string)(await arrange.GetAsync("/local/instances/case"))["children"]![0]!;

        (await arrange.PostAsync("/local/instances/case/terminate", """{"output":"enough","recursive":true}""")).EnsureSuccessStatusCode();

        var ended = await arrange.EndAsync("case");
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await arrange.EndAsync(child)).RuntimeStatus);
    }

    [Theory]
    [InlineData("events", "{}", "Expected JSON with")]
    [InlineData("events", """{"name":""}""", "Expected JSON with")]
    [InlineData("events", """{"name":7}""", "Expected JSON with")]
    [InlineData("events", "name=answer", "Expected JSON with")]
    [InlineData("terminate", "null", "Expected a JSON object")]
    [InlineData("suspend", "", "Expected a JSON object")]
    [InlineData("resume", "[]", "Expected a JSON object")]
    public async Task A_command_that_makes_no_sense_says_what_was_expected(string command, string body, string why)
    {
        await using var arrange = await WaitingAsync();

        await arrange.PostAsync($"/local/instances/case/{command}", body).AssertRefusedAsync(HttpStatusCode.BadRequest, why);
    }

    [Theory]
    [InlineData("events", """{"name":"answer"}""")]
    [InlineData("terminate", "{}")]
    [InlineData("suspend", "{}")]
    [InlineData("resume", "{}")]
    public async Task Nobody_takes_no_commands_whatever_host_json_says(string command, string body)
    {
        await using var arrange = await Arrange.HostAsync(options => options.Settings[
            "AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent"] = "false");

        await arrange.PostAsync($"/local/instances/nobody/{command}", body)
            .AssertRefusedAsync(HttpStatusCode.NotFound, "There is no instance nobody.");
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")] // another port of this machine
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Another_site_cannot_post(string header, string value)
    {
        await using var arrange = await WaitingAsync();

        await arrange.PostAsync(Events, """{"name":"answer"}""", headers: (header, value))
            .AssertRefusedAsync(HttpStatusCode.Forbidden, "not taken from another site");
    }

    [Theory]
    [InlineData("text/plain")] // what a page may send to any site without asking
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_is_not_declared_as_json_is_not_read(string type)
    {
        await using var arrange = await WaitingAsync();

        await arrange.PostAsync(Events, """{"name":"answer"}""", type)
            .AssertRefusedAsync(HttpStatusCode.UnsupportedMediaType, "Expected Content-Type: application/json.");
    }

    [Fact]
    public async Task The_page_itself_can_post()
    {
        await using var arrange = await WaitingAsync();

        using var answer = await arrange.PostAsync(
            Events,
            """{"name":"answer"}""",
            headers: [("Origin", arrange.Host.BaseAddress.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")]);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task<Arrange> WaitingAsync()
    {
        var arrange = await Arrange.HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.TwoEvents), id: "case");
        await arrange.IdleAsync();
        return arrange;
    }
}
