using Ozg.Core.Processes;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace Ozg.Tool.Drawing;

/// <summary>
/// Draws up the flow of a process from its end to its beginning, so that every arrow finds what it leads to. What happens after a
/// rejection is drawn apart from what happens otherwise: two lines that end apart say more than a question at every step.
/// </summary>
internal sealed partial class FlowBuilder
{
    private const string Citizen = "lane.citizen";
    private const string System = "lane.system";
    private const string BackOffice = "lane.back-office";

    private readonly Terms _terms;
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly List<Edge> _edges = [];
    private readonly Dictionary<(IReadOnlyList<Step> Sequence, int Index, Verdict? Verdict), string> _entries = [];

    private FlowBuilder(Terms terms) => _terms = terms;

    public static Flow Build(string id, string title, Process process, Terms terms)
    {
        var builder = new FlowBuilder(terms);
        var first = builder.Entry(process.Steps, 0, Verdict.Approved, builder.End);
        builder.Add(new("process.start", NodeKind.Start, Citizen, Words("node.start")));
        builder._edges.Add(new("process.start", first));
        builder.MergeMeetings();
        return new(id, title, builder.Lanes(process), [.. builder._nodes.Values], builder._edges);
    }

    private string End(Verdict? verdict) => verdict switch
    {
        Verdict.Rejected => Add(new("process.rejected", NodeKind.Rejected, Citizen, Words("node.rejected")) { IsApart = true }),
        Verdict.Forwarded => Add(new("process.forwarded", NodeKind.Forwarded, Citizen, Words("node.forwarded")) { IsApart = true }),
        _ => Add(new("process.completed", NodeKind.Completed, Citizen, Words("node.completed"))),
    };

    /// <summary>What comes first from here on.</summary>
    /// <param name="sequence">Where the steps stand.</param>
    /// <param name="index">The first that may be taken.</param>
    /// <param name="verdict">Null: not known, on one of several ways at the same time.</param>
    /// <param name="after">What comes behind the sequence.</param>
    private string Entry(IReadOnlyList<Step> sequence, int index, Verdict? verdict, Func<Verdict?, string> after)
    {
        while (index < sequence.Count && !IsTaken(sequence[index], verdict))
            index++;
        if (index == sequence.Count)
            return after(verdict);
        if (_entries.TryGetValue((sequence, index, verdict), out var known))
            return known;

        if (QuestionOf(sequence[index], verdict) is not { } question)
            return _entries[(sequence, index, verdict)] = Chain(sequence, index, index + 1, verdict, null, after);

        var end = EndOfQuestion(sequence, index, verdict, question.Text);
        return _entries[(sequence, index, verdict)] = Choice(
            Named(sequence[index].Id + ".if", verdict), System, Words("choice.question", question.Text), IsApart(verdict),
            (Words("choice.yes"), Chain(sequence, index, end, verdict, true, after)),
            (Words("choice.no"), Chain(sequence, index, end, verdict, false, after)));
    }

    /// <summary>The steps up to an end, whose condition has been asked and answered; null: they have none.</summary>
    private string Chain(IReadOnlyList<Step> sequence, int index, int end, Verdict? verdict, bool? answer, Func<Verdict?, string> after)
    {
        while (index < end && (!IsTaken(sequence[index], verdict) || QuestionOf(sequence[index], verdict)?.Answer != answer))
            index++;
        return index >= end
            ? Entry(sequence, end, verdict, after)
            : Body(sequence[index], verdict, Once(then => then == verdict
                ? Chain(sequence, index + 1, end, verdict, answer, after)
                : Entry(sequence, index + 1, then, after)));
    }

    /// <summary>Both ways of a branch lead on to the same, which is drawn once.</summary>
    private static Func<Verdict?, string> Once(Func<Verdict?, string> next)
    {
        var drawn = new List<(Verdict? Verdict, string Entry)>();
        return verdict =>
        {
            if (drawn.All(known => known.Verdict != verdict))
                drawn.Add((verdict, next(verdict)));
            return drawn.First(known => known.Verdict == verdict).Entry;
        };
    }

    private string Body(Step step, Verdict? verdict, Func<Verdict?, string> next) => step switch
    {
        Step.Check check => Checked(check, verdict, next),
        Step.Consult consult => Consulted(consult, verdict, next),
        Step.Approve approve => Decided(approve, verdict, next),
        Step.Pay pay => Paid(pay, verdict, next),
        Step.Issue issue => Then(Node(step, NodeKind.Automatic, System, Words("node.issue", _terms.Thing(issue.Document)), verdict), next(verdict)),
        Step.Notify notify => Then(Node(step, NodeKind.Automatic, System, Words("node.notify", _terms.Thing(notify.Message)), verdict), next(verdict)),
        Step.Deliver deliver => Delivered(deliver, verdict, next(verdict)),
        Step.Wait wait => Waited(wait, verdict, next(verdict)),
        Step.Branch branch => Choice(
            Named(step.Id, verdict), System, Words("choice.question", _terms.Condition(branch.If)), IsApart(verdict),
            (Words("choice.yes"), Entry(branch.Then, 0, verdict, next)),
            (Words("choice.no"), Entry(branch.Else ?? [], 0, verdict, next))),
        Step.Parallel parallel => AtTheSameTime(parallel, verdict, next),
        _ => throw new UnreachableException($"No arm for step kind {step.GetType().Name}."),
    };

