using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>What the code asked for in a turn that also suspended it: it is in the history, and is carried out once it is resumed.</summary>
internal static class HeldTable
{
    public const string Schema = """
        CREATE TABLE held_steps (
            instance TEXT NOT NULL,
            number INTEGER NOT NULL,
            step TEXT NOT NULL,
            PRIMARY KEY (instance, number)
        ) WITHOUT ROWID;
        """;

    public static List<Step> Read(Database database, string instance) => database.Query(
        row => (Step)HistoryJson.Read(row.GetString(0)), "SELECT step FROM held_steps WHERE instance = @0 ORDER BY number", instance);

    public static void Add(Database database, string instance, Step step) => database.Run(
        "INSERT INTO held_steps (instance, number, step) VALUES (@0, @1, @2)", instance, step.Number, HistoryJson.Write(step));

    public static void Remove(Database database, string instance, int number) =>
        database.Run("DELETE FROM held_steps WHERE instance = @0 AND number = @1", instance, number);

    public static void Delete(Database database, string instance) =>
        database.Run("DELETE FROM held_steps WHERE instance = @0", instance);
}
