using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Cases;

/// <summary>
/// What the desk and the status page read: made from the journal's cases, and only ever moved forward, since an activity that
/// runs again may come late.
/// </summary>
public sealed class CaseProjection(Tables tables)
{
    private const string CasesTable = "cases";
    private const string TasksTable = "tasks";

    /// <summary>Shows a case as it now is.</summary>
    public async Task ShowAsync(Case current, Manifest manifest, CancellationToken cancellationToken)
    {
        var cases = await tables.GetAsync(CasesTable, cancellationToken);
        var shown = await cases.GetEntityIfExistsAsync<TableEntity>(current.Id.Kommune.Value, current.Id.Value, cancellationToken: cancellationToken);
        if (shown.HasValue && shown.Value!.GetInt32("Version") >= current.Version)
            return;

        // The tasks first: who sees the case's new version sees its tasks too.
        await ShowTasksAsync(current, manifest, cancellationToken);
        var row = new TableEntity(current.Id.Kommune.Value, current.Id.Value)
        {
            ["Version"] = current.Version,
            ["Status"] = current.Status.ToString(),
            ["Case"] = JsonSerializer.Serialize(current, StorageJson.Default.Case),
        };
        await cases.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>A case; null when its orchestration has not recorded anything yet.</summary>
    public async Task<Case?> FindAsync(CaseId id, CancellationToken cancellationToken)
    {
        var cases = await tables.GetAsync(CasesTable, cancellationToken);
        var row = await cases.GetEntityIfExistsAsync<TableEntity>(id.Kommune.Value, id.Value, cancellationToken: cancellationToken);
        return row.HasValue ? JsonSerializer.Deserialize(row.Value!.GetString("Case"), StorageJson.Default.Case) : null;
    }

    /// <summary>The open tasks of a Kommune, in no order.</summary>
    public async Task<IReadOnlyList<DeskTask>> OpenTasksAsync(Ags kommune, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        var open = new List<DeskTask>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {kommune.Value} and Open eq true"), cancellationToken: cancellationToken))
            open.Add(Read(row));
        return open;
    }

    /// <summary>A task of a Kommune, open or decided; null when it never was.</summary>
    public async Task<DeskTask?> FindTaskAsync(Ags kommune, TaskId id, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(kommune.Value, id.Value, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>
    /// Shows a clerk's act on a task at once, before the case has taken it in. The stored event is the truth: whatever this
    /// loses to a later version of the case, the event brings back.
    /// </summary>
    public async Task ShowTaskAsync(DeskTask task, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        try
        {
            await table.UpdateEntityAsync(Row(task), task.ETag, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // The case has moved on meanwhile, and shows more than this.
        }
    }

    private async Task ShowTasksAsync(Case current, Manifest manifest, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        var kommune = current.Id.Kommune.Value;
        var (from, to) = ($"{current.Id}.", $"{current.Id}/"); // '/' follows '.': all tasks of this case and no others
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {kommune} and RowKey ge {from} and RowKey lt {to} and Open eq true"), cancellationToken: cancellationToken))
        {
            if (current.Tasks.All(task => task.Id.Value != row.RowKey))
                await table.UpsertEntityAsync(Row(Read(row) with { Open = false }), TableUpdateMode.Replace, cancellationToken);
        }

        foreach (var task in current.Tasks)
            await table.UpsertEntityAsync(Row(new(task, manifest.Leistung, manifest.Reference, Open: true, default)), TableUpdateMode.Replace, cancellationToken);
    }

    private static TableEntity Row(DeskTask task) => new(task.Task.Id.Case.Kommune.Value, task.Task.Id.Value)
    {
        ["Open"] = task.Open,
        ["Leistung"] = task.Leistung,
        ["Reference"] = task.Reference,
        ["Task"] = JsonSerializer.Serialize(task.Task, StorageJson.Default.OpenTask),
    };

    private static DeskTask Read(TableEntity row) => new(
        JsonSerializer.Deserialize(row.GetString("Task"), StorageJson.Default.OpenTask)!,
        row.GetString("Leistung"), row.GetString("Reference"), row.GetBoolean("Open") ?? false, row.ETag);
}

/// <summary>A task as the desk shows it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="Open">False once it is decided.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record DeskTask(OpenTask Task, string Leistung, string Reference, bool Open, ETag ETag);
