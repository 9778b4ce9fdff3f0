using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using static SQLitePCL.raw;

namespace Ozg.Hosting.Storage;

/// <summary>What keeps the host from writing, in words that say what to do; and patience until it is put right.</summary>
internal static partial class StoreTrouble
{
    // By the machine's clock, not the host's: it is the machine that has to be put right.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <returns>Null: it is not the disk's fault, but the statement's.</returns>
    public static LocalHostException? Explain(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        SQLITE_FULL => new($"The disk that holds {file} is full. Make room there; nothing is lost, and the host goes on by itself.", failure),
        SQLITE_BUSY or SQLITE_LOCKED => new($"Another program has locked {file}. Close it; nothing is lost, and the host goes on by itself.", failure),
        SQLITE_CORRUPT or SQLITE_NOTADB => new($"{file} is damaged. Restore the folder from a copy, or choose another with --data.", failure),
        SQLITE_IOERR or SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM =>
            new($"{file} cannot be written ({failure.Message}). Check the disk, and who may write to the folder.", failure),
        _ => null,
    };

    /// <summary>Writes what nobody else would write again: tries until it is on the disk.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public static async Task<T> KeepAsync<T>(this Store store, ILogger logger, Func<Database, T> work)
    {
        while (true)
        {
            try
            {
                return await store.WriteAsync(work);
            }
            catch (LocalHostException trouble)
            {
                logger.NotWritten(trouble.Message);
            }

            await Task.Delay(RetryAfter);
        }
    }

    /// <inheritdoc cref="KeepAsync{T}"/>
    public static Task KeepAsync(this Store store, ILogger logger, Action<Database> work) => store.KeepAsync(logger, database =>
    {
        work(database);
        return true;
    });

    [LoggerMessage(EventId = 500, Level = LogLevel.Critical, Message = "{Trouble}")]
    public static partial void NotWritten(this ILogger logger, string trouble);
}
