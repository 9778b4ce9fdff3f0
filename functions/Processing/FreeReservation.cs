using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Platform.Cases;
using Ozg.Platform.Registers;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Tells a register that it need not keep anything for a case any more.</summary>
public sealed class FreeReservation(SubmissionStore submissions, PlanStore plans, RegisterClient registers, TimeProvider clock)
{
    /// <summary>Idempotent, as the register is.</summary>
    [Function(nameof(FreeReservation))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Free effect, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(effect.Case, cancellationToken);
        var check = (Step.Check)(await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Process.Find(effect.Step);
        await registers.FreeAsync(manifest.Kommune, check.Register!, manifest.Id, cancellationToken);
        return new(new CaseEvent.Freed(effect.Step) { At = clock.GetUtcNow() });
    }
}
