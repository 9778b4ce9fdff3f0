using System.Collections.Concurrent;

namespace Ozg.Hosting.Tests.Functions;

/// <summary>What the functions of one host tell their test, and what the test tells them.</summary>
internal sealed class Probe
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    public IReadOnlyList<string> Seen => [.. _seen];

    public void See(string what) => _seen.Enqueue(what);

    /// <summary>The next calls of <see cref="MayFail"/> with this name throw.</summary>
    public void Fail(string name, int times) => _failures[name] = times;

    public void MayFail(string name)
    {
        if (_failures.AddOrUpdate(name, -1, (_, left) => left - 1) >= 0)
            throw new InvalidOperationException($"{name} was told to fail.");
    }

    /// <summary>Functions wait in <see cref="PassAsync"/> until it is opened.</summary>
    public void Close(string gate) => _gates[gate] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open(string gate) => _gates[gate].SetResult();

    public Task PassAsync(string gate, CancellationToken cancellationToken) =>
        _gates.TryGetValue(gate, out var closed) ? closed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
}
