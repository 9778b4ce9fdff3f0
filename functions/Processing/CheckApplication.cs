using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Answers the plan's conditions, so that the process can branch without carrying the application's data.</summary>
public sealed class CheckApplication(SubmissionStore submissions, PlanStore plans, TimeProvider clock)
{
    /// <summary>Idempotent: neither the application nor the plan ever changes.</summary>
    [Function(nameof(CheckApplication))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Check effect, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(effect.Case, cancellationToken);
        var plan = await plans.ReadAsync(manifest.PlanHash, cancellationToken);
        var application = await submissions.ReadApplicationAsync(manifest, cancellationToken);
        var facts = plan.Conditions.ToDictionary(condition => condition.Key, condition => condition.Value.HoldsFor(application));
        return new(new CaseEvent.Checked(effect.Step, facts) { At = clock.GetUtcNow() });
    }
}
