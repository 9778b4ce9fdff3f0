using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Cases;

/// <summary>The texts of a case: documents and messages for the applicant, and the clerks' reasons.</summary>
public sealed class CaseDocuments(Blobs blobs)
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Stores a document. The first under a name stands: what was issued is not changed by a second try.</summary>
    public Task WriteAsync(CaseId id, string name, string text, CancellationToken cancellationToken) =>
        blobs.WriteOnceAsync(BlobNames.Document(id, name), BinaryData.FromString(text), PlainText, cancellationToken);

    /// <summary>A document's text; null when the case has none of that name.</summary>
    public async Task<string?> ReadAsync(CaseId id, string name, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(BlobNames.Document(id, name), cancellationToken))?.ToString();

    /// <summary>Stores a clerk's reason before the decision that refers to it. Two clerks who decide together do not mix.</summary>
    /// <param name="task">The task that is decided.</param>
    /// <param name="reason">The clerk's words.</param>
    /// <param name="fields">JSON pointers to the fields that they speak of; empty: to none in particular.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The blob, by which the decision refers to it.</returns>
    public async Task<string> WriteReasonAsync(TaskId task, string reason, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var name = BlobNames.Reason(task, Guid.CreateVersion7().ToString("n"));
        if (fields.Count > 0)
            await blobs.WriteAsync(BlobNames.FieldsOf(name), BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(fields, StorageJson.Default.IReadOnlyListString)), "application/json", cancellationToken);
        await blobs.WriteAsync(name, BinaryData.FromString(reason), PlainText, cancellationToken);
        return name;
    }

    /// <summary>A clerk's reason, by its blob.</summary>
    public async Task<string> ReadReasonAsync(string blob, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(blob, cancellationToken) ?? throw new InvalidOperationException($"The reason {blob} is missing.")).ToString();

    /// <summary>The fields that a clerk's reason speaks of: JSON pointers; empty: none in particular.</summary>
    public async Task<IReadOnlyList<string>> ReadFieldsAsync(string blob, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(BlobNames.FieldsOf(blob), cancellationToken) is { } json ? JsonSerializer.Deserialize(json, StorageJson.Default.IReadOnlyListString)! : [];
}
