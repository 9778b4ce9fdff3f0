using Microsoft.Data.Sqlite;

namespace Ozg.Hosting.Storage;

/// <summary>One caller's part of a batch.</summary>
internal abstract class Write
{
    private readonly List<Action> _afterCommit = [];

    protected Exception? Failure { get; private set; }

    public void Run(Database database)
    {
        database.Run("SAVEPOINT part");
        try
        {
            database.AfterCommit = _afterCommit.Add;
            Work(database);
        }
#pragma warning disable CA1031 // Whatever it is, it is the caller's, and must not fail the others of the batch.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(failure);
            Undo(database, failure);
        }

        database.Run("RELEASE part");
    }

    public void Fail(Exception failure)
    {
        Failure ??= failure;
        _afterCommit.Clear();
    }

    public void Complete()
    {
        foreach (var action in _afterCommit)
            action();
        Answer();
    }

    private static void Undo(Database database, Exception failure)
    {
        try
        {
            database.Run("ROLLBACK TO part");
        }
        catch (SqliteException gone)
        {
            throw failure as SqliteException ?? gone; // SQLite has rolled the whole batch back itself, for this reason
        }
    }

    protected abstract void Work(Database database);

    protected abstract void Answer();
}

/// <inheritdoc/>
internal sealed class Write<T>(Func<Database, T> work) : Write
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _answer.Task;

    protected override void Work(Database database) => _result = work(database);

    protected override void Answer()
    {
        if (Failure is null)
            _answer.SetResult(_result!);
        else
            _answer.SetException(Failure);
    }
}
