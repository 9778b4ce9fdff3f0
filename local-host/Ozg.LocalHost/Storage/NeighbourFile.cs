using Microsoft.Data.Sqlite;

namespace Ozg.Hosting.Storage;

/// <summary>What the stand-in for another system keeps: a file of its own, since it is another system; on the disk when a call returns.</summary>
internal sealed class NeighbourFile
{
    private readonly string _file;
    private readonly string _connection;

    /// <exception cref="LocalHostException">The file cannot be written.</exception>
    public NeighbourFile(string dataFolder, string name, string schema)
    {
        _file = Path.Combine(dataFolder, name);
        _connection = new SqliteConnectionStringBuilder { DataSource = _file, DefaultTimeout = Store.LockPatienceSeconds }.ToString();
        Use(database =>
        {
            database.Run("PRAGMA journal_mode = WAL");
            return database.Run(schema);
        });
    }

    /// <exception cref="LocalHostException">The disk is full, or somebody has locked the file: nothing was kept.</exception>
    public T Use<T>(Func<Database, T> work)
    {
        try
        {
            var opened = new SqliteConnection(_connection);
            using var database = new Database(opened);
            opened.Open();
            return work(database);
        }
        catch (SqliteException failure) when (StoreTrouble.Explain(failure, _file) is { } trouble)
        {
            throw trouble;
        }
    }
}
