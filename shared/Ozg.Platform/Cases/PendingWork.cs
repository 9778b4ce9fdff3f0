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

    /// <summary>Forgets a note whose application was never committed: unless somebody has noted it again meanwhile, and is committing it.</summary>
    public Task ForgetAsync(PendingStart note, CancellationToken cancellationToken) =>
        ForgetAsync(Starts, note.Id.Value, note.Version, cancellationToken);

    /// <summary>Notes that an outside event is about to be stored and then has to be raised.</summary>
    public Task NoteEventAsync(CaseId id, string storedAs, CancellationToken cancellationToken) =>
        NoteAsync(Events, EventKey(id, storedAs), cancellationToken);

    /// <summary>The case has taken the event in.</summary>
    public Task ConsumedAsync(CaseId id, string storedAs, CancellationToken cancellationToken) =>
        RemoveAsync(Events, EventKey(id, storedAs), cancellationToken);

    /// <summary>Forgets a note whose event was never stored: unless somebody has noted it again meanwhile, and is storing it.</summary>
    public Task ForgetAsync(PendingEvent note, CancellationToken cancellationToken) =>
        ForgetAsync(Events, EventKey(note.Id, note.StoredAs), note.Version, cancellationToken);

    /// <summary>The applications noted before a moment and not started since.</summary>
    public async IAsyncEnumerable<PendingStart> StartsBeforeAsync(DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var note in BeforeAsync(Starts, moment, cancellationToken))
            yield return new(new(note.RowKey), note.NotedAt, note.ETag);
    }

    /// <summary>The outside events noted before a moment and not taken in since.</summary>
    public async IAsyncEnumerable<PendingEvent> EventsBeforeAsync(DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var note in BeforeAsync(Events, moment, cancellationToken))
            yield return new(new(note.RowKey.Split('|')[0]), note.RowKey.Split('|')[1], note.NotedAt, note.ETag);
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

    private async Task ForgetAsync(string kind, string key, ETag version, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        try
        {
            await table.DeleteEntityAsync(kind, key, version, cancellationToken);
        }
        catch (RequestFailedException noted) when (noted.Status == 412)
        {
            // Noted again: the note now stands for what is about to come.
        }
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
/// <param name="Id">The application.</param>
/// <param name="NotedAt">When it was last about to be committed.</param>
/// <param name="Version">Of the note; another once it is noted again.</param>
public sealed record PendingStart(CaseId Id, DateTimeOffset NotedAt, ETag Version);

/// <summary>An outside event that was to be stored, and has not been seen in its case.</summary>
/// <param name="Id">The case.</param>
/// <param name="StoredAs">The event's own id.</param>
/// <param name="NotedAt">When it was last about to be stored.</param>
/// <param name="Version">Of the note; another once it is noted again.</param>
public sealed record PendingEvent(CaseId Id, string StoredAs, DateTimeOffset NotedAt, ETag Version);
