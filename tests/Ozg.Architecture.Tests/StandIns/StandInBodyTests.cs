using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>The few bodies that the stand-ins have do what the official ones do.</summary>
public class StandInBodyTests
{
    [Fact]
    public void What_has_no_body_says_how_to_get_one()
    {
        var refused = Assert.Throws<NotSupportedException>(() => FunctionsApplication.CreateBuilder([]));

        Assert.Contains("Ozg.LocalHost", refused.Message, StringComparison.Ordinal);
        Assert.Contains("OfficialPackages=true", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "middleware function")]
    [InlineData(false, "function")]
    public async Task Middleware_runs_where_its_predicate_holds(bool holds, string ran)
    {
        var builder = new FakeBuilder();
        var steps = new List<string>();
        builder.UseWhen(_ => holds, async (_, next) =>
        {
            steps.Add("middleware");
            await next();
        });

        await builder.Build(_ => Add(steps, "function"))(new FakeContext());

        Assert.Equal(ran, string.Join(' ', steps));
    }

    [Fact]
    public async Task Middleware_given_by_type_comes_from_the_services()
    {
        var builder = new FakeBuilder();
        builder.UseMiddleware<CountingMiddleware>();
        using var services = builder.Services.BuildServiceProvider();

        var pipeline = builder.Build(_ => Task.CompletedTask);
        await pipeline(new FakeContext { InstanceServices = services });
        await pipeline(new FakeContext { InstanceServices = services });

        Assert.Equal(2, services.GetRequiredService<CountingMiddleware>().Count);
    }

    [Fact]
    public void The_http_context_lies_where_the_official_package_puts_it()
    {
        var http = new DefaultHttpContext();
        var context = new FakeContext();

        Assert.Null(context.GetHttpContext());
        context.Items["HttpRequestContext"] = http;
        Assert.Same(http, context.GetHttpContext());
    }

    [Fact]
    public void The_trigger_takes_one_message_and_completes_it_unless_told_otherwise()
    {
        var trigger = new ServiceBusTriggerAttribute("results");

        Assert.True(trigger.AutoCompleteMessages);
        Assert.False(trigger.IsBatched);
        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute("get").AuthLevel);
    }

    [Fact]
    public void Json_keeps_names_and_fields_as_they_are()
    {
        var text = JsonDataConverter.Default.Serialize((Name: "Darmstadt", Size: 3));

        Assert.Equal("""{"Item1":"Darmstadt","Item2":3}""", text);
        Assert.Equal(("Darmstadt", 3), JsonDataConverter.Default.Deserialize<(string, int)>(text));
        Assert.Equal(0, JsonDataConverter.Default.Deserialize<int>(null));
    }

    [Fact]
    public void Dedupe_statuses_are_their_names()
    {
        var options = new StartOrchestrationOptions("id").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running);

        Assert.Equal(["Completed", "Running"], options.DedupeStatuses);
        Assert.Equal("id", options.InstanceId);
    }

    private static Task Add(List<string> steps, string step)
    {
        steps.Add(step);
        return Task.CompletedTask;
    }
}
