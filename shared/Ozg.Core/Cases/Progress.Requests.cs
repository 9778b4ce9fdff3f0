using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What the applicant is asked, and what that does to the authority's own time.</summary>
internal sealed partial class Progress
{
    private bool Ask(CaseEvent.InformationRequested request)
    {
        if (TaskOf(request.Task) is not { SuspendedOn: null } task || task.Asked != request.Nth || IsDeemedByNow)
            return false;

        var days = (_process.Find(task.Step) as Step.Approve)?.AnswerInDays ?? Step.Approve.UsualAnswerInDays;
        Replace(task with { Asked = task.Asked + 1, SuspendedOn = LegalTime.DayOf(_at) });
        Incomplete();
        _case = _case with
        {
            Requests = [.. _case.Requests, new(CaseEvent.RequestOf(task.Id, request.Nth), RequestKind.Information, task, request.Words, ForApplicant(days))],
        };
        return true;
    }

    private bool Supplement(CaseEvent.Supplemented sent)
    {
        if (IsDeemedByNow || !(sent.Changes ? Engine.CanChange(_case) : Engine.CanSupplement(_case)))
        {
            // Accepted is kept: it came too late to matter, and the case file says so.
            _case = _case with { LateSupplements = [.. _case.LateSupplements, sent.Supplement] };
            return true;
        }

        var answered = _case.Requests.Where(request => sent.Request is null || request.Id == sent.Request).ToList();
        var missing = _case.Requests.Except(answered).Any(request => request.Kind == RequestKind.Information);
        _case = _case with { Supplements = [.. _case.Supplements, sent.Supplement], CompleteOn = missing ? _case.CompleteOn : _case.CompleteOn ?? LegalTime.DayOf(_at) };
        foreach (var request in answered)
            Answer(request);
        if (sent.Changes)
            AskTheFirstPairAgain();
        foreach (var task in _case.Tasks.Where(task => task.SuspendedOn is null))
            Replace(WithFiction(task));
        _case = _case with { Requests = [.. _case.Requests.Select(request => request.Kind == RequestKind.Hearing ? request with { Fiction = FictionDuring(request.Task) } : request)] };

        if (!_case.Decided)
            CheckAgain(); // what was granted stays as it was found then
        return true;
    }

    /// <summary>What the checks found out may have changed with the data. One that is still under way, beside others, answers for what it was asked.</summary>
    private void CheckAgain()
    {
        foreach (var check in _process.All().OfType<Step.Check>().Where(check => _case.Checked.Contains(check.Id)))
        {
            _case = _case with { Rechecks = [.. _case.Rechecks, check.Id] };
            _effects.Add(new Effect.Check(_case.Id, check.Id, _case.Supplements));
        }
    }

    // The first of two approvals was given to something else than what the second would be given to, and what was proposed was
    // less than something else than what is applied for now.
    private void AskTheFirstPairAgain()
    {
        foreach (var second in _case.Tasks.Where(task => task.FirstApprovalBy is not null).ToList())
        {
            Remove(second);
            Open(ApproveStep(second), second.Id.Round + 1, heard: second.Heard, openedBy: second.OpenedBy);
        }

        // A hearing that goes on leads back to them too.
        _case = _case with
        {
            Tasks = [.. _case.Tasks.Select(task => task.Proposed is null ? task : task with { Proposed = null })],
            Requests = [.. _case.Requests.Select(request => request with { Task = AsFirst(request.Task) })],
        };
    }

    private static OpenTask AsFirst(OpenTask task) =>
        task.FirstApprovalBy is null ? task with { Proposed = null } : task with { Proposed = null, FirstApprovalBy = null, EscalatedTo = null };

    /// <summary>The papers are not complete: no approval is deemed given before they are (§ 42a (2) sentence 2 VwVfG).</summary>
    private void Incomplete() => _case = _case with
    {
        CompleteOn = null,
        Tasks = [.. _case.Tasks.Select(task => task with { Fiction = null })],
        Requests = [.. _case.Requests.Select(request => request with { Fiction = null })],
    };

    private void Answer(OpenRequest request)
    {
        _case = _case with { Requests = [.. _case.Requests.Where(other => other.Id != request.Id)] };
        if (request.Kind == RequestKind.Hearing)
            DecideHeard(request);
        else if (TaskOf(request.Task.Id) is { } task)
            Resume(task);
    }

    /// <summary>The task's time runs on from the day after; what had passed before stays passed.</summary>
    private void Resume(OpenTask task)
    {
        var suspended = new Suspension(task.SuspendedOn!.Value, LegalTime.DayOf(_at));
        var (days, reminder, grace) = _process.Find(task.Step) switch
        {
            Step.Approve approve => (approve.DueInWorkingDays, approve.RemindInWorkingDays, null),
            Step.Consult => (OfficeOf(task).DueInWorkingDays, (int?)null, GraceOf(task)),
            _ => throw new System.Diagnostics.UnreachableException($"Step {task.Step} has no task."),
        };
        IReadOnlyList<Suspension> suspensions = [.. task.Suspensions, suspended];
        var due = InOfficeDays(days, suspensions, task.OpenedAt);
        var overdue = due.PassesAt <= _at;
        Replace(task with
        {
            SuspendedOn = null,
            Suspensions = suspensions,
            Due = due,
            Overdue = overdue,
            EscalatedTo = overdue || IsForTheFirstToo(task) ? task.EscalatedTo : null,
            Silence = overdue && task.Silence is not null ? grace : null,
            Reminder = reminder is { } early && !task.Reminded ? InOfficeDays(early, suspensions, task.OpenedAt) : null,
        });
    }

    /// <summary>Until when a hearing may go on, if the law does not wait for a decision; null: as long as it takes.</summary>
    private Deadline? FictionDuring(OpenTask task) => _process.Edition >= 1 ? WithFiction(task with { Fiction = null }).Fiction : null;

    // What the law has approved is not undone by what comes before the timer that says so.
    private bool IsDeemedByNow => _process.Edition >= 1
        && (_case.Tasks.Any(task => task.Fiction?.PassesAt <= _at) || _case.Requests.Any(request => request.Fiction?.PassesAt <= _at));

    private OpenTask WithFiction(OpenTask task)
    {
        if (task.IsOpinion || task.OpenedBy is not null || ApproveStep(task).DeemedApproval is not { } fiction || _case.CompleteOn is not { } complete)
            return task;

        var end = fiction.EndMoves ? EndShift.Vwvfg : EndShift.Vwvfg with { ToWorkingDay = false };
        var extension = _case.Extension is { } given && fiction.ExtendableBy is { } by ? new Extension(by, given.On, given.Reason) : null;
        return task with { Extended = extension is not null, Fiction = new DeemedApproval { CompleteOn = complete, End = end, Period = fiction.Period, Extension = extension }.In(Calendar) };
    }

    private bool Extend(CaseEvent.Extended extension)
    {
        if (_case.Extension is not null || TaskOf(extension.Task) is not { Fiction: { } fiction, SuspendedOn: null } task
            || ApproveStep(task).DeemedApproval?.ExtendableBy is null || _at >= fiction.PassesAt)
            return false;

        _case = _case with { Extension = new(LegalTime.DayOf(_at), extension.Reason) };
        Replace(WithFiction(task));
        return true;
    }
}
