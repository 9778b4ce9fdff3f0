using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Processes;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Processing;

/// <summary>Reads the steps that a case was started on.</summary>
public sealed class LoadProcess(PlanStore plans)
{
    /// <summary>The steps only: texts and conditions stay out of the orchestration's history.</summary>
    [Function(nameof(LoadProcess))]
    public async Task<Process> Run([ActivityTrigger] string planHash, CancellationToken cancellationToken) =>
        (await plans.ReadAsync(planHash, cancellationToken)).Process;
}
