using System.Collections.Concurrent;
using Ozg.Core.Processes;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Cases;

/// <summary>The plans that cases run on: each stored once under its content hash, never changed.</summary>
public sealed class PlanStore(Blobs blobs)
{
    private readonly ConcurrentDictionary<string, Plan> _known = new();

    /// <summary>Keeps a plan; does nothing when it is kept already.</summary>
    public async Task KeepAsync(string hash, Plan plan, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey(hash))
            return;

        await blobs.WriteOnceAsync(BlobNames.Plan(hash), BinaryData.FromBytes(PlanHash.Write(plan)), "application/json", cancellationToken);
        _known.TryAdd(hash, plan);
    }

    /// <summary>A kept plan.</summary>
    /// <exception cref="InvalidOperationException">None is kept under this hash.</exception>
    public async Task<Plan> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(hash, out var known))
            return known;

        var stored = await blobs.ReadAsync(BlobNames.Plan(hash), cancellationToken) ?? throw new InvalidOperationException($"No plan {hash} is kept.");
        return _known.GetOrAdd(hash, PlanHash.Read(stored.ToMemory().Span));
    }
}
