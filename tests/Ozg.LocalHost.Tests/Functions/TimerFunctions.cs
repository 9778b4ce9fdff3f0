using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class TimerFunctions(Probe probe)
{
    [Function(nameof(Tick))]
    public async Task Tick([TimerTrigger("%EverySoOften%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        probe.See($"tick {timer.IsPastDue}");
        await probe.PassAsync("Tick", cancellationToken);
    }
}
