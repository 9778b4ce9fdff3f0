using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Cases;

/// <summary>Where a case's journal ends: what the next line continues.</summary>
/// <param name="Lines">How many there are.</param>
/// <param name="Length">Their bytes.</param>
/// <param name="Hash">SHA-256 of the last line without its line feed, lower-case hex; empty before the first.</param>
public sealed record JournalHead(int Lines, long Length, string Hash)
{
    /// <summary>A journal without a line.</summary>
    public static JournalHead Empty { get; } = new(0, 0, "");
}

/// <summary>One line of a journal.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Previous">The hash of the line before; empty in the first.</param>
/// <param name="Event">What happened.</param>
public sealed record JournalLine(int Line, string Previous, CaseEvent Event);

/// <summary>The truth about a case: an append blob of JSON lines, each holding the hash of the one before.</summary>
public sealed class Journal(Blobs blobs)
{
    /// <summary>Appends an event. Doing it again after an attempt that died changes nothing.</summary>
    /// <param name="id">The case.</param>
    /// <param name="head">Where the journal ended when the event was decided on.</param>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidOperationException">The journal continues differently: two writers, or history was rewritten.</exception>
    public async Task<JournalHead> AppendAsync(CaseId id, JournalHead head, CaseEvent happened, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new JournalLine(head.Lines + 1, head.Hash, happened), StorageJson.Default.JournalLine);
        byte[] written = [.. line, (byte)'\n'];
        var blob = await blobs.AppendAsync(BlobNames.Journal(id), cancellationToken);
        if (head.Lines == 0)
            await blob.CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = new() { ContentType = "application/jsonl" } }, cancellationToken);

        try
        {
            using var content = new MemoryStream(written);
            var conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = head.Length };
            await blob.AppendBlockAsync(content, new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellationToken);
        }
        catch (RequestFailedException moved) when (moved.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
        {
            if (!await ContinuesWithAsync(id, head, written, cancellationToken))
                throw new InvalidOperationException($"The journal of {id} does not continue at line {head.Lines + 1} as this event would.", moved);
        }

        return new(head.Lines + 1, head.Length + written.Length, ContentHash.Sha256(line));
    }

    /// <summary>All lines so far; none for a case that has no journal yet.</summary>
    public async Task<IReadOnlyList<JournalLine>> ReadAsync(CaseId id, CancellationToken cancellationToken)
    {
        var content = await blobs.ReadAsync(BlobNames.Journal(id), cancellationToken);
        if (content is null)
            return [];

        return [.. Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize(line, StorageJson.Default.JournalLine)!)];
    }

    private async Task<bool> ContinuesWithAsync(CaseId id, JournalHead head, byte[] expected, CancellationToken cancellationToken)
    {
        var content = await blobs.ReadAsync(BlobNames.Journal(id), cancellationToken);
        return content is not null && content.ToMemory().Span[(int)head.Length..].StartsWith(expected);
    }
}
