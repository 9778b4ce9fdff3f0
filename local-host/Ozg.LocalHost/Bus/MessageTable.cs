using Microsoft.Data.Sqlite;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Bus;

/// <summary>One row per message and queue or subscription. Locks are not stored: they end with the host that holds them.</summary>
internal static class MessageTable
{
    private const string Columns =
        "sequence, entity, message_id, body, properties, enqueued_at, due_at, expires_at, deliveries, deferred, scheduled";

    public static long Insert(Database database, StoredMessage message)
    {
        database.Run(
            """
            INSERT INTO messages (entity, message_id, body, properties, enqueued_at, due_at, expires_at, session_id, scheduled)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8)
            """,
            message.Entity,
            message.MessageId,
            message.Body,
            message.Properties.ToJson(),
            message.EnqueuedAt.UtcTicks,
            message.DueAt.UtcTicks,
            message.ExpiresAt.UtcTicks,
            message.Properties.SessionId,
            message.Scheduled ? 1 : 0);
        return (long)database.Scalar("SELECT last_insert_rowid()")!;
    }

    public static StoredMessage? Find(Database database, long sequence) =>
        database.First(Map, $"SELECT {Columns} FROM messages WHERE sequence = @0", sequence);

    public static List<StoredMessage> All(Database database) =>
        database.Query(Map, $"SELECT {Columns} FROM messages ORDER BY entity, sequence");

    /// <summary>From a sequence number on, as they lie there.</summary>
    public static List<StoredMessage> Peek(Database database, string entity, long from, int most) => database.Query(
        Map,
        $"SELECT {Columns} FROM messages WHERE entity = @0 AND sequence >= @1 ORDER BY sequence LIMIT @2",
        entity,
        from,
        most);

    /// <summary>Without the bodies: what a restart has to know.</summary>
    public static List<WaitingMessage> Waiting(Database database) => database.Query(
        row => new WaitingMessage(row.GetInt64(0), row.GetString(1), row.Text(2), row.Instant(3), row.GetInt64(4) != 0),
        "SELECT sequence, entity, session_id, due_at, scheduled FROM messages WHERE deferred = 0 ORDER BY sequence");

    public static void Update(Database database, StoredMessage message) => database.Run(
        """
        UPDATE messages SET entity = @1, properties = @2, due_at = @3, expires_at = @4, deliveries = @5, deferred = @6
        WHERE sequence = @0
        """,
        message.Sequence,
        message.Entity,
        message.Properties.ToJson(),
        message.DueAt.UtcTicks,
        message.ExpiresAt.UtcTicks,
        message.Deliveries,
        message.Deferred ? 1 : 0);

    /// <returns>False: there was none.</returns>
    public static bool Delete(Database database, long sequence) =>
        database.Run("DELETE FROM messages WHERE sequence = @0", sequence) == 1;

    /// <summary>Remembers a message's id; ids older than the window are forgotten.</summary>
    /// <returns>False: a message with this id came within the window.</returns>
    public static bool TryRemember(Database database, string entity, string messageId, DateTimeOffset now, TimeSpan window)
    {
        database.Run("DELETE FROM seen_messages WHERE entity = @0 AND seen_at <= @1", entity, (now - window).UtcTicks);
        return 1 == database.Run(
            "INSERT OR IGNORE INTO seen_messages (entity, message_id, seen_at) VALUES (@0, @1, @2)",
            entity,
            messageId,
            now.UtcTicks);
    }

    private static StoredMessage Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.Text(2), row.GetFieldValue<byte[]>(3), MessageProperties.FromJson(row.GetString(4)))
    {
        EnqueuedAt = row.Instant(5),
        DueAt = row.Instant(6),
        ExpiresAt = row.Instant(7),
        Deliveries = row.GetInt32(8),
        Deferred = row.GetInt64(9) != 0,
        Scheduled = row.GetInt64(10) != 0,
    };
}

/// <summary>A message that is to be delivered, now or at its time.</summary>
internal sealed record WaitingMessage(long Sequence, string Entity, string? SessionId, DateTimeOffset DueAt, bool Scheduled);
