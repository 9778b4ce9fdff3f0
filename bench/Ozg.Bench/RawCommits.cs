using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Ozg.Benchmarks;

/// <summary>The yardstick: commits a second of one small row each, with the settings of the host's own file.</summary>
internal static class RawCommits
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static double PerSecond(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        using var prepare = connection.CreateCommand();
        prepare.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB)";
        prepare.ExecuteNonQuery();

        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (bytes) VALUES (zeroblob(200))"; // outside of a transaction: a commit of its own
        insert.Prepare();
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < Measured; count++)
            insert.ExecuteNonQuery();
        return count / watch.Elapsed.TotalSeconds;
    }
}
