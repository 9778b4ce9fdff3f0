using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What lies at the desk: approvals, opinions, and who has them.</summary>
internal sealed partial class Progress
{
    private OpenTask? TaskOf(TaskId id) => _case.Tasks.FirstOrDefault(task => task.Id == id);

    // What the law has approved, and what has ended, nobody can decide any more, also if the timer that says so comes late.
    private OpenTask? Decision(TaskId id) => TaskOf(id) is { IsOpinion: false } task && !(task.Fiction?.PassesAt <= _at) && !(ReviewedIn(task)?.Until <= _at) ? task : null;

    private OpenTask? Opinion(TaskId id) => TaskOf(id) is { IsOpinion: true } task ? task : null;

    private void Replace(OpenTask now) => _case = _case with { Tasks = [.. _case.Tasks.Select(task => task.Id == now.Id ? now : task)] };

    private void Remove(OpenTask task) => _case = _case with
    {
        Tasks = [.. _case.Tasks.Where(other => other.Id != task.Id)],
        Requests = [.. _case.Requests.Where(request => request.Task.Id != task.Id)],
    };

    private bool Hand(TaskId id, int turn, CaseEvent hand)
    {
        if (TaskOf(id) is not { } task || task.Turn != turn)
            return false;

        Replace(task.After(hand));
        return true;
    }

    private bool OpenApproval(Step.Approve step)
    {
        Open(step, round: 1);
        return false;
    }

    private void Open(
        Step.Approve step, int round, Actor? firstBy = null, string? alsoTo = null, bool heard = false, Proposal? proposed = null, Actor? openedBy = null)
    {
        var second = firstBy is null ? null : step.Second;
        var task = new OpenTask(TaskId.For(_case.Id, step.Id, round), step.Id, second?.Group ?? step.Group, _at, InOfficeDays(step.DueInWorkingDays))
        {
            Partner = second?.Partner,
            FirstApprovalBy = firstBy,
            Proposed = proposed,
            OpenedBy = openedBy,
            EscalatedTo = alsoTo,
            Heard = heard,
            Reminder = step.RemindInWorkingDays is { } days ? InOfficeDays(days) : null,
        };
        _case = _case with { Tasks = [.. _case.Tasks, WithFiction(task)] };
    }

    private bool Approve(OpenTask task, CaseEvent.Approved decision)
    {
        var step = ApproveStep(task);
        Remove(task);
        if (task.FirstApprovalBy?.SharesEyesWith(decision.By) == true || IsOfWhoOpened(task, decision.By) || IsOutdated(decision) || IsCheckedAgain)
            return DecideAgain(task);

        var proposed = decision.Altered is { } altered ? new Proposal(altered.Supplement, decision.Reason) : task.Proposed;
        if (task.FirstApprovalBy is not null && decision.Altered is not null)
        {
            // The second pair would grant something else than the first: the first is asked what it says to that.
            Open(step, task.Id.Round + 1, heard: task.Heard, proposed: proposed, openedBy: task.OpenedBy);
            return true;
        }

        if (task.FirstApprovalBy is null && step.FourEyesWhen is { } condition && Holds(condition))
        {
            // Where the second pair has given the first approval, or may have when nobody wrote it down, the first pair may give the second.
            // A partner's group of the same name is not the one to which it was escalated.
            var swapped = task.EscalatedTo is { } also && step.Second is { Partner: null } second && also == second.Group && (decision.Group ?? also) == also;
            Open(step, task.Id.Round + 1, decision.By, alsoTo: swapped ? step.Group : null, proposed: proposed, openedBy: task.OpenedBy);
            return true;
        }

        return task.OpenedBy is not null ? Keep(task) : Grant(step, proposed, decision.Reason);
    }

    // Not since it is overdue: where the second pair gave the first approval, nobody of it might be left for the second.
    private bool IsForTheFirstToo(OpenTask task) => task.FirstApprovalBy is not null && task.EscalatedTo == ApproveStep(task).Group;

