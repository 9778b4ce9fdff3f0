using Microsoft.Data.Sqlite;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Pages;

/// <summary>Messages counted and listed without their bodies.</summary>
internal static class QueueTable
{
    public static List<QueueLine> Count(Database database, IEnumerable<string> declared, DateTimeOffset now)
    {
        var counts = database.Query(
            row => (Entity: row.GetString(0), Scheduled: row.GetInt64(1) != 0, Deferred: row.GetInt64(2) != 0, Count: row.GetInt64(3)),
            """
            SELECT entity, scheduled, deferred, count(*) FROM messages WHERE expires_at > @0 GROUP BY entity, scheduled, deferred
            """,
            now.UtcTicks).ToLookup(one => one.Entity, StringComparer.OrdinalIgnoreCase);
        return [.. declared.Concat(counts.Select(group => EntityPath.Living(group.Key)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(path => new QueueLine(
                path,
                counts[path].Where(one => !one.Scheduled && !one.Deferred).Sum(one => one.Count),
                counts[path].Where(one => one.Scheduled).Sum(one => one.Count),
                counts[path].Where(one => one.Deferred).Sum(one => one.Count),
                counts[EntityPath.DeadLetterOf(path)].Sum(one => one.Count)))];
    }

    /// <summary>The newest first.</summary>
    public static ListPage<MessageLine> List(
        Database database, string queue, MessagePart part, ListRequest list, DateTimeOffset now)
    {
        var rows = database.Query(
            Line,
            """
            SELECT sequence, message_id, properties, deliveries, enqueued_at, due_at, length(body) FROM messages
            WHERE entity = @0 AND sequence < @1 AND scheduled = @2 AND deferred = @3 AND expires_at > @4
            ORDER BY sequence DESC LIMIT @5
            """,
            part == MessagePart.DeadLetter ? EntityPath.DeadLetterOf(queue) : queue,
            list.After.Number,
            part == MessagePart.Scheduled ? 1 : 0,
            part == MessagePart.Deferred ? 1 : 0,
            now.UtcTicks,
            list.Count + 1);
        var items = rows.Count > list.Count ? rows[..list.Count] : rows;
        return new(items, rows.Count > list.Count ? new PageCursor(items[^1].SequenceNumber, "").ToString() : null);
    }

    private static MessageLine Line(SqliteDataReader row)
    {
        var properties = MessageProperties.FromJson(row.GetString(2));
        return new(
            row.GetInt64(0),
            row.Text(1),
            properties.Subject,
            properties.SessionId,
            row.GetInt32(3),
            row.Instant(4).UtcDateTime,
            row.Instant(5).UtcDateTime,
            TypedValue.Read(properties.Application.GetValueOrDefault(DeadLetterReplay.Reason)) as string,
            row.GetInt32(6));
    }
}

/// <summary>Where in a queue or subscription a message can lie.</summary>
internal enum MessagePart
{
    Active,
    Scheduled,
    Deferred,
    DeadLetter,
}
