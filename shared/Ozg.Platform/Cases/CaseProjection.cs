using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
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
    /// <param name="current">The case.</param>
    /// <param name="process">The steps it runs on.</param>
    /// <param name="manifest">What it is about.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task ShowAsync(Case current, Process process, Manifest manifest, CancellationToken cancellationToken)
    {
        var cases = await tables.GetAsync(CasesTable, cancellationToken);
        var shown = await cases.GetEntityIfExistsAsync<TableEntity>(current.Id.Kommune.Value, current.Id.Value, cancellationToken: cancellationToken);
        if (shown.HasValue && shown.Value!.GetInt32("Version") >= current.Version)
            return;

        // The tasks first: who sees the case's new version sees its tasks too.
        await ShowTasksAsync(shown.HasValue ? Read(shown.Value!).Tasks : [], current, process, manifest, cancellationToken);
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
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The open tasks at a Kommune's desk, in no order: its own, and those that a partner's process lays there.</summary>
    public async Task<IReadOnlyList<DeskTask>> OpenTasksAsync(Ags kommune, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        var open = new List<DeskTask>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {kommune.Value} and Open eq true"), cancellationToken: cancellationToken))
            open.Add(ReadTask(row));
        return open;
    }

    /// <summary>A task at a Kommune's desk, open or decided; null when it never was.</summary>
    public async Task<DeskTask?> FindTaskAsync(Ags kommune, TaskId id, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(kommune.Value, id.Value, cancellationToken: cancellationToken);
        return row.HasValue ? ReadTask(row.Value!) : null;
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

    // A task lies at one desk as long as it is open, so whatever has to be closed lies where the case's tasks were or are.
    private async Task ShowTasksAsync(IReadOnlyList<OpenTask> before, Case current, Process process, Manifest manifest, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TasksTable, cancellationToken);
        var (from, to) = ($"{current.Id}.", $"{current.Id}/"); // '/' follows '.': all tasks of this case and no others
        foreach (var desk in before.Concat(current.Tasks).Select(DeskTask.DeskOf).Append(current.Id.Kommune).Distinct())
        {
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {desk.Value} and RowKey ge {from} and RowKey lt {to} and Open eq true"), cancellationToken: cancellationToken))
            {
                if (current.Tasks.All(task => task.Id.Value != row.RowKey))
                    await table.UpsertEntityAsync(Row(ReadTask(row) with { Open = false }), TableUpdateMode.Replace, cancellationToken);
            }
        }

        foreach (var task in current.Tasks)
            await table.UpsertEntityAsync(Row(Shown(task, process, manifest)), TableUpdateMode.Replace, cancellationToken);
    }

    private static DeskTask Shown(OpenTask task, Process process, Manifest manifest)
    {
        var approve = process.Find(task.Step) as Step.Approve;
        return new(task, manifest.Leistung, manifest.Reference, Open: true, approve?.DeemedApproval?.ExtendableBy is not null, default) { MayChange = approve?.MayChange ?? [], MayForward = approve?.MayForward == true && task.Partner is null };
    }

    private static Case Read(TableEntity row) => JsonSerializer.Deserialize(row.GetString("Case"), StorageJson.Default.Case)!;

    private static TableEntity Row(DeskTask task) => new(DeskTask.DeskOf(task.Task).Value, task.Task.Id.Value)
    {
        ["Open"] = task.Open,
        ["Leistung"] = task.Leistung,
        ["Reference"] = task.Reference,
        ["Extendable"] = task.Extendable,
        ["MayForward"] = task.MayForward,
        ["MayChange"] = JsonSerializer.Serialize(task.MayChange, StorageJson.Default.IReadOnlyListString),
        ["Task"] = JsonSerializer.Serialize(task.Task, StorageJson.Default.OpenTask),
    };

    private static DeskTask ReadTask(TableEntity row) => new(
        JsonSerializer.Deserialize(row.GetString("Task"), StorageJson.Default.OpenTask)!,
        row.GetString("Leistung"), row.GetString("Reference"), row.GetBoolean("Open") ?? false, row.GetBoolean("Extendable") ?? false, row.ETag)
    {
        MayForward = row.GetBoolean("MayForward") ?? false,
        MayChange = row.GetString("MayChange") is { } fields ? JsonSerializer.Deserialize(fields, StorageJson.Default.IReadOnlyListString)! : [], // rows of earlier releases have none
    };
}

/// <summary>A task as the desk shows it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="Open">False once it is decided.</param>
/// <param name="Extendable">Whether its step lets the authority give itself more time.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record DeskTask(OpenTask Task, string Leistung, string Reference, bool Open, bool Extendable, ETag ETag)
{
    /// <summary>JSON pointers to the fields that an approval may change; empty: none.</summary>
    public IReadOnlyList<string> MayChange { get; init; } = [];

    /// <summary>Whether the application can be handed on to another Kommune.</summary>
    public bool MayForward { get; init; }

    /// <summary>At whose desk a task lies.</summary>
    public static Ags DeskOf(OpenTask task) => task.Partner ?? task.Id.Case.Kommune;
}
