using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What another Kommune is responsible for is handed on there; here the case ends with that.</summary>
internal sealed partial class Progress
{
    private bool Forward(OpenTask task, CaseEvent.Forwarded decision)
    {
        if (ApproveStep(task).MayForward != true || decision.To == _case.Id.Kommune)
            return false;

        Remove(task);
        return Forward(task.Step, decision.To, decision.Reason);
    }

    /// <summary>Nothing is asked of anybody any more; the case stays at the step until the other Kommune has the application.</summary>
    private bool Forward(string from, Ags to, string? reason)
    {
        var other = _case.Id.ForwardedTo(to);
        _case = _case with { Verdict = Verdict.Forwarded, Reason = reason, ForwardedAs = other, Decided = true };
        LeaveAll(id => id != from && IsGivenUp(id));
        _effects.Add(new Effect.HandOver(_case.Id, from, other, reason, _case.Supplements));
        return true;
    }
}
