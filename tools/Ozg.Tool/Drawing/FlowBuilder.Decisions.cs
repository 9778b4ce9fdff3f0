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
            var either = new Ways(following, following, verdict == Verdict.Approved && CanForward(approve) ? next(Verdict.Forwarded) : null);
            return Then(decided, approve.FourEyesWhen switch
            {
                null => Result(approve.Id, lane, either),
                Conditions.Always => SecondEyes(approve, verdict, either),
                { } condition => Choice(
                    Named($"{approve.Id}.four-eyes", verdict), lane, Words("choice.question", _terms.Condition(condition)), IsApart(verdict),
                    (Words("choice.yes"), SecondEyes(approve, verdict, either)), (Words("choice.no"), Result(approve.Id, lane, either))),
            });
        }

        var ways = WaysOn(next, CanForward(approve));
        if (approve.Hearing is { } hearing)
            ways = ways with { Rejected = Heard(approve, hearing, lane, ways) };
        var node = Node(approve, NodeKind.Person, lane, _terms.Task(approve), verdict, note, Alarms(approve, verdict));
        if (approve.DeemedApproval is not null)
            _edges.Add(new($"{approve.Id}.fiction", ways.Approved));

        return Then(node, approve.FourEyesWhen switch
        {
            null => Result(approve.Id, lane, ways),
            Conditions.Always => Result(approve.Id, lane, ways with { Approved = SecondEyes(approve, verdict, ways) }),
            { } condition => Result(approve.Id, lane, ways, (_terms.Condition(condition), SecondEyes(approve, verdict, ways))),
        });
    }

    /// <summary>A review may come while time passes: what stays, stays until then; what is taken back ends the wait.</summary>
    private string Waited(Step.Wait wait, Verdict? verdict, string next)
    {
        var timer = Then(Node(wait, NodeKind.Timer, System, Waiting(wait), verdict), next);
        if (wait.Review is not { } review)
            return timer;

        var lane = LaneOf(review.Group, null);
        var ways = new Ways(timer, next, Of: "review");
        if (review.Hearing is { } hearing)
            ways = ways with { Rejected = Heard(review, hearing, lane, ways) };
        var node = Node(review, NodeKind.Person, lane, Words("node.review"), verdict, Words("note.due", Length(review.DueInWorkingDays)), Alarms(review, verdict));
        Then(node, Result(review.Id, lane, review.FourEyesWhen is null ? ways : ways with { Approved = SecondEyes(review, verdict, ways) }));
        return Choice(
            Named($"{review.Id}.if", verdict), System, Words("choice.review"), IsApart(verdict),
            (Words("choice.yes"), node), (Words("choice.no"), timer));
    }

    private string SecondEyes(Step.Approve approve, Verdict? verdict, Ways ways)
    {
        var lane = approve.Second is { } second ? LaneOf(second.Group, second.Partner) : LaneOf(approve.Group, null);
        var id = Named($"{approve.Id}.second", verdict);
        Add(new(id, NodeKind.Person, lane, Words("node.second"))
        {
            Note = Words("note.due", Length(approve.DueInWorkingDays)),
            IsApart = IsApart(verdict),
        });
        return Then(id, Result(id, lane, ways));
    }

    /// <summary>The applicant may speak before a rejection; then the desk decides anew.</summary>
    private string Heard(Step.Approve approve, Hearing hearing, string lane, Ways ways)
    {
        var again = Add(new($"{approve.Id}.again", NodeKind.Person, lane, Words("node.decideAgain")) { Note = Words("note.due", Length(approve.DueInWorkingDays)) });
        Then(again, Result(again, lane, ways));

        var heard = Add(new($"{approve.Id}.hearing", NodeKind.Person, Citizen, Words($"hearing.{ways.Of}"))
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
