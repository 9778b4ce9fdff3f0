using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What another Kommune is responsible for is handed on there; here the case ends with that.</summary>
internal sealed partial class Progress
{
    private bool Forward(OpenTask task, CaseEvent.Forwarded decision)
    {
        if (ApproveStep(task).MayForward != true || task.Partner is not null || decision.To == _case.Id.Kommune || _case.Verdict != Verdict.Approved)
            return false;

        Remove(task);
        return decision.Upon == _case.Supplements.Count ? Forward(task.Step, decision.To, decision.Reason) : DecideAgain(task);
    }

    /// <summary>Nothing is asked of anybody any more; the case stays where it is until the other Kommune has the application.</summary>
    private bool Forward(string from, Ags to, string? reason)
    {
        var other = _case.Id.ForwardedTo(to);
        _effects.Add(new Effect.HandOver(_case.Id, from, other, reason, _case.Supplements));
        _case = _case with
        {
            Verdict = Verdict.Forwarded,
            Reason = reason,
            ForwardedAs = other,
            Decided = true,
            Held = [.. _case.Held, from],
            Tasks = [],
            Requests = [],
            Payments = [],
            PastPayments = [.. _case.PastPayments, .. StillPayable(_case.Payments)],
            Waits = [],
        };
        return true;
    }

    /// <summary>Goes on behind the step, and behind what has ended or has no point any more meanwhile.</summary>
    private bool HandedOver(CaseEvent.HandedOver done)
    {
        var held = _case.Held;
        _case = _case with { ForwardedTo = done.To, Held = [] };
        LeaveAll(id => held.Contains(id) || IsGivenUp(id));
        return true;
    }
}
