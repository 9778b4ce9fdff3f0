using System.Globalization;
using Microsoft.Data.Sqlite;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.BackOffice;

/// <summary>What the back-office stub has received: a file of its own, since a back-office is another system.</summary>
internal sealed class DeliveryRecords
{
    private readonly string file;
    private readonly string connection;

    /// <exception cref="LocalHostException">The file cannot be written.</exception>
    public DeliveryRecords(string dataFolder)
    {
        file = Path.Combine(dataFolder, "backoffice.db");
        connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = Store.LockPatienceSeconds }.ToString();
        Use(command =>
        {
            command.CommandText = """
                PRAGMA journal_mode = WAL;
                CREATE TABLE IF NOT EXISTS deliveries (
                    idempotency_key TEXT PRIMARY KEY, application TEXT NOT NULL, received_at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
                """;
            return command.ExecuteNonQuery();
        });
    }

    /// <summary>Keeps a delivery. The same key again is the same delivery: nothing is kept twice.</summary>
    /// <exception cref="LocalHostException">The disk is full, or somebody has locked the file: nothing was kept.</exception>
    public void Keep(ReceivedDelivery delivery) => Use(command =>
    {
        command.CommandText = "INSERT INTO deliveries VALUES ($key, $application, $at, $body) ON CONFLICT DO NOTHING";
        command.Parameters.AddWithValue("$key", delivery.IdempotencyKey);
        command.Parameters.AddWithValue("$application", delivery.ApplicationId);
        command.Parameters.AddWithValue("$at", delivery.ReceivedAt.ToString("o", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$body", delivery.Body.ToString());
        return command.ExecuteNonQuery();
    });

    /// <exception cref="LocalHostException">The file cannot be read.</exception>
    public IReadOnlyList<ReceivedDelivery> Find(string? application) => Use(command =>
    {
        command.CommandText = "SELECT idempotency_key, application, received_at, body FROM deliveries WHERE $application IS NULL OR application = $application ORDER BY received_at, idempotency_key";
        command.Parameters.AddWithValue("$application", (object?)application ?? DBNull.Value);
        using var rows = command.ExecuteReader();
        var found = new List<ReceivedDelivery>();
        while (rows.Read())
        {
            using var body = System.Text.Json.JsonDocument.Parse(rows.GetString(3));
            found.Add(new(rows.GetString(1), rows.GetString(0), DateTimeOffset.Parse(rows.GetString(2), CultureInfo.InvariantCulture), body.RootElement.Clone()));
        }

        return found;
    });

    private T Use<T>(Func<SqliteCommand, T> work)
    {
        try
        {
            using var database = new SqliteConnection(connection);
            database.Open();
            using var command = database.CreateCommand();
            return work(command);
        }
        catch (SqliteException failure) when (StoreTrouble.Explain(failure, file) is { } trouble)
        {
            throw trouble;
        }
    }
}
