using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Submissions;

/// <summary>What applicants have sent after their application, and what it makes of it.</summary>
public sealed class SupplementStore(Blobs blobs, SubmissionStore submissions)
{
    /// <summary>Commits a supplement whose files are stored.</summary>
    /// <returns>The one that stands: this, or that of an earlier try under the same id.</returns>
    public async Task<Supplement> CommitAsync(CaseId id, Supplement supplement, CancellationToken cancellationToken)
    {
        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(supplement, StorageJson.Default.Supplement));
        return await blobs.WriteOnceAsync(BlobNames.Supplement(id, supplement.Id), json, "application/json", cancellationToken)
            ? supplement
            : await ReadAsync(id, supplement.Id, cancellationToken);
    }

    /// <summary>A supplement; null when there is none under this id.</summary>
    public async Task<Supplement?> FindAsync(CaseId id, string supplement, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(BlobNames.Supplement(id, supplement), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StorageJson.Default.Supplement)
            : null;

    /// <summary>Supplements that a case has taken in, in order.</summary>
    /// <exception cref="InvalidOperationException">One is missing.</exception>
    public async Task<IReadOnlyList<Supplement>> ReadAsync(CaseId id, IReadOnlyList<string> supplements, CancellationToken cancellationToken)
    {
        var all = new List<Supplement>();
        foreach (var supplement in supplements)
            all.Add(await ReadAsync(id, supplement, cancellationToken));
        return all;
    }

    /// <summary>The application as it now is: what was sent, and what the supplements made of it.</summary>
    public async Task<CurrentApplication> CurrentAsync(Manifest manifest, IReadOnlyList<string> supplements, CancellationToken cancellationToken)
    {
        var current = new CurrentApplication(await submissions.ReadApplicationAsync(manifest, cancellationToken), manifest.Attachments);
        foreach (var supplement in await ReadAsync(manifest.Id, supplements, cancellationToken))
            current = new(SupplementRules.Apply(current.Application, supplement.Fields).Application, [.. current.Attachments, .. supplement.Attachments]);
        return current;
    }

    private async Task<Supplement> ReadAsync(CaseId id, string supplement, CancellationToken cancellationToken) =>
        await FindAsync(id, supplement, cancellationToken) ?? throw new InvalidOperationException($"Supplement {supplement} of {id} was taken in and is missing.");
}

/// <summary>An application with all that came later.</summary>
/// <param name="Application">Its data.</param>
/// <param name="Attachments">All files, in the order in which they came.</param>
public sealed record CurrentApplication(JsonElement Application, IReadOnlyList<Attachment> Attachments);
