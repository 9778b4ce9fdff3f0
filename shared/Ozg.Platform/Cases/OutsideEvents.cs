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

    /// <summary>A stored event; null when the process died between its note and itself.</summary>
    public async Task<CaseEvent?> FindAsync(CaseId id, string storedAs, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Value, storedAs, cancellationToken: cancellationToken);
        return row.HasValue ? JsonSerializer.Deserialize(row.Value!.GetString("Event"), StorageJson.Default.CaseEvent) : null;
    }
}
