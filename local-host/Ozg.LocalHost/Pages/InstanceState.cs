using Ozg.Hosting.Durable;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Pages;

/// <summary>An instance with all that is stored of it, as of one moment.</summary>
/// <param name="Instance">Its row.</param>
/// <param name="History">Of the current execution.</param>
/// <param name="Children">Ids of those it called.</param>
/// <param name="Timers">Step and time of those that have yet to fire.</param>
/// <param name="Inbox">What has come and waits for a turn.</param>
internal sealed record InstanceState(
    Instance Instance,
    IReadOnlyList<HistoryEvent> History,
    IReadOnlyList<string> Children,
    IReadOnlyDictionary<int, DateTimeOffset> Timers,
    IReadOnlyList<HistoryEvent> Inbox)
{
    /// <returns>Null: there is no such instance.</returns>
    public static InstanceState? Find(Database database, string id)
    {
        database.Run("BEGIN"); // a turn that is committed in between would belie what was read before
        try
        {
            return InstanceTable.Find(database, id) is { } instance
                ? new(
                    instance,
                    HistoryTable.Read(database, id),
                    database.Query(row => row.GetString(0), "SELECT id FROM instances WHERE parent_id = @0 ORDER BY created_at, id", id),
                    TimersOf(database, instance),
                    database.Query(
                        row => HistoryJson.Read(row.GetString(0)),
                        "SELECT event FROM inbox WHERE instance = @0 AND timer IS NULL ORDER BY due_at, id",
                        id))
                : null;
        }
        finally
        {
            database.Run("COMMIT");
        }
    }

    private static Dictionary<int, DateTimeOffset> TimersOf(Database database, Instance instance) => database.Query(
        row => (Step: row.GetInt32(0), DueAt: row.Instant(1)),
        "SELECT timer, due_at FROM inbox WHERE instance = @0 AND execution = @1 AND timer IS NOT NULL ORDER BY due_at",
        instance.Id,
        instance.Execution)
        .Concat(HeldTable.Read(database, instance.Id).OfType<TimerCreated>().Select(held => (Step: held.Number, held.DueAt)))
        .ToDictionary(timer => timer.Step, timer => timer.DueAt);
}
