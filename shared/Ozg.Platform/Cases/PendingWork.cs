using Azure;
using Azure.Data.Tables;
using Ozg.Core.Cases;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Cases;

/// <summary>
/// What was stored and may not have reached its orchestration. A note is written before the thing itself and removed when it
/// has arrived; so the sweep reads only what is under way, never the whole archive.
/// </summary>
public sealed class PendingWork(Tables tables, TimeProvider clock)
{
    private const string Table = "pending";
    private const string Starts = "start";
    private const string Events = "event";

    /// <summary>Notes that an application is about to be committed and then has to be started.</summary>
    public Task NoteStartAsync(CaseId id, CancellationToken cancellationToken) => NoteAsync(Starts, id.Value, cancellationToken);

    /// <summary>The application's orchestration runs.</summary>
    public Task StartedAsync(CaseId id, CancellationToken cancellationToken) => RemoveAsync(Starts, id.Value, cancellationToken);

    /// <summary>Notes that an outside event is about to be stored and then has to be raised.</summary>
    public Task NoteEventAsync(CaseId id, string storedAs, CancellationToken cancellationToken) =>
        NoteAsync(Events, EventKey(id, storedAs), cancellationToken);

    /// <summary>The case has taken the event in.</summary>
    public Task ConsumedAsync(CaseId id, string storedAs, CancellationToken cancellationToken) =>
        RemoveAsync(Events, EventKey(id, storedAs), cancellationToken);

    /// <summary>The applications noted before a moment and not started since.</summary>
    public async IAsyncEnumerable<PendingStart> StartsBeforeAsync(DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var note in BeforeAsync(Starts, moment, cancellationToken))
            yield return new(new(note.RowKey), note.NotedAt);
    }

    /// <summary>The outside events noted before a moment and not taken in since.</summary>
    public async IAsyncEnumerable<PendingEvent> EventsBeforeAsync(DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var note in BeforeAsync(Events, moment, cancellationToken))
            yield return new(new(note.RowKey.Split('|')[0]), note.RowKey.Split('|')[1], note.NotedAt);
    }

    private static string EventKey(CaseId id, string storedAs) => $"{id}|{storedAs}";

    private async Task NoteAsync(string kind, string key, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        await table.UpsertEntityAsync(new Note { PartitionKey = kind, RowKey = key, NotedAt = clock.GetUtcNow() }, cancellationToken: cancellationToken);
    }

    private async Task RemoveAsync(string kind, string key, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        await table.DeleteEntityAsync(kind, key, cancellationToken: cancellationToken); // an absent one is no error
    }

    private async IAsyncEnumerable<Note> BeforeAsync(string kind, DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        await foreach (var note in table.QueryAsync<Note>(note => note.PartitionKey == kind && note.NotedAt < moment, cancellationToken: cancellationToken))
            yield return note;
    }

    private sealed class Note : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public DateTimeOffset NotedAt { get; set; }
    }
}

/// <summary>An application that was to be committed, and has not been seen to run.</summary>
public sealed record PendingStart(CaseId Id, DateTimeOffset NotedAt);

/// <summary>An outside event that was to be stored, and has not been seen in its case.</summary>
public sealed record PendingEvent(CaseId Id, string StoredAs, DateTimeOffset NotedAt);
