namespace Ozg.Hosting.Time;

/// <summary>
/// Counts what is queued or running anywhere in the host. Whoever passes work on counts the new piece before it ends
/// its own, so zero means that nothing is left.
/// </summary>
internal sealed class WorkCounter
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Completed();
    private int _count;

    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _count == 0;
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            if (_count++ == 0)
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
                _idle.SetResult();
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _idle.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
