namespace Ozg.Hosting.Time;

/// <summary>
/// Counts what is queued or running anywhere in the host. Whoever passes work on counts the new piece before it ends
/// its own, so zero means that nothing is left.
/// </summary>
internal sealed class WorkCounter
{
    private readonly Lock gate = new();
    private TaskCompletionSource idle = Completed();
    private int count;

    public bool IsIdle
    {
        get
        {
            lock (gate)
                return count == 0;
        }
    }

    public void Begin()
    {
        lock (gate)
        {
            if (count++ == 0)
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void End()
    {
        lock (gate)
        {
            if (--count == 0)
                idle.SetResult();
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return idle.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
