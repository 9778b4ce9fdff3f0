using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Submissions;

/// <summary>Accepted applications: what a manifest names is there, whole, and never changes.</summary>
public sealed class SubmissionStore(Blobs blobs, PendingWork pending)
{
    /// <summary>Begins one try to submit; nothing of it counts before its manifest is committed.</summary>
    public SubmissionAttempt Begin(CaseId id) => new(blobs, BlobNames.Attempt(id, Guid.CreateVersion7().ToString("n")));

    /// <summary>
    /// Commits a try. From here on the application is accepted: the note that it has to be started is written before the
    /// manifest, so whatever dies in between, the sweep finds it.
    /// </summary>
    /// <returns>The manifest that stands: this one, or the one of an earlier try under the same id.</returns>
    public async Task<Manifest> CommitAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        await pending.NoteStartAsync(manifest.Id, cancellationToken);
        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(manifest, StorageJson.Default.Manifest));
        return await blobs.WriteOnceAsync(BlobNames.Manifest(manifest.Id), json, "application/json", cancellationToken)
            ? manifest
            : await FindAsync(manifest.Id, cancellationToken) ?? throw new InvalidOperationException($"The manifest of {manifest.Id} exists and cannot be read.");
    }

    /// <summary>The manifest of an accepted application; null when there is none under this id.</summary>
    public async Task<Manifest?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(BlobNames.Manifest(id), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StorageJson.Default.Manifest)
            : null;

    /// <summary>The manifest of a case that runs, and so must have one.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public async Task<Manifest> ReadAsync(CaseId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"{id} runs without a manifest.");

    /// <summary>What came with an application that another Kommune handed on; null: none did.</summary>
    public async Task<ForwardingLetter?> ReadLetterAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.ForwardedFrom is not { Letter: var name })
            return null;

        var json = await blobs.ReadAsync(name, cancellationToken) ?? throw new InvalidOperationException($"The letter that came with {manifest.Id} is missing.");
        return JsonSerializer.Deserialize(json, StorageJson.Default.ForwardingLetter);
    }

    /// <summary>The application's JSON as it was sent.</summary>
    public async Task<JsonElement> ReadApplicationAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var json = await blobs.ReadAsync(manifest.ApplicationBlob, cancellationToken)
            ?? throw new InvalidOperationException($"The application of {manifest.Id} is accepted and its blob is missing.");
        using var document = JsonDocument.Parse(json.ToMemory());
        return document.RootElement.Clone();
    }
}
