using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>What waits for an instance's next turn; what has a later time is a timer.</summary>
internal static class InboxTable
{
    /// <summary>What is due, in the order in which it became due.</summary>
    /// <param name="database">Where.</param>
    /// <param name="instance">For whom: answers to an earlier execution are left out.</param>
    /// <param name="now">By the host's clock.</param>
    public static List<InboxItem> ReadDue(Database database, Instance instance, DateTimeOffset now) => database.Query(
        row => new InboxItem(row.GetInt64(0), HistoryJson.Read(row.GetString(1))),
        """
        SELECT id, event FROM inbox
        WHERE instance = @0 AND due_at <= @1 AND (execution IS NULL OR execution = @2) ORDER BY due_at, id
        """,
        instance.Id,
        now.UtcTicks,
        instance.Execution);

    /// <summary>Whose turn it will be, and when: to begin again where a host ended.</summary>
    public static List<(string Instance, DateTimeOffset At)> Upcoming(Database database) => database.Query(
        row => (row.GetString(0), row.Instant(1)), "SELECT DISTINCT instance, due_at FROM inbox ORDER BY due_at");

    /// <param name="database">Where.</param>
    /// <param name="instance">For whom.</param>
    /// <param name="execution">Null: whatever execution the instance has by then.</param>
    /// <param name="dueAt">Not before.</param>
    /// <param name="happened">What.</param>
    /// <param name="timer">The step of a timer, so that it can be cancelled.</param>
    public static void Add(
        Database database, string instance, string? execution, DateTimeOffset dueAt, HistoryEvent happened, int? timer = null) =>
        database.Run(
            "INSERT INTO inbox (instance, execution, due_at, timer, event) VALUES (@0, @1, @2, @3, @4)",
            instance,
            execution,
            dueAt.UtcTicks,
            timer,
            HistoryJson.Write(happened));

    public static void Remove(Database database, long id) => database.Run("DELETE FROM inbox WHERE id = @0", id);

    public static void CancelTimer(Database database, Instance instance, int step) => database.Run(
        "DELETE FROM inbox WHERE instance = @0 AND execution = @1 AND timer = @2", instance.Id, instance.Execution, step);

    /// <summary>Answers and timers of an execution that is over.</summary>
    public static void DeleteExecution(Database database, Instance instance) =>
        database.Run("DELETE FROM inbox WHERE instance = @0 AND execution = @1", instance.Id, instance.Execution);

    public static void Delete(Database database, string instance) =>
        database.Run("DELETE FROM inbox WHERE instance = @0", instance);
}

internal sealed record InboxItem(long Id, HistoryEvent Event);
