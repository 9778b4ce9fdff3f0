using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class ReplayOrchestrators(Probe probe)
{
    [Function(nameof(AroundAnEvent))]
    public async Task AroundAnEvent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        probe.See($"{(context.IsReplaying ? "old" : "new")}: 0");
        await context.WaitForExternalEvent<string>("go on");
        probe.See($"{(context.IsReplaying ? "old" : "new")}: 1");
    }

    /// <summary>Tells at every step whether it is replayed, and what time and GUIDs it sees.</summary>
    [Function(nameof(Steps))]
    public async Task Steps([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        for (var step = 0; step < 3; step++)
        {
            if (step > 0)
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            probe.See($"{(context.IsReplaying ? "old" : "new")}: {step} {context.CurrentUtcDateTime:o} {context.NewGuid()}");
        }
    }
}
