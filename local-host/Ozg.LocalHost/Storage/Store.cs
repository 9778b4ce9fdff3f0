using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Ozg.Hosting.Storage;

/// <summary>
/// The host's one SQLite file. All writes go through one thread, which commits whatever is queued in one transaction:
/// the disk is flushed once for many callers, and a caller goes on only after its write is on the disk.
/// </summary>
internal sealed class Store : IAsyncDisposable
{
    // Longer batches would keep the first caller waiting for the last, and gain nothing.
    private const int MaxBatch = 256;

    // The host has its folder to itself: who locks the file for longer than this is somebody to tell about.
    internal const int LockPatienceSeconds = 5;

    private readonly Channel<Write> _queue = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly string _file;
    private readonly Database _writer;
    private readonly ReaderPool _readers;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _commits;

    /// <exception cref="LocalHostException">The file cannot be written.</exception>
    public Store(string file)
    {
        _file = file;
        _writer = OpenWriter(file);
        _readers = new ReaderPool(() => new Database(Connect(file, SqliteOpenMode.ReadOnly)));
        _thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "store" };
        _thread.Start();
    }

    /// <summary>How many transactions have been written to the disk since the start.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Runs <paramref name="work"/> on the writing thread; when the task completes, it is on the disk.</summary>
    /// <remarks>If it throws, its own changes are rolled back and nobody else's, and the task fails with its exception.</remarks>
    /// <exception cref="LocalHostException">The disk is full, or somebody has locked the file: nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task<T> WriteAsync<T>(Func<Database, T> work)
    {
        var write = new Write<T>(work);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(write), this);
        try
        {
            return await write.Task;
        }
        catch (SqliteException failure) when (StoreTrouble.Explain(failure, _file) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<Database> work) => WriteAsync(database =>
    {
        work(database);
        return true;
    });

    /// <summary>Reads what is committed, on the calling thread.</summary>
    public T Read<T>(Func<Database, T> work) => _readers.Use(work);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
        _readers.Dispose();
        _writer.Dispose();
    }

    private static Database OpenWriter(string file)
    {
        Database? writer = null;
        try
        {
            writer = new Database(Connect(file, SqliteOpenMode.ReadWriteCreate));
            writer.Run("PRAGMA journal_mode = WAL");
            writer.Run("PRAGMA synchronous = FULL");
            Schema.Upgrade(writer);
            return writer;
        }
        catch (SqliteException failure)
        {
            writer?.Dispose();
            throw StoreTrouble.Explain(failure, file) ?? new LocalHostException($"{file} is no state of a local host ({failure.Message}).", failure);
        }
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = LockPatienceSeconds,
        }.ToString());
        connection.Open();
        return connection;
    }

    private void WriteUntilClosed()
    {
        var batch = new List<Write>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var write))
                batch.Add(write);

            Commit(batch);
            batch.Clear();
        }

        _ended.SetResult();
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            _writer.Run("BEGIN IMMEDIATE");
            foreach (var write in batch)
                write.Run(_writer);
            _writer.Run("COMMIT");
            Interlocked.Increment(ref _commits);
        }
        catch (SqliteException failure)
        {
            // Disk full or broken: nothing of this batch is kept, and everybody in it is told.
            _writer.TryRollback();
            foreach (var write in batch)
                write.Fail(failure);
        }

        foreach (var write in batch)
            write.Complete();
    }
}
