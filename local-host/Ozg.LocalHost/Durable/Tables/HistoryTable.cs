using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>The events of each instance's current execution.</summary>
internal static class HistoryTable
{
    public static List<HistoryEvent> Read(Database database, string instance) => database.Query(
        row => HistoryJson.Read(row.GetString(0)), "SELECT event FROM history WHERE instance = @0 ORDER BY position", instance);

    /// <summary>How many events there are.</summary>
    public static int Count(Database database, string instance) => database.Scalar(
        "SELECT position FROM history WHERE instance = @0 ORDER BY position DESC LIMIT 1", instance) is long last ? (int)last + 1 : 0;

    public static void Append(Database database, string instance, int position, IEnumerable<HistoryEvent> events)
    {
        foreach (var one in events)
        {
            database.Run(
                "INSERT INTO history (instance, position, event) VALUES (@0, @1, @2)",
                instance,
                position++,
                HistoryJson.Write(one));
        }
    }

    public static void Delete(Database database, string instance) =>
        database.Run("DELETE FROM history WHERE instance = @0", instance);
}
