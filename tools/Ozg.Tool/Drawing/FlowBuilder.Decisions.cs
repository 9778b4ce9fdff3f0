using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Tool.Drawing;

/// <summary>What clerks decide: one or two of them, after a hearing, and again while time passes.</summary>
internal sealed partial class FlowBuilder
{
    private string Decided(Step.Approve approve, Verdict? verdict, Func<Verdict?, string> next)
    {
        var lane = LaneOf(approve.Group, null);
        var note = Words("note.due", Length(approve.DueInWorkingDays));
        if (verdict != Verdict.Approved || approve.RejectionMeans is not null)
        {
            // On a rejected application, beside other ways, or on a part of it: what the decision changes shows further on.
            var decided = Node(approve, NodeKind.Person, lane, _terms.Task(approve), verdict, note, Alarms(approve, verdict));
            var following = next(verdict);
            return Then(decided, approve.FourEyesWhen switch
            {
                null => following,
                Conditions.Always => SecondEyes(approve, verdict, following, following),
                { } condition => Choice(
                    Named($"{approve.Id}.four-eyes", verdict), lane, Words("choice.question", _terms.Condition(condition)), verdict == Verdict.Rejected,
                    (Words("choice.yes"), SecondEyes(approve, verdict, following, following)), (Words("choice.no"), following)),
            });
        }

        var approved = next(Verdict.Approved);
        var rejected = approve.Hearing is null ? next(Verdict.Rejected) : Heard(approve, approve.Hearing, lane, approved, next(Verdict.Rejected));
        var node = Node(approve, NodeKind.Person, lane, _terms.Task(approve), verdict, note, Alarms(approve, verdict));
        if (approve.DeemedApproval is not null)
            _edges.Add(new($"{approve.Id}.fiction", approved));

        return Then(node, approve.FourEyesWhen switch
        {
            null => Result(approve.Id, lane, approved, rejected),
            Conditions.Always => Result(approve.Id, lane, SecondEyes(approve, verdict, approved, rejected), rejected),
            { } condition => Choice(
                $"{approve.Id}.result", lane, Words("choice.result"), afterRejection: false,
                (Words($"verdict.{Verdict.Approved}"), approved),
                (_terms.Condition(condition), SecondEyes(approve, verdict, approved, rejected)),
                (Words($"verdict.{Verdict.Rejected}"), rejected)),
        });
    }

    /// <summary>A review may come while time passes: what stays, stays until then; what is taken back ends the wait.</summary>
    private string Waited(Step.Wait wait, Verdict? verdict, string next)
    {
        var timer = Then(Node(wait, NodeKind.Timer, System, Waiting(wait), verdict), next);
        if (wait.Review is not { } review)
            return timer;

        var lane = LaneOf(review.Group, null);
        var revoked = review.Hearing is null ? next : Heard(review, review.Hearing, lane, timer, next, "review");
        var node = Node(review, NodeKind.Person, lane, Words("node.review"), verdict, Words("note.due", Length(review.DueInWorkingDays)), Alarms(review, verdict));
        Then(node, Result(review.Id, lane, review.FourEyesWhen is null ? timer : SecondEyes(review, verdict, timer, revoked, "review"), revoked, "review"));
        return Choice(
            Named($"{review.Id}.if", verdict), System, Words("choice.review"), verdict == Verdict.Rejected,
            (Words("choice.yes"), node), (Words("choice.no"), timer));
    }

    private string SecondEyes(Step.Approve approve, Verdict? verdict, string approved, string rejected, string of = "verdict")
    {
        var lane = approve.Second is { } second ? LaneOf(second.Group, second.Partner) : LaneOf(approve.Group, null);
        var id = Named($"{approve.Id}.second", verdict);
        Add(new(id, NodeKind.Person, lane, Words("node.second"))
        {
            Note = Words("note.due", Length(approve.DueInWorkingDays)),
            AfterRejection = verdict == Verdict.Rejected,
        });
        return Then(id, Result(id, lane, approved, rejected, of));
    }

    /// <summary>The applicant may speak before a rejection; then the desk decides anew.</summary>
    private string Heard(Step.Approve approve, Hearing hearing, string lane, string approved, string rejected, string of = "verdict")
    {
        var again = Add(new($"{approve.Id}.again", NodeKind.Person, lane, Words("node.decideAgain")) { Note = Words("note.due", Length(approve.DueInWorkingDays)) });
        Then(again, Result(again, lane, approved, rejected, of));

        var heard = Add(new($"{approve.Id}.hearing", NodeKind.Person, Citizen, Words($"hearing.{of}"))
        {
            Note = Words("note.due", Phrases.Length(Period.Days(hearing.AnswerInDays))),
            Alarms = [new($"{approve.Id}.silence", Words("alarm.noAnswer", Days(hearing.AnswerInDays)), Iso(hearing.AnswerInDays), Interrupts: true)],
        });
        _edges.Add(new($"{approve.Id}.silence", again));
        return Then(heard, again);
    }

    private Alarm[] Alarms(Step.Approve approve, Verdict? verdict)
    {
        var id = Named(approve.Id, verdict);
        var alarms = new List<Alarm>();
        if (approve.RemindInWorkingDays is { } remind)
            alarms.Add(new($"{id}.reminder", Words("alarm.reminder", WorkingDays(remind)), Iso(remind), Interrupts: false));
        if (approve.EscalateTo is { } escalate)
            alarms.Add(new($"{id}.overdue", Words("alarm.overdue", WorkingDays(approve.DueInWorkingDays), _terms.Group(escalate)), Iso(approve.DueInWorkingDays), Interrupts: false));
        if (approve.DeemedApproval is { } fiction && verdict == Verdict.Approved)
            alarms.Add(new($"{id}.fiction", Words("alarm.fiction", Phrases.After(fiction.Period)), Iso(fiction.Period), Interrupts: true));
        return [.. alarms];
    }
}
