using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

public sealed class InvocationTests
{
    [Fact]
    public async Task Middleware_wraps_functions_of_every_trigger_the_first_registered_outermost()
    {
        await using var arrange = await Arrange.HostAsync(options => options.AddFunctions(typeof(Probe).Assembly, app =>
            app.UseMiddleware<Outer>().UseMiddleware((context, next) => SeeAsync(context, "inner", next))));

        await arrange.Http.GetAsync("/api/people/Anna/greeting", Arrange.Patience);
        await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1));

        Assert.Equal(["outer Greet", "inner Greet", "Greet GET True", "outer Sum", "inner Sum"], arrange.Probe.Seen.Take(5));
        Assert.Contains("inner Double", arrange.Probe.Seen);
    }

    [Fact]
    public async Task Middleware_can_answer_instead_of_the_function()
    {
        await using var arrange = await Arrange.HostAsync(options => options.AddFunctions(typeof(Probe).Assembly, app =>
            app.UseWhen(context => context.FunctionDefinition.Name == nameof(HttpFunctions.Greet), (context, _) =>
            {
                context.GetHttpContext()!.Response.StatusCode = (int)HttpStatusCode.Gone;
                return Task.CompletedTask;
            })));

        var answer = await arrange.Http.GetAsync("/api/people/Anna/greeting", Arrange.Patience);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Empty(arrange.Probe.Seen);
    }

    [Fact]
    public async Task What_the_test_registers_wins_over_the_app()
    {
        var other = new Probe();
        await using var arrange = await Arrange.HostAsync(options => options.ConfigureServices = services => services.AddSingleton(other));

        await arrange.Http.GetAsync("/api/people/Anna/greeting", Arrange.Patience);

        Assert.Single(other.Seen);
        Assert.Empty(arrange.Probe.Seen);
        Assert.Same(arrange.Clock, arrange.Host.Services.GetRequiredService<TimeProvider>());
    }

    private static Task SeeAsync(FunctionContext context, string where, Func<Task> next)
    {
        context.InstanceServices.GetRequiredService<Probe>().See($"{where} {context.FunctionDefinition.Name}");
        return next();
    }

    private sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.See($"outer {context.FunctionDefinition.Name}");
            await next(context);
        }
    }
}
