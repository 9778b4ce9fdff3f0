using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;
using Ozg.Core.Expressions;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Registers;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Processing;

/// <summary>Answers the plan's conditions, amounts and dates, so that the process can branch without carrying the application's data.</summary>
public sealed class CheckApplication(SubmissionStore submissions, SupplementStore supplements, PlanStore plans, RegisterClient registers, TimeProvider clock)
{
    /// <summary>Idempotent as far as the register is: neither what was sent nor the plan ever changes.</summary>
    [Function(nameof(CheckApplication))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Check effect, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(effect.Case, cancellationToken);
        var plan = await plans.ReadAsync(manifest.PlanHash, cancellationToken);
        var current = await supplements.CurrentAsync(manifest, effect.Supplements, cancellationToken);
        var scope = new Scope(current.Application, LegalTime.DayOf(manifest.ReceivedAt), [.. current.Attachments.Select(file => file.Kind).Distinct()], plan.Calendar);
        var facts = FactRules.Of(plan, scope, await AskAsync((Step.Check)plan.Process.Find(effect.Step), manifest, current, cancellationToken));
        return new(new CaseEvent.Checked(effect.Step, facts) { At = clock.GetUtcNow() });
    }

    private async Task<IReadOnlyDictionary<string, bool>> AskAsync(Step.Check step, Manifest manifest, CurrentApplication current, CancellationToken cancellationToken) =>
        step.Register is { } register
            ? await registers.AskAsync(manifest.Kommune, register, manifest.Id, current.Application, step.Answers ?? [], cancellationToken)
            : new Dictionary<string, bool>();
}
