using System.Globalization;
using System.Text.Json;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.BackOffice;

/// <summary>What the back-office stub has received.</summary>
internal sealed class DeliveryRecords(string dataFolder)
{
    private readonly NeighbourFile _file = new(
        dataFolder,
        "backoffice.db",
        """
        CREATE TABLE IF NOT EXISTS deliveries (
            idempotency_key TEXT PRIMARY KEY, application TEXT NOT NULL, received_at TEXT NOT NULL, body TEXT NOT NULL) STRICT
        """);

    /// <summary>Keeps a delivery. The same key again is the same delivery: nothing is kept twice.</summary>
    public void Keep(ReceivedDelivery delivery) => _file.Use(database => database.Run(
        "INSERT INTO deliveries VALUES (@0, @1, @2, @3) ON CONFLICT DO NOTHING",
        delivery.IdempotencyKey, delivery.ApplicationId, delivery.ReceivedAt.ToString("o", CultureInfo.InvariantCulture), delivery.Body.ToString()));

    public IReadOnlyList<ReceivedDelivery> Find(string? application) => _file.Use(database => database.Query(
        row => new ReceivedDelivery(row.GetString(1), row.GetString(0), DateTimeOffset.Parse(row.GetString(2), CultureInfo.InvariantCulture), JsonElement.Parse(row.GetString(3))),
        "SELECT idempotency_key, application, received_at, body FROM deliveries WHERE @0 IS NULL OR application = @0 ORDER BY received_at, idempotency_key",
        application));
}
