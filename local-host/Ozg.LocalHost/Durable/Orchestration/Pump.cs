namespace Ozg.Hosting.Durable;

/// <summary>
/// Runs an orchestrator's continuations one after the other on the thread of its turn, so that every replay runs them in
/// the same order. What another thread posts comes from an await of something that is not the orchestration's: no replay
/// could repeat it, so it is not run, but remembered.
/// </summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private int _thread; // each turn may have another

    /// <summary>Whether the current code is the orchestrator's, in its turn.</summary>
    public bool IsCurrent => Current == this && Environment.CurrentManagedThreadId == _thread;

    /// <summary>Called for what another thread posts.</summary>
    public Action ForeignPost { get; set; } = () => { };

    /// <summary>Runs <paramref name="action"/> and all that follows from it.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            action();
            while (_posted.TryDequeue(out var next))
                next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
            _posted.Enqueue((d, state));
        else
            ForeignPost();
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An orchestrator's code is never waited for.");
}
