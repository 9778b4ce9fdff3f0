using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>One row per orchestration.</summary>
internal static class InstanceTable
{
    private const string Columns =
        "id, execution, name, version, input, status, output, failure, custom_status, tags, "
        + "parent_id, parent_execution, parent_name, parent_step, created_at, updated_at, completed_at";

    public static Instance? Find(Database database, string id) =>
        database.First(Map, $"SELECT {Columns} FROM instances WHERE id = @0", id);

    public static List<Instance> Children(Database database, string id) =>
        database.Query(Map, $"SELECT {Columns} FROM instances WHERE parent_id = @0", id);

    /// <param name="database">Where.</param>
    /// <param name="query">What is null does not narrow.</param>
    /// <param name="after">The last id of the page before.</param>
    /// <param name="count">How many at most.</param>
    public static List<Instance> Query(Database database, OrchestrationQuery query, string after, int count)
    {
        // A bit per status: a list would need a statement per length.
        var statuses = query.Statuses?.Aggregate(0L, (bits, status) => bits | (1L << (int)status)) ?? -1L;
        return database.Query(
            Map,
            $"""
            SELECT {Columns} FROM instances
            WHERE id > @0 AND substr(id, 1, length(@1)) = @1 AND created_at >= @2 AND created_at <= @3
                AND (@4 >> status) & 1 = 1
            ORDER BY id LIMIT @5
            """,
            after,
            query.InstanceIdPrefix ?? "",
            query.CreatedFrom?.UtcTicks ?? 0,
            query.CreatedTo?.UtcTicks ?? long.MaxValue,
            statuses,
            count);
    }

    public static void Insert(Database database, Instance instance) => database.Run(
        $"INSERT INTO instances ({Columns}) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16)",
        instance.Id,
        instance.Execution,
        instance.Name,
        instance.Version,
        instance.Input,
        (long)instance.Status,
        instance.Output,
        Json(instance.Failure),
        instance.CustomStatus,
        JsonSerializer.Serialize(instance.Tags),
        instance.Parent?.Id,
        instance.Parent?.Execution,
        instance.Parent?.Name,
        instance.Parent?.Step,
        instance.CreatedAt.UtcTicks,
        instance.UpdatedAt.UtcTicks,
        instance.CompletedAt?.UtcTicks);

    /// <returns>False: the instance has another execution by now, and nothing was changed.</returns>
    public static bool Update(Database database, string execution, Instance instance) => 1 == database.Run(
        """
        UPDATE instances SET execution = @2, version = @3, input = @4, status = @5, output = @6, failure = @7,
            custom_status = @8, updated_at = @9, completed_at = @10
        WHERE id = @0 AND execution = @1
        """,
        instance.Id,
        execution,
        instance.Execution,
        instance.Version,
        instance.Input,
        (long)instance.Status,
        instance.Output,
        Json(instance.Failure),
        instance.CustomStatus,
        instance.UpdatedAt.UtcTicks,
        instance.CompletedAt?.UtcTicks);

    public static void Delete(Database database, string id)
    {
        database.Run("DELETE FROM instances WHERE id = @0", id);
        HistoryTable.Delete(database, id);
        InboxTable.Delete(database, id);
        HeldTable.Delete(database, id);
    }

    private static string? Json(Failure? failure) =>
        failure is null ? null : JsonSerializer.Serialize(failure, HistoryJson.Default.Failure);

    private static Instance Map(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4))
        {
            Status = (OrchestrationRuntimeStatus)row.GetInt32(5),
            Output = row.Text(6),
            Failure = row.Text(7) is { } failure ? JsonSerializer.Deserialize(failure, HistoryJson.Default.Failure) : null,
            CustomStatus = row.Text(8),
            Tags = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(9))!,
            Parent = row.Text(10) is { } parent
                ? new ParentStep(parent, row.GetString(11), row.GetString(12), row.GetInt32(13))
                : null,
            CreatedAt = row.Instant(14),
            UpdatedAt = row.Instant(15),
            CompletedAt = row.MaybeInstant(16),
        };
}
