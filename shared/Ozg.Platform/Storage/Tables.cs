using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Ozg.Platform.Storage;

/// <summary>The tables, each made when it is first used.</summary>
public sealed class Tables(TableServiceClient service)
{
    private readonly ConcurrentDictionary<string, TableClient> _made = new();

    /// <summary>Asks the service for something small.</summary>
    /// <exception cref="Azure.RequestFailedException">It does not answer.</exception>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in service.QueryAsync(maxPerPage: 1, cancellationToken: cancellationToken))
            return;
    }

    /// <summary>A table by its name: letters and digits.</summary>
    public async Task<TableClient> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_made.TryGetValue(name, out var table))
            return table;

        table = service.GetTableClient(name);
        await table.CreateIfNotExistsAsync(cancellationToken);
        return _made.GetOrAdd(name, table);
    }
}
