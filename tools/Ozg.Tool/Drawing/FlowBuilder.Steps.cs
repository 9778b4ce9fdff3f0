using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Tool.Drawing;

/// <summary>What the steps of each kind become.</summary>
internal sealed partial class FlowBuilder
{
    private string Checked(Step.Check check, Verdict? verdict, Func<Verdict?, string> next)
    {
        var label = check.Register is { } register ? Words("node.askRegister", _terms.Thing(register)) : Words("node.check");
        var node = Node(check, NodeKind.Automatic, System, label, verdict);
        if (verdict != Verdict.Approved || !(CanReject(check) || CanForward(check)))
            return Then(node, next(verdict));

        var ways = new List<(string, string)> { (Words("choice.inOrder"), next(Verdict.Approved)) };
        if (check.ForwardWhen is { Count: > 0 } elsewhere)
            ways.Add((Words("choice.responsibleKnown", string.Join(", ", elsewhere.Select(_terms.Condition))), next(Verdict.Forwarded)));
        if (check.RejectWhen is { Count: > 0 } reasons)
            ways.Add((string.Join(", ", reasons.Select(_terms.Condition)), next(Verdict.Rejected)));
        return Then(node, Choice($"{check.Id}.result", System, Words("choice.result"), isApart: false, [.. ways]));
    }

    private string Consulted(Step.Consult consult, Verdict? verdict, Func<Verdict?, string> next)
    {
        var offices = consult.Offices.Select((office, index) => (Office: office, Node: Opinion(consult, office, index, verdict))).ToList();
        var following = next(verdict);
        var after = IsApart(verdict);
        if (offices is [var (office, node)])
        {
            Then(node, following);
            return office.When is null
                ? node
                : Choice(Named(consult.Id + ".if", verdict), System, Words("choice.question", _terms.Condition(office.When)), after, (Words("choice.yes"), node), (Words("choice.no"), following));
        }

        var kind = offices.Any(asked => asked.Office.When is not null) ? NodeKind.Inclusive : NodeKind.Fork;
        var enough = consult.Quorum is { } quorum && quorum < offices.Count ? Words("choice.quorum", quorum, offices.Count) : "";
        var join = Add(new(Named(consult.Id + ".join", verdict), kind, System, enough) { IsJoin = true, IsApart = after });
        _edges.Add(new(join, following));

        var fork = Add(new(Named(consult.Id, verdict), kind, System, Words("choice.consult")) { IsApart = after });
        foreach (var asked in offices)
        {
            _edges.Add(new(fork, asked.Node, asked.Office.When is { } when ? _terms.Condition(when) : null));
            _edges.Add(new(asked.Node, join));
        }

        if (offices.All(asked => asked.Office.When is not null))
            _edges.Add(new(fork, join, Words("choice.nobody")));
        return fork;
    }

    private string Opinion(Step.Consult consult, Office office, int index, Verdict? verdict)
    {
        var id = Named($"{consult.Id}.{index + 1}", verdict);
        return Add(new(id, NodeKind.Person, LaneOf(office.Group, office.Partner), Words("node.opinion"))
        {
            Note = office.IfSilent is { } silence
                ? Words("note.silence", WorkingDays(office.DueInWorkingDays + (office.GraceInWorkingDays ?? Office.UsualGraceInWorkingDays)), Words($"answer.{silence}"))
                : Words("note.due", Length(office.DueInWorkingDays)),
            IsApart = IsApart(verdict),
            Alarms = [.. Alarms(consult, office, id)],
        });
    }

    private IEnumerable<Alarm> Alarms(Step.Consult consult, Office office, string id)
    {
        yield return new($"{id}.reminder", Words("alarm.reminder", WorkingDays(office.DueInWorkingDays)), Iso(office.DueInWorkingDays), Interrupts: false);
        var silent = office.DueInWorkingDays + (office.GraceInWorkingDays ?? Office.UsualGraceInWorkingDays);
        if (office is { IfSilent: null, Partner: null } && consult.EscalateTo is { } further)
            yield return new($"{id}.overdue", Words("alarm.overdue", WorkingDays(silent), _terms.Group(further)), Iso(silent), Interrupts: false);
    }

    private string Paid(Step.Pay pay, Verdict? verdict, Func<Verdict?, string> next)
    {
        var (paid, unpaid) = (next(verdict), verdict == Verdict.Approved ? next(Verdict.Rejected) : next(verdict));
        var alarm = new Alarm(Named($"{pay.Id}.unpaid", verdict), Words("alarm.unpaid", Days(pay.DueInDays)), Iso(pay.DueInDays), Interrupts: true);
        var node = Node(pay, NodeKind.Person, Citizen, Words("node.pay"), verdict, Words("note.pay", _terms.Thing(pay.Amount)), alarm);
        _edges.Add(new(alarm.Id, unpaid));
        return Then(node, paid);
    }

    private string Delivered(Step.Deliver deliver, Verdict? verdict, string next)
    {
        var received = Add(new(Named(deliver.Id + ".receipt", verdict), NodeKind.Receive, BackOffice, Words("node.receipt", _terms.Thing(deliver.Target)))
        {
            IsApart = IsApart(verdict),
        });
        Then(received, next);
        var note = deliver.Only is null && deliver.Without is null ? null : Words("note.partOnly");
        return Then(Node(deliver, NodeKind.Send, BackOffice, Words("node.deliver", _terms.Thing(deliver.Target)), verdict, note), received);
    }

    private string Waiting(Step.Wait wait) =>
        wait.Until is { } date ? Words("node.waitUntil", _terms.Thing(date)) : Words("node.wait", Length(wait.WorkingDays!.Value));

    private static string Length(int workingDays) => Phrases.Length(Period.WorkingDays(workingDays));

    private static string WorkingDays(int count) => Phrases.After(Period.WorkingDays(count));

    private static string Days(int count) => Phrases.After(Period.Days(count));

    private static string Iso(int days) => $"P{days}D";

    private static string Iso(Period period) => period.Unit switch
    {
        PeriodUnit.Week => $"P{period.Count}W",
        PeriodUnit.Month => $"P{period.Count}M",
        PeriodUnit.Year => $"P{period.Count}Y",
        _ => Iso(period.Count),
    };
}
