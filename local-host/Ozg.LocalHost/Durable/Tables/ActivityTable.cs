using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>Activities that have not answered yet. The host that owns the file runs them all, so no row has an owner.</summary>
internal static class ActivityTable
{
    public static List<ActivityItem> ReadAll(Database database) => database.Query(
        row => new ActivityItem(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.Text(5)),
        "SELECT id, instance, execution, step, name, input FROM activities ORDER BY id");

    public static ActivityItem Add(Database database, Instance instance, ActivityScheduled scheduled)
    {
        database.Run(
            "INSERT INTO activities (instance, execution, step, name, input) VALUES (@0, @1, @2, @3, @4)",
            instance.Id,
            instance.Execution,
            scheduled.Number,
            scheduled.Name,
            scheduled.Input);
        var id = (long)database.Scalar("SELECT last_insert_rowid()")!;
        return new ActivityItem(id, instance.Id, instance.Execution, scheduled.Number, scheduled.Name, scheduled.Input);
    }

    public static void Remove(Database database, long id) => database.Run("DELETE FROM activities WHERE id = @0", id);
}

internal sealed record ActivityItem(long Id, string Instance, string Execution, int Step, string Name, string? Input);
