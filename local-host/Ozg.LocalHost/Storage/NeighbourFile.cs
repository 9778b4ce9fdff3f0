using Microsoft.Data.Sqlite;

namespace Ozg.Hosting.Storage;

/// <summary>What the stand-in for another system keeps: a file of its own, since it is another system; on the disk when a call returns.</summary>
internal sealed class NeighbourFile
{
    private readonly string connection;

    public NeighbourFile(string dataFolder, string name, string schema)
    {
        connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, name) }.ToString();
        Use(database =>
        {
            database.Run("PRAGMA journal_mode = WAL");
            return database.Run(schema);
        });
    }

    public T Use<T>(Func<Database, T> work)
    {
        var opened = new SqliteConnection(connection);
        using var database = new Database(opened);
        opened.Open();
        return work(database);
    }
}
