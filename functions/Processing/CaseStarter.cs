using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Processing;

/// <summary>Starts what was accepted, once.</summary>
public sealed class CaseStarter(PendingWork pending, ILogger<CaseStarter> logger)
{
    // Every status: the host's own default would silently replace a finished case with a new run.
    private static readonly string[] AnyStatus = [.. Enum.GetNames<OrchestrationRuntimeStatus>()];

    /// <summary>Starts an application's orchestration; does nothing when it runs or has run.</summary>
    public async Task StartAsync(DurableTaskClient durable, Manifest manifest, CancellationToken cancellationToken)
    {
        if (await durable.GetInstanceAsync(manifest.Id.Value, cancellationToken) is null)
        {
            var options = new StartOrchestrationOptions(InstanceId: manifest.Id.Value) { DedupeStatuses = AnyStatus };
            try
            {
                await durable.ScheduleNewOrchestrationInstanceAsync(
                    nameof(ProcessApplication), new CaseStart(manifest.Id, manifest.PlanHash, manifest.ReceivedAt), options, cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Somebody else may have started it just now. How that is reported is the provider's own; that it runs is not.
                if (await durable.GetInstanceAsync(manifest.Id.Value, cancellationToken) is null)
                    throw;
            }
        }

        await pending.StartedAsync(manifest.Id, cancellationToken);
    }

    /// <summary>Starts an application that is accepted whether or not it can be started now: if not, the sweep starts it.</summary>
    public async Task StartOrLeaveToSweepAsync(DurableTaskClient durable, Manifest manifest, CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(durable, manifest, cancellationToken);
        }
        catch (Exception failure)
        {
            logger.StartFailed(failure, manifest.Id);
        }
    }
}
