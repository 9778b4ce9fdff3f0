using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What becomes of an approval: all that was applied for, less, or nothing any more.</summary>
internal sealed partial class Progress
{
    private bool Grant(Step.Approve step, Proposal? proposed, string? reason)
    {
        _case = _case with { Reason = proposed?.Words ?? reason, Settled = true };
        if (proposed?.Supplement is not { } change)
            return Done(step.Id);

        Know(Conditions.Partial);
        _case = _case with { Supplements = [.. _case.Supplements, change], Held = [.. _case.Held, step.Id] };
        CheckAgain();
        return LetGo();
    }

    // The applicant has sent something at the same moment: whoever approves, and whether two have to, goes by what the checks say of it.
    // Plans of releases that did not wait for them name no law; their cases replay as they went.
    private bool IsCheckedAgain => _process.Regime is not null && _case.Rechecks.Count > 0;

    /// <summary>Goes on behind an approval, once the checks that are being made again have answered.</summary>
    private bool Leave(string step) => IsCheckedAgain ? Hold(step) : Done(step);

    /// <summary>Goes on behind an opinion, a payment or a wait in the same way.</summary>
    private bool LeaveOther(string step) => _process.Edition >= 1 ? Leave(step) : Done(step);

    private bool Hold(string step)
    {
        _case = _case with { Held = [.. _case.Held, step] };
        return true;
    }

    /// <summary>Goes on behind what was held: what follows, the fee above all, goes by the answers to what was granted.</summary>
    private bool LetGo()
    {
        if (_case is { Rechecks: [], IsOnItsWay: false, Held: { Count: > 0 } held })
        {
            _case = _case with { Held = [] };
            foreach (var step in held)
                Done(step);
        }

        return true;
    }

    // What came between the clerk's look and the decision may fit neither the change nor the form.
    private bool IsOutdated(CaseEvent.Approved decision) => decision.Altered is { } altered && altered.Upon != _case.Supplements.Count;

    private bool Open(CaseEvent.ReviewOpened opened)
    {
        if (Engine.NextReview(_process, _case) != opened.Task || ReviewedIn(opened.Task.Step)!.Until <= _at)
            return false;

        var review = (Step.Approve)_process.Find(opened.Task.Step);
        StandAt(review);
        Open(review, opened.Task.Round, openedBy: opened.By);
        return true;
    }

    /// <summary>What was granted stays, and can be reviewed again.</summary>
    private bool Keep(OpenTask task)
    {
        var wait = ReviewedIn(task)!;
        EndReview(wait.Step);
        _case = _case with { Waits = [.. _case.Waits.Select(other => other == wait ? wait with { Rounds = task.Id.Round } : other)] };
        return true;
    }

    private bool Revoke(OpenWait wait, CaseEvent.Rejected decision)
    {
        _case = _case with { Reason = decision.Reason };
        EndWait(wait);
        return true;
    }

    /// <summary>Nobody reviews any more, with whatever was open; nothing to do where nobody did.</summary>
    private void EndReview(string wait)
    {
        if ((_process.Find(wait) as Step.Wait)?.Review is not { Id: var review })
            return;

        _case = _case with
        {
            Steps = [.. _case.Steps.Where(step => step != review)],
            Tasks = [.. _case.Tasks.Where(task => task.Step != review)],
            Requests = [.. _case.Requests.Where(request => request.Task.Step != review)],
        };
    }

    // Two people see to it that what was granted is taken back, or not: who thinks of it, and who decides.
    private static bool IsOfWhoOpened(OpenTask task, Actor by) => task.OpenedBy?.SharesEyesWith(by) == true;

    private OpenWait? ReviewedIn(OpenTask task) => task.OpenedBy is null ? null : ReviewedIn(task.Step);

    private OpenWait? ReviewedIn(string review) => _process.WaitOf(review) is { } step ? _case.Waits.FirstOrDefault(wait => wait.Step == step.Id) : null;
}
