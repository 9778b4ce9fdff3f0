using Microsoft.DurableTask;

namespace Ozg.Hosting.Durable;

/// <summary>The activities, sub-orchestrations and timers that the code waits for, by the number of their step.</summary>
internal sealed class OpenTasks
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> _open = [];

    public bool Any => _open.Count > 0;

    public Task<string?> Add(int step)
    {
        var source = new TaskCompletionSource<string?>();
        _open.Add(step, source);
        return source.Task;
    }

    // An answer to a step that is no longer open comes from a cancelled timer: the history keeps it, the code does not.
    public void Complete(int step, string? result)
    {
        if (_open.Remove(step, out var source))
            source.SetResult(result);
    }

    public void Fail(int step, string name, Failure failure)
    {
        if (_open.Remove(step, out var source))
            source.SetException(new StepFailedException(new TaskFailedException(name, step, failure.ToDetails()), failure));
    }

    public bool Cancel(int step, CancellationToken cancellationToken)
    {
        if (!_open.Remove(step, out var source))
            return false;

        source.SetCanceled(cancellationToken);
        return true;
    }
}

/// <summary>Carries a failure to the call of the step, where it becomes the official exception or another attempt.</summary>
internal sealed class StepFailedException(TaskFailedException official, Failure failure) : Exception(official.Message)
{
    public TaskFailedException Official => official;

    public Failure Failure => failure;
}
