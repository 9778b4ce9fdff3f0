using System.Collections.Concurrent;

namespace Ozg.Hosting.Storage;

/// <summary>Connections that only read; as many as have ever read at the same time.</summary>
internal sealed class ReaderPool(Func<Database> open) : IDisposable
{
    private readonly ConcurrentBag<Database> idle = [];
    private volatile bool closed;

    public T Use<T>(Func<Database, T> work)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!idle.TryTake(out var database))
            database = open();
        try
        {
            return work(database);
        }
        finally
        {
            idle.Add(database);
            if (closed)
                Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var database))
            database.Dispose();
    }
}
