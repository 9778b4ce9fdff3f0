using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Organisation;

/// <summary>Who stands in for whom: one list a Kommune, replaced as a whole.</summary>
public sealed class DeputyBook(Blobs blobs)
{
    /// <summary>A Kommune's rules, of any day.</summary>
    public async Task<IReadOnlyList<DeputyRule>> ReadAsync(Ags kommune, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(BlobNames.Deputies(kommune), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StorageJson.Default.IReadOnlyListDeputyRule)!
            : [];

    /// <summary>The rules of a desk's Kommune, and of others that have part in a task: four eyes may be of two.</summary>
    public async Task<Deputies> ReadAsync(Ags desk, IEnumerable<Ags> others, CancellationToken cancellationToken)
    {
        var ofOthers = new List<DeputyRule>();
        foreach (var other in others.Distinct().Where(other => other != desk))
            ofOthers.AddRange(await ReadAsync(other, cancellationToken));
        return new(await ReadAsync(desk, cancellationToken), ofOthers);
    }

    /// <summary>Replaces a Kommune's rules.</summary>
    public Task ReplaceAsync(Ags kommune, IReadOnlyList<DeputyRule> rules, CancellationToken cancellationToken) =>
        blobs.WriteAsync(BlobNames.Deputies(kommune), BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(rules, StorageJson.Default.IReadOnlyListDeputyRule)), "application/json", cancellationToken);
}
