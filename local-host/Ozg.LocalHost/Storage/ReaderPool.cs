using System.Collections.Concurrent;

namespace Ozg.Hosting.Storage;

/// <summary>Connections that only read; as many as have ever read at the same time.</summary>
internal sealed class ReaderPool(Func<Database> open) : IDisposable
{
    private readonly ConcurrentBag<Database> _idle = [];
    private volatile bool _closed;

    public T Use<T>(Func<Database, T> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_idle.TryTake(out var database))
            database = open();
        try
        {
            return work(database);
        }
        finally
        {
            _idle.Add(database);
            if (_closed)
                Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var database))
            database.Dispose();
    }
}
