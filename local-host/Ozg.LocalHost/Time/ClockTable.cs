using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Time;

/// <summary>How far ahead of the machine's clock the state was last worked on.</summary>
internal static class ClockTable
{
    public const string Schema = "CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL);";

    /// <returns>Null: the state is new.</returns>
    public static TimeSpan? Find(Database database) =>
        database.Scalar("SELECT offset FROM clock") is long ticks ? new TimeSpan(ticks) : null;

    public static void Save(Database database, TimeSpan offset) =>
        database.Run("INSERT OR REPLACE INTO clock (id, offset) VALUES (1, @0)", offset.Ticks);
}
