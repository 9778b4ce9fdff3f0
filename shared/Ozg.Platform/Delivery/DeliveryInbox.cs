using Azure.Data.Tables;
using Ozg.Core.Cases;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Delivery;

/// <summary>Which deliveries have been acknowledged: guards where the bus's duplicate detection ends.</summary>
public sealed class DeliveryInbox(Tables tables)
{
    private const string Table = "deliveries";

    /// <summary>The back-office's reference; null while the delivery is not acknowledged.</summary>
    public async Task<string?> FindAsync(CaseId id, string delivery, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Kommune.Value, delivery, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetString("Reference") : null;
    }

    /// <summary>Remembers an acknowledgement.</summary>
    public async Task AcknowledgedAsync(CaseId id, string delivery, string reference, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        await table.UpsertEntityAsync(new TableEntity(id.Kommune.Value, delivery) { ["Reference"] = reference }, cancellationToken: cancellationToken);
    }
}
