using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Pages;

/// <summary>What a developer can do to an instance; all that is refused is refused before anything is written.</summary>
internal sealed class InstanceCommands(Store store)
{
    public static ProblemHttpResult NotFound(string id) =>
        Refuse.NotFound($"There is no instance {id}.");

    public async Task<IResult> RaiseAsync(DurableTaskClient client, string id, HttpRequest request, CancellationToken cancellationToken) =>
        await request.ReadAsync(PagesJson.Default.EventRequest, cancellationToken) is { Name: { Length: > 0 } name } wanted
            ? await DoAsync(id, () => client.RaiseEventAsync(id, name, wanted.Payload, cancellationToken))
            : Refuse.BadRequest("Expected JSON with \"name\"; \"payload\" may be left out.");

    public async Task<IResult> TerminateAsync(DurableTaskClient client, string id, HttpRequest request, CancellationToken cancellationToken) =>
        await request.ReadAsync(PagesJson.Default.TerminateRequest, cancellationToken) is { } wanted
            ? await DoAsync(id, () => client.TerminateInstanceAsync(
                id, new TerminateInstanceOptions(wanted.Output, wanted.Recursive), cancellationToken))
            : Refuse.BadRequest("Expected a JSON object; \"output\" and \"recursive\" may be left out.");

    public Task<IResult> SuspendAsync(DurableTaskClient client, string id, HttpRequest request, CancellationToken cancellationToken) =>
        WithReasonAsync(id, request, reason => client.SuspendInstanceAsync(id, reason, cancellationToken), cancellationToken);

    public Task<IResult> ResumeAsync(DurableTaskClient client, string id, HttpRequest request, CancellationToken cancellationToken) =>
        WithReasonAsync(id, request, reason => client.ResumeInstanceAsync(id, reason, cancellationToken), cancellationToken);

    private async Task<IResult> WithReasonAsync(
        string id, HttpRequest request, Func<string?, Task> command, CancellationToken cancellationToken) =>
        await request.ReadAsync(PagesJson.Default.ReasonRequest, cancellationToken) is { } wanted
            ? await DoAsync(id, () => command(wanted.Reason))
            : Refuse.BadRequest("Expected a JSON object; \"reason\" may be left out.");

    // host.json may have the client say nothing of an event for nobody; a person wants to know.
    private async Task<IResult> DoAsync(string id, Func<Task> command)
    {
        if (store.Read(database => InstanceTable.Find(database, id)) is not { } instance)
            return NotFound(id);
        if (instance.IsEnded)
            return Ended(id);

        try
        {
            await command();
            return TypedResults.Accepted((string?)null);
        }
        catch (RpcException gone) when (gone.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return gone.StatusCode == StatusCode.NotFound ? NotFound(id) : Ended(id); // in the meantime
        }
    }

    private static ProblemHttpResult Ended(string id) =>
        Refuse.Conflict($"Instance {id} has ended.");
}
