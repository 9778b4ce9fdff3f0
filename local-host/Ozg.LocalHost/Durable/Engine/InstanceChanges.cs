namespace Ozg.Hosting.Durable;

/// <summary>Wakes those who wait for an instance to get on.</summary>
internal sealed class InstanceChanges
{
    private readonly Dictionary<string, TaskCompletionSource> _waiting = [];
    private readonly Lock _gate = new();

    public void Changed(string instance)
    {
        lock (_gate)
        {
            if (_waiting.Remove(instance, out var source))
                source.SetResult();
        }
    }

    /// <summary>Looks, and looks again after every change, until <paramref name="look"/> finds what it looks for.</summary>
    public async Task<T> WaitAsync<T>(string instance, Func<T?> look, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var changed = NextChange(instance); // before looking, or a change in between would be missed
            if (look() is { } found)
                return found;

            await changed.WaitAsync(cancellationToken);
        }
    }

    private Task NextChange(string instance)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(instance, out var source))
                _waiting.Add(instance, source = new(TaskCreationOptions.RunContinuationsAsynchronously));
            return source.Task;
        }
    }
}
