using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class Activities(Probe probe)
{
    [Function(nameof(Double))]
    public static int Double([ActivityTrigger] int number) => 2 * number;

    [Function(nameof(Fragile))]
    public string Fragile([ActivityTrigger] string input)
    {
        probe.See("Fragile");
        probe.MayFail("Fragile");
        return input + " done";
    }

    [Function(nameof(Note))]
    public async Task<string> Note([ActivityTrigger] string what, string instanceId, CancellationToken cancellationToken)
    {
        probe.See(what);
        await probe.PassAsync("Note", cancellationToken);
        return instanceId;
    }
}
