using System.Text.Json;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Payments;

/// <summary>The payments that the stub was asked for, and how they stand.</summary>
internal sealed class PaymentRecords(string dataFolder)
{
    public const string Initial = "INITIAL";

    private readonly NeighbourFile _file = new(
        dataFolder,
        "payments.db",
        """
        CREATE TABLE IF NOT EXISTS payments (
            transaction_id TEXT PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, application TEXT NOT NULL, status TEXT NOT NULL, payment TEXT NOT NULL) STRICT
        """);

    /// <summary>Keeps a payment, unless there is one with its request id.</summary>
    /// <returns>The one that is kept now.</returns>
    public LocalPayment Begin(LocalPayment payment) => _file.Use(database =>
    {
        var json = JsonSerializer.Serialize(payment, LocalPaymentsJson.Default.LocalPayment);
        database.Run("INSERT INTO payments VALUES (@0, @1, @2, @3, @4) ON CONFLICT DO NOTHING", payment.TransactionId, payment.RequestId, payment.ApplicationId, payment.Status, json);
        return Find(database, "WHERE request_id = @0", payment.RequestId).Single();
    });

    public LocalPayment? Find(string transaction) => _file.Use(database => Find(database, "WHERE transaction_id = @0", transaction).SingleOrDefault());

    public IReadOnlyList<LocalPayment> Of(string? application) => _file.Use(database => Find(database, "WHERE @0 IS NULL OR application = @0", application));

    /// <summary>Ends a payment; does nothing to one that has ended.</summary>
    public void Settle(string transaction, string status) => _file.Use(database =>
        database.Run("UPDATE payments SET status = @1 WHERE transaction_id = @0 AND status = @2", transaction, status, Initial));

    private static List<LocalPayment> Find(Database database, string which, string? value) => database.Query(
        row => JsonSerializer.Deserialize(row.GetString(0), LocalPaymentsJson.Default.LocalPayment)! with { Status = row.GetString(1) },
        $"SELECT payment, status FROM payments {which} ORDER BY rowid",
        value);
}
