namespace Ozg.Hosting.Durable;

/// <summary>
/// Events from outside: one event completes one wait. Events that nobody waits for are kept in order. As officially, the
/// newest wait of a name gets the next event, and a cancelled wait none, so none is lost with it (workers before
/// September 2026 lost one per cancelled wait: microsoft/durabletask-dotnet, pull request 801).
/// </summary>
internal sealed class ExternalEvents
{
    private readonly List<EventRaised> kept = [];
    private readonly Dictionary<string, Stack<TaskCompletionSource<EventRaised>>> waits = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<EventRaised> Kept => kept;

    /// <summary>A name for each wait that is open.</summary>
    public IReadOnlyList<string> Awaited =>
        [.. waits.SelectMany(one => one.Value.Where(wait => !wait.Task.IsCompleted).Select(_ => one.Key))];

    public bool HasWaits => waits.Values.Any(stack => stack.Any(wait => !wait.Task.IsCompleted));

    public Task<EventRaised> WaitAsync(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<EventRaised>(cancellationToken);

        var early = kept.FindIndex(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var found = kept[early];
            kept.RemoveAt(early);
            return Task.FromResult(found);
        }

        var wait = new TaskCompletionSource<EventRaised>();
        if (!waits.TryGetValue(name, out var stack))
            waits.Add(name, stack = new());
        stack.Push(wait);
        cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken));
        return wait.Task;
    }

    public void Raise(EventRaised raised)
    {
        if (waits.TryGetValue(raised.Name, out var stack))
        {
            while (stack.TryPop(out var wait))
            {
                if (wait.TrySetResult(raised))
                    return;
            }
        }

        kept.Add(raised);
    }
}
