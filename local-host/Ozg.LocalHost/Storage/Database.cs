using Microsoft.Data.Sqlite;

namespace Ozg.Hosting.Storage;

/// <summary>A connection with its prepared statements; one thread at a time.</summary>
/// <remarks>Parameters are named <c>@0</c>, <c>@1</c> … in the order of the values.</remarks>
internal sealed class Database(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _statements = [];

    /// <summary>Within a write: what is done once it is on the disk, in the order of the commits.</summary>
    public Action<Action> AfterCommit { get; set; } = _ => throw new InvalidOperationException("This is not a write.");

    /// <returns>The number of rows changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null if there is none, or NULL in it.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) =>
        Prepared(sql, values).ExecuteScalar() is var value && value is DBNull ? null : value;

    public List<T> Query<T>(Func<SqliteDataReader, T> map, string sql, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    public T? First<T>(Func<SqliteDataReader, T> map, string sql, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : null;
    }

    /// <summary>After a failed commit, when there may be no transaction left to roll back.</summary>
    public void TryRollback()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolled it back itself.
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // All SQL is constant; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
            _statements.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
