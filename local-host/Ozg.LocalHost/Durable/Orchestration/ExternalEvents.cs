namespace Ozg.Hosting.Durable;

/// <summary>
/// Events from outside: one event completes one wait. Events that nobody waits for are kept in order. As officially, the
/// newest wait of a name gets the next event, and a cancelled wait none, so none is lost with it (workers before
/// September 2026 lost one per cancelled wait: microsoft/durabletask-dotnet, pull request 801). Open waits of one name are of
/// one type: whichever gets the event can read it.
/// </summary>
internal sealed class ExternalEvents
{
    private readonly List<EventRaised> _kept = [];
    private readonly Dictionary<string, Stack<Wait>> _waits = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<EventRaised> Kept => _kept;

    /// <summary>A name for each wait that is open.</summary>
    public IReadOnlyList<string> Awaited =>
        [.. _waits.SelectMany(one => one.Value.Where(wait => wait.IsOpen).Select(_ => one.Key))];

    public bool HasWaits => _waits.Values.Any(stack => stack.Any(wait => wait.IsOpen));

    /// <exception cref="ArgumentException">Another wait of that name is open, for another type.</exception>
    public Task<EventRaised> WaitAsync(string name, Type type, CancellationToken cancellationToken)
    {
        if (_waits.GetValueOrDefault(name)?.FirstOrDefault(wait => wait.IsOpen && wait.Type != type) is { } other)
        {
            throw new ArgumentException(
                $"Events with the same name must have the same type: '{name}' is already waited for as {other.Type.FullName}, now as {type.FullName}.");
        }

        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<EventRaised>(cancellationToken);

        var early = _kept.FindIndex(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var found = _kept[early];
            _kept.RemoveAt(early);
            return Task.FromResult(found);
        }

        var wait = new Wait(type);
        if (!_waits.TryGetValue(name, out var stack))
            _waits.Add(name, stack = new());
        stack.Push(wait);
        cancellationToken.Register(() => wait.Event.TrySetCanceled(cancellationToken));
        return wait.Event.Task;
    }

    public void Raise(EventRaised raised)
    {
        if (_waits.TryGetValue(raised.Name, out var stack))
        {
            while (stack.TryPop(out var wait))
            {
                if (wait.Event.TrySetResult(raised))
                    return;
            }
        }

        _kept.Add(raised);
    }

    private sealed record Wait(Type Type)
    {
        public TaskCompletionSource<EventRaised> Event { get; } = new();

        public bool IsOpen => !Event.Task.IsCompleted;
    }
}
