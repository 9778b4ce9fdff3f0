using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
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
public sealed class CheckApplication(SubmissionStore submissions, SupplementStore supplements, PlanStore plans, RegisterClient registers, Forwarding forwarding, TimeProvider clock, ILogger<CheckApplication> logger)
{
    /// <summary>
    /// Idempotent as far as the register is: neither what was sent nor the plan ever changes. Which Kommune takes the application, the
    /// catalogue says that there is now.
    /// </summary>
    [Function(nameof(CheckApplication))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Check effect, CancellationToken cancellationToken)
    {
        var manifest = await submissions.ReadAsync(effect.Case, cancellationToken);
        var plan = await plans.ReadAsync(manifest.PlanHash, cancellationToken);
        var current = await supplements.CurrentAsync(manifest, effect.Supplements, cancellationToken);
        var scope = new Scope(current.Application, LegalTime.DayOf(manifest.ReceivedAt), [.. current.Attachments.Select(file => file.Kind).Distinct()], plan.Calendar);
        var step = (Step.Check)plan.Process.Find(effect.Step);
        var answer = await AskAsync(step, manifest, current, cancellationToken);
        return new(new CaseEvent.Checked(effect.Step, FactRules.Of(plan, scope, answer.Answers))
        {
            At = clock.GetUtcNow(),
            Responsible = step.ForwardWhen is not null && answer.Responsible is { } other ? await TakerAsync(step.Register!, manifest, effect.Supplements, new(other), cancellationToken) : null,
        });
    }

    // One that does not take it is as good as none: the process goes on without it.
    private async Task<Ags?> TakerAsync(string register, Manifest manifest, IReadOnlyList<string> supplements, Ags other, CancellationToken cancellationToken)
    {
        if (other == manifest.Kommune)
            return null; // the register says that all is well
        if (await forwarding.RefusalAsync(manifest, supplements, other, cancellationToken) is not { } refusal)
            return other;

        logger.ResponsibleRefused(register, other.Value, manifest.Id, refusal.Why);
        return null;
    }

    private async Task<RegisterAnswer> AskAsync(Step.Check step, Manifest manifest, CurrentApplication current, CancellationToken cancellationToken) =>
        step.Register is { } register
            ? await registers.AskAsync(manifest.Kommune, register, manifest.Id, current.Application, step.Answers ?? [], step.Reserves == true, cancellationToken)
            : new RegisterAnswer(new Dictionary<string, bool>());
}
