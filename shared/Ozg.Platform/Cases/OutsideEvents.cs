using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ozg.Core.Cases;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Cases;

/// <summary>Events from outside, each stored under its own id before it is raised. The first under an id stands.</summary>
public sealed class OutsideEvents(Tables tables, PendingWork pending)
{
    private const string Table = "events";

    /// <summary>Stores an event. Answers false, and stores nothing, when its id is taken.</summary>
    public async Task<bool> StoreAsync(CaseId id, CaseEvent happened, CancellationToken cancellationToken)
    {
        var storedAs = happened.StoredAs ?? throw new ArgumentException("Only events from outside are stored.", nameof(happened));
        if (await FindAsync(id, storedAs, cancellationToken) is not null)
            return false; // and its note keeps its age: whoever tries again and again must not keep the sweep from it

        await pending.NoteEventAsync(id, storedAs, cancellationToken);
        var table = await tables.GetAsync(Table, cancellationToken);
        try
        {
            var json = JsonSerializer.Serialize(happened, StorageJson.Default.CaseEvent);
            await table.AddEntityAsync(new TableEntity(id.Value, storedAs) { ["Event"] = json }, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <summary>
    /// What an applicant sent and was told that it is kept, and what a case that has ended meanwhile will never take in: in the order of its
    /// times; none for a case that goes on.
    /// </summary>
    public async Task<IReadOnlyList<CaseEvent>> AfterTheEndAsync(Case current, CancellationToken cancellationToken)
    {
        if (!current.IsClosed)
            return [];

        var table = await tables.GetAsync(Table, cancellationToken);
        var (from, to) = ("supplement.", "supplement/"); // '/' follows '.'
        var left = new List<CaseEvent>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {current.Id.Value} and ((RowKey ge {from} and RowKey lt {to}) or RowKey eq {"withdrawal"})"), cancellationToken: cancellationToken))
        {
            if (!current.Seen.Contains(row.RowKey))
                left.Add(Read(row));
        }

        return [.. left.OrderBy(happened => happened.At)];
    }

    /// <summary>A stored event; null when the process died between its note and itself.</summary>
    public async Task<CaseEvent?> FindAsync(CaseId id, string storedAs, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Value, storedAs, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    private static CaseEvent Read(TableEntity row) => JsonSerializer.Deserialize(row.GetString("Event"), StorageJson.Default.CaseEvent)!;
}
