using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Functions.Processing;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Intake;

/// <summary>Takes an application back for its applicant.</summary>
public sealed class Withdrawal(ApplicantDoor door, CaseProjection cases, EventRaiser raiser, TimeProvider clock, ILogger<Withdrawal> logger)
{
    /// <summary>Withdraws. Doing so again is no error.</summary>
    public async Task<Outcome<CaseId>> WithdrawAsync(DurableTaskClient durable, HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request, id, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;

        var current = await cases.FindAsync(opened.Value.Id, cancellationToken) ?? Case.Begin(opened.Value.Id);
        if (current.Status == CaseStatus.Withdrawn)
            return current.Id;
        if (!Engine.CanWithdraw(current))
            return current.ForwardedTo is not null ? new HandedOn() : current.IsOnItsWay ? new BeingHandedOn() : new WithdrawalTooLate();

        if (await raiser.RaiseAsync(durable, current.Id, new CaseEvent.Withdrawn { At = clock.GetUtcNow() }, cancellationToken))
            logger.ApplicationWithdrawn(current.Id);
        return current.Id;
    }
}
