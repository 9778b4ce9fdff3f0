using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;

namespace Ozg.Functions.Desk;

/// <summary>The desk's list.</summary>
public sealed class ListTasks(AccessControl access, TaskDesk desk)
{
    /// <summary>Open tasks of the caller's groups, most urgent first, paged.</summary>
    [Function(nameof(ListTasks))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kommunen/{ags}/tasks")] HttpRequest request, string ags, CancellationToken cancellationToken)
    {
        var clerk = await access.ClerkAsync(request, new Ags(ags), cancellationToken);
        if (!clerk.Succeeded)
            return ProblemResult.From(clerk.Error);

        var filter = new TaskFilter(request.Query["group"], request.Query["assignee"], request.Query["application"], request.Query["cursor"], Language.Of(request));
        var tasks = await desk.ListAsync(new Ags(ags), clerk.Value, filter, cancellationToken);
        return tasks.Succeeded ? TypedResults.Json(tasks.Value, DeskJson.Default.TaskList) : ProblemResult.From(tasks.Error);
    }
}
