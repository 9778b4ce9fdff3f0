using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class HttpFunctions(Probe probe)
{
    [Function(nameof(Greet))]
    public IResult Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "people/{name}/greeting")] HttpRequest request,
        string name,
        FunctionContext context,
        CancellationToken cancellationToken,
        int times = 1,
        Guid? id = null)
    {
        probe.See($"{context.FunctionDefinition.Name} {request.Method} {context.GetHttpContext() == request.HttpContext}");
        return Results.Ok(new { name, times, id, cancellationToken.CanBeCanceled });
    }

    [Function(nameof(Echo))]
    public static Person Echo([HttpTrigger(AuthorizationLevel.Anonymous, "put")] Person person) =>
        person with { Age = person.Age + 1 };

    [Function(nameof(Text))]
    public static Task<string> Text([HttpTrigger(AuthorizationLevel.Anonymous, "post")] string body) => Task.FromResult(body + "!");

    [Function(nameof(OldStyle))]
    public static IActionResult OldStyle([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        new ConflictObjectResult(new { request.Method });

    [Function(nameof(Explode))]
    public static Task<IResult> Explode([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException("A secret that nobody outside may read.");

    [Function(nameof(Guarded))]
    public static IResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.NoContent();

    [Function(nameof(NotHere))]
    public static IResult NotHere([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.NotFound();

    [Function(nameof(Begin))]
    public static async Task<IResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        Results.Accepted(null, await client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sum), 2));
}

internal sealed record Person(string Name, int Age);
