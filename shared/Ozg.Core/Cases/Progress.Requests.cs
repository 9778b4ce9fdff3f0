using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What the applicant is asked, and what that does to the authority's own time.</summary>
internal sealed partial class Progress
{
    private bool Ask(CaseEvent.InformationRequested request)
    {
        if (TaskOf(request.Task) is not { SuspendedOn: null } task || task.Asked != request.Nth)
            return false;

        var days = process.Find(task.Step) is Step.Approve approve ? approve.AnswerInDays ?? Step.Approve.UsualAnswerInDays : OpinionAnswerInDays;
        Replace(task with { Asked = task.Asked + 1, SuspendedOn = LegalTime.DayOf(at) });
        _case = _case with
        {
            Requests = [.. _case.Requests, new(CaseEvent.RequestOf(task.Id, request.Nth), RequestKind.Information, task, request.Words, InDays(days))],
        };
        return true;
    }

    private const int OpinionAnswerInDays = 14;

    private bool Supplement(string id)
    {
        if (!Engine.CanSupplement(_case))
            return false;

        _case = _case with { Supplements = [.. _case.Supplements, id] };
        foreach (var request in _case.Requests)
            Answer(request, complete: true);

        // What the checks found out may have changed with the data; those that are still open look at it anyway.
        foreach (var check in process.All().OfType<Step.Check>().Where(check => WasTaken(check)))
        {
            _case = _case with { Rechecks = [.. _case.Rechecks, check.Id] };
            _effects.Add(new Effect.Check(_case.Id, check.Id, _case.Supplements));
        }

        return true;
    }

    private bool WasTaken(Step.Check check) => _case.Checked.Contains(check.Id) && !_case.Rechecks.Contains(check.Id);

    private void Answer(OpenRequest request, bool complete)
    {
        _case = _case with { Requests = [.. _case.Requests.Where(other => other.Id != request.Id)] };
        if (request.Kind == RequestKind.Hearing)
            DecideHeard(request);
        else if (TaskOf(request.Task.Id) is { } task)
            Resume(task, complete);
    }

    /// <summary>The task's time runs on from the day after; what had passed before stays passed.</summary>
    private void Resume(OpenTask task, bool complete)
    {
        var today = LegalTime.DayOf(at);
        var resumed = task with { SuspendedOn = null, Suspensions = [.. task.Suspensions, new(task.SuspendedOn!.Value, today)] };
        var (due, reminder) = process.Find(task.Step) switch
        {
            Step.Approve approve => (approve.DueInWorkingDays, approve.RemindInWorkingDays),
            Step.Consult consult => (consult.Offices[RoundOf(task) - 1].DueInWorkingDays, null),
            _ => throw new System.Diagnostics.UnreachableException($"Step {task.Step} has no task."),
        };
        resumed = resumed with
        {
            Due = InOfficeDays(due, resumed.Suspensions, task.OpenedAt),
            Reminder = reminder is { } days && !task.Reminded ? InOfficeDays(days, resumed.Suspensions, task.OpenedAt) : null,
        };
        Replace(process.Find(task.Step) is Step.Approve step && complete ? WithFiction(resumed with { CompleteOn = today }, step) : resumed);
    }

    private OpenTask WithFiction(OpenTask task, Step.Approve step)
    {
        if (step.DeemedApproval is not { } fiction || (task.CompleteOn is null && task.Asked > 0))
            return task;

        var complete = task.CompleteOn ?? LegalTime.DayOf(at);
        var end = fiction.EndMoves ? EndShift.Vwvfg : EndShift.Vwvfg with { ToWorkingDay = false };
        var extension = task.Extended ? new Extension(fiction.ExtendableBy!, complete, "extended") : null;
        return task with { CompleteOn = complete, Fiction = new DeemedApproval { CompleteOn = complete, End = end, Period = fiction.Period, Extension = extension }.In(Calendar) };
    }

    private bool Extend(CaseEvent.Extended extension)
    {
        if (TaskOf(extension.Task) is not { Extended: false, Fiction: { } fiction, SuspendedOn: null } task || ApproveStep(task).DeemedApproval?.ExtendableBy is null || at >= fiction.PassesAt)
            return false;

        Replace(WithFiction(task with { Extended = true }, ApproveStep(task)));
        return true;
    }
}
