using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace Ozg.Core.Cases;

/// <summary>How a case gets from step to step.</summary>
internal sealed partial class Progress
{
    /// <summary>A step is done: the case goes on behind it.</summary>
    private bool Done(string step, string? document = null)
    {
        if (document is not null)
            _case = _case with { Documents = [.. _case.Documents, document] };
        if (_case.IsOnItsWay)
            return Hold(step);

        _case = _case with { Steps = [.. _case.Steps.Where(other => other != step)] };
        return Continue(ended: true, step);
    }

    /// <summary>Goes on behind a step, and behind what contains it, as far as nothing has to be waited for.</summary>
    private bool Continue(bool ended, string? step)
    {
        while (ended && step is not null && PlaceOf(_process.Steps, step, inside: null) is var (sequence, index, container))
        {
            ended = Enter(sequence, index + 1) && (container is null || !IsInside(container));
            step = container?.Id;
        }

        if (_case.Steps is [])
            Close(EndOf(_case.Verdict));
        return true;
    }

    /// <summary>Enters a sequence; true when its end is reached at once.</summary>
    private bool Enter(IReadOnlyList<Step> sequence, int from)
    {
        for (var index = from; index < sequence.Count; index++)
        {
            if (IsTaken(sequence[index]) && !Enter(sequence[index]))
                return false;
        }

        return true;
    }

    /// <summary>Enters a step; true when there is nothing to wait for.</summary>
    private bool Enter(Step step) => step switch
    {
        Step.Branch branch => Enter(Holds(branch.If) ? branch.Then : branch.Else ?? [], 0),
        Step.Parallel parallel => EnterAll(parallel),
        Step.Check => StandAt(step, new Effect.Check(_case.Id, step.Id, _case.Supplements)),
        Step.Consult consult => !StandsAtConsult(consult),
        Step.Approve approve => StandAt(step) || OpenApproval(approve),
        Step.Pay pay => !StandsAtPayment(pay),
        Step.Wait wait => !StandsAtWait(wait),
        Step.Issue issue => StandAt(Decided(step), new Effect.Issue(_case.Id, step.Id, issue.Document, ResultSoFar)),
        Step.Notify notify => StandAt(step, new Effect.Notify(_case.Id, step.Id, notify.Message, ResultSoFar)),
        Step.Deliver deliver => StandAt(Decided(step), new Effect.Publish(_case.Id, step.Id, deliver.Target, ResultSoFar, _case.Documents)),
        _ => throw new UnreachableException($"No arm for step kind {step.GetType().Name}."),
    };

    // All ways are entered before any is looked at: one that ends at once must not end the others.
    private bool EnterAll(Step.Parallel parallel) =>
        parallel.Branches.Aggregate(true, (ended, branch) => Enter(branch, 0) && ended);

    private bool StandAt(Step step, Effect? effect = null)
    {
        _case = _case with { Steps = [.. _case.Steps, step.Id] };
        if (effect is not null)
            _effects.Add(effect);
        return false;
    }

    private Step Decided(Step step)
    {
        _case = _case with { Decided = true };
        return step;
    }

    private bool StandsAtWait(Step.Wait wait)
    {
        var until = wait.Until is { } date
            ? _case.Facts.Dates.TryGetValue(date, out var day) ? LegalTime.EndOf(day.AddDays(-1)) : _at
            : DeadlineRules.After(LegalTime.DayOf(_at), Period.OfficeDays(wait.WorkingDays!.Value), EndShift.Bgb, Calendar).PassesAt;
        if (until <= _at)
            return false; // a date that is unknown or over is not waited for

        StandAt(wait);
        _case = _case with { Waits = [.. _case.Waits, new(wait.Id, until)] };
        return true;
    }

    private bool IsTaken(Step step) =>
        (step.When is null || Holds(step.When))
        && (step.Unless is null || !Holds(step.Unless))
        && step.IsTakenOn(_case.Verdict);

    private static CaseStatus EndOf(Verdict verdict) => verdict switch
    {
        Verdict.Approved => CaseStatus.Completed,
        Verdict.Rejected => CaseStatus.Rejected,
        Verdict.Forwarded => CaseStatus.Forwarded,
        _ => throw new UnreachableException($"No end for verdict {verdict}."),
    };

    /// <summary>The application is rejected: what was asked of others on other ways is not waited for any more.</summary>
    /// <param name="from">The step that came to it; also left when it is one that only rejected applications take.</param>
    /// <param name="reason">The blob with the words; null: none.</param>
    private bool RejectAll(string from, string? reason)
    {
        _case = _case with { Verdict = Verdict.Rejected, Reason = reason };
        LeaveAll(id => id == from || IsGivenUp(id));
        return true;
    }

    /// <summary>Whether a step asks somebody for something that only matters while the application may be granted.</summary>
    private bool IsGivenUp(string id) => _process.Find(id) is { AsksSomebody: true, On: null or Verdict.Approved } && _process.WaitOf(id) is null;

    private void LeaveAll(Func<string, bool> isLeft)
    {
        while (_case.Steps.FirstOrDefault(isLeft) is { } left)
        {
            EndReview(left);
            _case = _case with
            {
                Tasks = [.. _case.Tasks.Where(task => task.Step != left)],
                Requests = [.. _case.Requests.Where(request => request.Task.Step != left)],
                Payments = [.. _case.Payments.Where(payment => payment.Step != left)],
                PastPayments = [.. _case.PastPayments, .. StillPayable(_case.Payments.Where(payment => payment.Step == left))],
                Waits = [.. _case.Waits.Where(wait => wait.Step != left)],
                Held = [.. _case.Held.Where(step => step != left)],
            };
            Done(left);
        }
    }

    private bool IsInside(Step container) => Process.Inner(container).SelectMany(steps => new Process(steps).All()).Any(step => _case.Steps.Contains(step.Id));

    private static (IReadOnlyList<Step> Sequence, int Index, Step? Container)? PlaceOf(IReadOnlyList<Step> sequence, string id, Step? inside)
    {
        for (var index = 0; index < sequence.Count; index++)
        {
            if (sequence[index].Id == id)
                return (sequence, index, inside);
            foreach (var inner in Process.Inner(sequence[index]))
            {
                if (PlaceOf(inner, id, sequence[index]) is { } found)
                    return found;
            }
        }

        return null;
    }
}
