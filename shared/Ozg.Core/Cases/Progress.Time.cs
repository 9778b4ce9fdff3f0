using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What happens when nobody acts.</summary>
internal sealed partial class Progress
{
    // The earliest moment alone: what comes of it may change what the later ones mean, and they are events of their own.
    private bool PassTime()
    {
        var now = _case.Deadline;
        if (_case.Requests.FirstOrDefault(request => request.Fiction?.PassesAt == now) is { } hearing)
            Deem(hearing.Task);
        else if (_case.Requests.FirstOrDefault(request => request.Due.PassesAt == now) is { } request)
            Answer(request);
        else if (_case.Payments.FirstOrDefault(payment => payment.NextMoment == now) is { } payment)
            AskPlatform(payment);
        else if (_case.Waits.FirstOrDefault(wait => wait.Until == now) is { } wait)
            EndWait(wait);
        else
            PassTime(_case.Tasks.First(task => task.NextMoment == now), now);
        return true;
    }

    // What has ended by itself cannot be taken back: a review that is still open goes with it.
    private void EndWait(OpenWait wait)
    {
        EndReview(wait.Step);
        _case = _case with { Waits = [.. _case.Waits.Where(other => other.Step != wait.Step)] };
        LeaveOther(wait.Step);
    }

    private void PassTime(OpenTask task, DateTimeOffset? now)
    {
        if (task.Fiction?.PassesAt == now)
            Deem(task);
        else if (task.Silence?.PassesAt == now)
            EndSilence(task);
        else if (task.Reminder?.PassesAt == now)
            Replace(task with { Reminder = null, Reminded = true });
        else
            Replace(task.IsOpinion ? Remind(task) : task with { Overdue = true, EscalatedTo = task.EscalatedTo ?? (task.Partner is null ? ApproveStep(task).EscalateTo : null) });
    }

    private OpenTask Remind(OpenTask task) => task with
    {
        Overdue = true,
        Reminded = true,
        Silence = GraceOf(task),
    };

    private void EndSilence(OpenTask task)
    {
        if (OfficeOf(task).IfSilent is { } answer)
            Hear(task, answer, words: null, silent: true);
        else
            Replace(task with { Silence = null, EscalatedTo = ConsultStep(task).EscalateTo });
    }

    // What lies at a partner's desk, the Kommune's own groups do not see.
    private Deadline? GraceOf(OpenTask task) =>
        OfficeOf(task) is var office && (office.IfSilent is not null || (office.Partner is null && ConsultStep(task).EscalateTo is not null))
            ? InOfficeDays(office.GraceInWorkingDays ?? Office.UsualGraceInWorkingDays)
            : null;

    private Office OfficeOf(OpenTask task) => ConsultStep(task).Offices[task.Id.Round - 1];

    private Step.Consult ConsultStep(OpenTask task) => (Step.Consult)_process.Find(task.Step);

    /// <summary>Nobody decided in time, so the law does: no second pair of eyes can be asked for that.</summary>
    private void Deem(OpenTask task)
    {
        Remove(task);
        Know(Conditions.Deemed);
        _case = _case with { Settled = true };
        Leave(task.Step);
    }
}
