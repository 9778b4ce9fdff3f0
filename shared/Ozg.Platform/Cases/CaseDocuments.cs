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
    /// <returns>The blob, by which the decision refers to it.</returns>
    public async Task<string> WriteReasonAsync(TaskId task, string reason, CancellationToken cancellationToken)
    {
        var name = BlobNames.Reason(task, Guid.CreateVersion7().ToString("n"));
        await blobs.WriteAsync(name, BinaryData.FromString(reason), PlainText, cancellationToken);
        return name;
    }

    /// <summary>A clerk's reason, by its blob.</summary>
    public async Task<string> ReadReasonAsync(string blob, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(blob, cancellationToken) ?? throw new InvalidOperationException($"The reason {blob} is missing.")).ToString();
}
