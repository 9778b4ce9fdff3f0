using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ozg.Functions.Operations;

/// <summary>By the schedule of setting <c>SweepSchedule</c>: starts and raises what a process that died has left behind.</summary>
public sealed class SweepPendingWork(Sweep sweep)
{
    /// <summary>Also when the app starts, since that is when something may have been left behind.</summary>
    [Function(nameof(SweepPendingWork))]
    public async Task Run([TimerTrigger("%SweepSchedule%", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await sweep.StartsAsync(durable, cancellationToken);
        await sweep.EventsAsync(durable, cancellationToken);
    }
}
