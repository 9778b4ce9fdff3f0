using Ozg.Core.Cases;

namespace Ozg.Tool.Simulation;

/// <summary>What is going to happen, unless the case has changed by then.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Case, DateTimeOffset, CaseEvent?>, (DateTimeOffset At, int Nth)> _acts = new();
    private int _count;

    /// <summary>The next moment; null when nobody plans anything.</summary>
    public DateTimeOffset? Next => _acts.TryPeek(out _, out var due) ? due.At : null;

    /// <param name="at">When.</param>
    /// <param name="act">Given the case as it is then and the moment: what happens; null: nothing any more.</param>
    public void Add(DateTimeOffset at, Func<Case, DateTimeOffset, CaseEvent?> act) => _acts.Enqueue(act, (at.ToUniversalTime(), _count++));

    public CaseEvent? Take(Case current)
    {
        _acts.TryDequeue(out var act, out var due);
        return act!(current, due.At);
    }
}
