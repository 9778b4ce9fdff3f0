using System.Collections.Concurrent;

namespace Ozg.Hosting.Tests.Functions;

/// <summary>What the functions of one host tell their test, and what the test tells them.</summary>
internal sealed class Probe
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentDictionary<string, int> failures = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = new();

    public IReadOnlyList<string> Seen => [.. seen];

    public void See(string what) => seen.Enqueue(what);

    /// <summary>The next calls of <see cref="MayFail"/> with this name throw.</summary>
    public void Fail(string name, int times) => failures[name] = times;

    public void MayFail(string name)
    {
        if (failures.AddOrUpdate(name, -1, (_, left) => left - 1) >= 0)
            throw new InvalidOperationException($"{name} was told to fail.");
    }

    /// <summary>Functions wait in <see cref="PassAsync"/> until it is opened.</summary>
    public void Close(string gate) => gates[gate] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open(string gate) => gates[gate].SetResult();

    public Task PassAsync(string gate, CancellationToken cancellationToken) =>
        gates.TryGetValue(gate, out var closed) ? closed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
}