    private string AtTheSameTime(Step.Parallel parallel, Verdict? verdict, Func<Verdict?, string> next)
    {
        var within = new Process([parallel]).All().ToList();
        var isOpen = verdict == Verdict.Approved && within.Any(step => CanReject(step) || CanForward(step));
        var join = Add(new(Named(parallel.Id + ".join", verdict), NodeKind.Fork, System, "") { IsJoin = true, IsApart = IsApart(verdict) });
        _edges.Add(new(join, isOpen ? Result(parallel.Id, System, WaysOn(next, within.Any(CanForward))) : next(verdict)));

        var fork = Add(new(Named(parallel.Id, verdict), NodeKind.Fork, System, "") { IsApart = IsApart(verdict) });
        foreach (var branch in parallel.Branches)
            _edges.Add(new(fork, Entry(branch, 0, isOpen ? null : verdict, _ => join)));
        return fork;
    }

    /// <summary>Where ways that exclude each other meet, a small gateway says that nothing is waited for.</summary>
    private void MergeMeetings()
    {
        foreach (var (target, edges) in _edges.GroupBy(edge => edge.To).Where(into => into.Count() > 1).Select(into => (_nodes[into.Key], into.ToList())).ToList())
        {
            if (target.IsJoin)
                continue;

            var merge = Add(new($"{target.Id}.merge", NodeKind.Choice, target.Lane, "") { IsApart = target.IsApart, IsJoin = true });
            foreach (var edge in edges)
                _edges[_edges.IndexOf(edge)] = edge with { To = merge };
            _edges.Add(new(merge, target.Id));
        }
    }

    /// <summary>A gateway; none where all ways lead to the same.</summary>
    private string Choice(string id, string lane, string question, bool isApart, params (string Answer, string To)[] ways)
    {
        if (ways.DistinctBy(way => way.To).Count() == 1)
            return ways[0].To;

        Add(new(id, NodeKind.Choice, lane, question) { IsApart = isApart });
        _edges.AddRange(ways.Select(way => new Edge(id, way.To, way.Answer)));
        return id;
    }

    /// <summary>Where a decision leads.</summary>
    /// <param name="Approved">What comes then.</param>
    /// <param name="Rejected">What comes then.</param>
    /// <param name="Forwarded">What comes when another Kommune is responsible; null: nobody asks that here.</param>
    /// <param name="Of">What the answers are called after, a verdict on the application or a review.</param>
    private sealed record Ways(string Approved, string Rejected, string? Forwarded = null, string Of = "verdict");

    private static Ways WaysOn(Func<Verdict?, string> next, bool canForward) =>
        new(next(Verdict.Approved), next(Verdict.Rejected), canForward ? next(Verdict.Forwarded) : null);

    private string Result(string step, string lane, Ways ways, params (string Answer, string To)[] between) => Choice(
        $"{step}.result", lane, Words("choice.result"), isApart: false,
        [
            (Words($"{ways.Of}.{Verdict.Approved}"), ways.Approved), .. between, (Words($"{ways.Of}.{Verdict.Rejected}"), ways.Rejected),
            .. ways.Forwarded is { } forwarded ? [(Words($"{ways.Of}.{Verdict.Forwarded}"), forwarded)] : Array.Empty<(string, string)>(),
        ]);

    private string Then(string from, string to)
    {
        _edges.Add(new(from, to));
        return from;
    }

    private string Node(Step step, NodeKind kind, string lane, string label, Verdict? verdict, string? note = null, params Alarm[] alarms) =>
        Add(new(Named(step.Id, verdict), kind, lane, label) { Note = note, Alarms = alarms, IsApart = IsApart(verdict) });

    private string Add(Node node)
    {
        _nodes[node.Id] = node;
        return node.Id;
    }

    private static string Named(string step, Verdict? verdict) => verdict switch
    {
        Verdict.Rejected => $"{step}.rejected",
        Verdict.Forwarded => $"{step}.forwarded",
        _ => step,
    };

    private static bool IsApart(Verdict? verdict) => verdict is Verdict.Rejected or Verdict.Forwarded;

    private static string Words(string key, params object[] values) => Guide.Words.Say(key, values);
}
