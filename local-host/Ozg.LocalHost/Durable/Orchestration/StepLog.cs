namespace Ozg.Hosting.Durable;

/// <summary>Numbers what the code asks for, and holds a replay to what it asked for the first time.</summary>
internal sealed class StepLog(string orchestrator)
{
    private readonly Queue<Step> _unconfirmed = new();
    private int _next;

    public T Add<T>(Func<int, T> make)
        where T : Step
    {
        var step = make(_next++);
        _unconfirmed.Enqueue(step);
        return step;
    }

    /// <summary>The history has this step here.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code asked for something else, or for nothing.</exception>
    public void Confirm(Step recorded)
    {
        if (!_unconfirmed.TryDequeue(out var asked))
            throw new NonDeterministicOrchestrationException(orchestrator, recorded.Number, recorded.Description, "nothing");
        if (!recorded.IsSameAs(asked))
            throw new NonDeterministicOrchestrationException(orchestrator, recorded.Number, recorded.Description, asked.Description);
    }

    /// <summary>The history has no further step for a turn that is over.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code asked for one.</exception>
    public void ConfirmEndOfTurn()
    {
        if (_unconfirmed.TryPeek(out var asked))
            throw new NonDeterministicOrchestrationException(orchestrator, asked.Number, "nothing", asked.Description);
    }

    /// <summary>What the code asked for in the turn that runs now.</summary>
    public IReadOnlyList<Step> TakeNew()
    {
        var steps = _unconfirmed.ToArray();
        _unconfirmed.Clear();
        return steps;
    }
}