    private bool Reject(OpenTask task, CaseEvent.Rejected decision)
    {
        Remove(task);
        if (IsOfWhoOpened(task, decision.By))
            return DecideAgain(task);
        if (ApproveStep(task).Hearing is { } hearing && !task.Heard)
        {
            var due = ForApplicant(hearing.AnswerInDays);
            _case = _case with { Requests = [.. _case.Requests, new($"{task.Id}.hearing", RequestKind.Hearing, task, decision.Reason, due) { Fiction = FictionDuring(task) }] };
            return true;
        }

        if (ApproveStep(task).RejectionMeans is not { } part)
            return RejectAll(task.Step, decision.Reason);

        Know(part);
        if (ReviewedIn(task) is { } wait)
            return Revoke(wait, decision);

        _case = _case with { Reason = decision.Reason, Settled = true };
        return Leave(task.Step);
    }

    // The desk refuses the same pair of eyes before the decision is stored; here the rule holds whatever comes.
    private bool DecideAgain(OpenTask task)
    {
        Open(ApproveStep(task), task.Id.Round + 1, task.FirstApprovalBy, task.EscalatedTo, task.Heard, task.Proposed, task.OpenedBy);
        return true;
    }

    /// <summary>The applicant has been heard, or has said nothing in time: the task is decided anew.</summary>
    private void DecideHeard(OpenRequest hearing) => DecideAgain(hearing.Task with { Heard = true });

    private bool StandsAtConsult(Step.Consult step)
    {
        var asked = step.Offices.Select((office, index) => (Office: office, Round: index + 1)).Where(one => one.Office.When is not { } when || Holds(when)).ToList();
        if (asked.Count == 0)
            return false;

        StandAt(step);
        var tasks = asked.Select(one => new OpenTask(TaskId.For(_case.Id, step.Id, one.Round), step.Id, one.Office.Group, _at, InOfficeDays(one.Office.DueInWorkingDays))
        {
            Partner = one.Office.Partner,
            IsOpinion = true,
        });
        _case = _case with { Tasks = [.. _case.Tasks, .. tasks] };
        return true;
    }

    private bool Hear(OpenTask task, OfficeAnswer answer, string? words, bool silent, string? by = null)
    {
        var step = ConsultStep(task);
        Remove(task);
        _case = _case with { Opinions = [.. _case.Opinions, new(step.Id, task.Group, answer, words, silent, by == task.Group ? null : by)] };
        if (answer == OfficeAnswer.Object)
            Know(Conditions.Objected);
        if (answer == OfficeAnswer.AgreeWithConditions)
            Know(Conditions.Conditional);

        var open = _case.Tasks.Where(other => other.Step == step.Id).ToList();
        if (open.Count > 0 && _case.Opinions.Count(opinion => opinion.Step == step.Id) < step.Quorum.GetValueOrDefault(int.MaxValue))
            return true;

        foreach (var unneeded in open)
            Remove(unneeded);
        return LeaveOther(step.Id);
    }

    private Step.Approve ApproveStep(OpenTask task) => (Step.Approve)_process.Find(task.Step);

    private Deadline InOfficeDays(int days, IReadOnlyList<Suspension>? suspensions = null, DateTimeOffset? from = null) =>
        DeadlineRules.After(LegalTime.DayOf(from ?? _at), _process.ClosingDays is null ? Period.WorkingDays(days) : Period.OfficeDays(days), EndShift.Bgb, Calendar, suspensions ?? []);

    /// <summary>
    /// The applicant's time to answer, which begins when the question counts as made known (§ 31 (2), § 41 (2) VwVfG): it is sent
    /// electronically when the clerk asks, and nobody knows when it was read. Assumption: the addressee keeps the holidays of the Land.
    /// </summary>
    private Deadline ForApplicant(int days)
    {
        if (_process.Regime is not { } regime)
            return InDays(days);

        var sent = new Dispatch.Electronic(LegalTime.DayOf(_at));
        var served = (Service.Served)ServiceRules.Of(sent, new Receipt.Unknown(), regime, ServiceFictions.In(Calendar.Land), Calendar);
        return DeadlineRules.SetByAuthority(served, Period.Days(days), EndShift.For(regime), Calendar);
    }

    private Deadline InDays(int days) => DeadlineRules.After(LegalTime.DayOf(_at), Period.Days(days), EndShift.Vwvfg, Calendar);
}
